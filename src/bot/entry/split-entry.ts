import { latinDigits } from '../../persian/format.ts'
import { FIELD_WORDS, FIELDS, type Field, FREE_TEXT } from './fields.fa.ts'

/** A piece of an entry, with the field that its first word names, if it names one. */
export interface Segment {
  readonly field: Field | null
  readonly text: string
}

/**
 * Cuts an entry at line ends and commas. A comma within «…», a number or an address does not cut, nor
 * one behind a named field of free text: «منبع: گزارش کارگروه، قم» is one piece up to the next name.
 */
export function splitEntry(text: string): Segment[] {
  return text.split(/[\r\n]+/).flatMap(splitLine)
}

/** Reads «مقدار ۳۸ واحد» or, by the number of the line, «۶ ۳۸ واحد»; the colon may be left out. */
export function splitEditLine(line: string): Segment {
  const numbered = /^(\d{1,2})\s*[.:،)\s-]\s*(.+)$/.exec(latinDigits(line.trim()))
  const field = numbered && FIELDS[Number(numbered[1]) - 1]
  if (field)
    return {
      field,
      text: line
        .trim()
        .slice(-(numbered[2]?.length ?? 0))
        .trim(),
    }
  return readLabel(line, false) ?? { field: null, text: line.trim() }
}

function splitLine(line: string): Segment[] {
  const segments: Segment[] = []
  for (const piece of cutAtCommas(line)) {
    const labelled = readLabel(piece, true)
    const last = segments.at(-1)
    if (!labelled && last?.field && FREE_TEXT.has(last.field)) {
      segments[segments.length - 1] = { ...last, text: `${last.text}، ${piece.trim()}` }
    } else if (labelled ?? piece.trim() !== '') {
      segments.push(labelled ?? { field: null, text: piece.trim() })
    }
  }
  return segments
}

function cutAtCommas(line: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let begin = 0
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? ''
    if (character === '«') depth++
    if (character === '»') depth = Math.max(0, depth - 1)
    const isComma = character === '،' || character === ',' || character === '؛'
    if (!isComma || depth > 0) continue
    if (isWithinWord(line[at - 1], line[at + 1])) continue
    pieces.push(line.slice(begin, at))
    begin = at + 1
  }
  return [...pieces, line.slice(begin)]
}

/** «۱,۲۰۰» and «https://…/a,b» hold their comma. */
const isWithinWord = (before = ' ', after = ' ') =>
  [before, after].every((character) => /[۰-۹٠-٩]/.test(character)) ||
  [before, after].every((character) => /[!-~]/.test(character))

const LABELS = FIELD_WORDS.map(([word, field]) => ({ field, pattern: patternOf(word) }))

/** The word however it is typed: Arabic letters, half-spaces, an ezafe. */
function patternOf(word: string): string {
  const letters: Record<string, string> = {
    ی: '[یيى]',
    ک: '[کك]',
    ه: '[هۀة]',
    ' ': '[\\s\\u200c]*',
  }
  return [...word].map((letter) => letters[letter] ?? letter).join('')
}

function readLabel(text: string, colon: boolean): Segment | null {
  for (const { field, pattern } of LABELS) {
    const found = new RegExp(`^\\s*${pattern}\\s*(${colon ? '[:：]' : '[:：]|\\s'})\\s*`).exec(text)
    if (found) return { field, text: text.slice(found[0].length).trim() }
  }
  return null
}
