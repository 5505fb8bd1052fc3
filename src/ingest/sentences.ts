import { type Token, tokenise } from '../persian/tokens.ts'

export interface Sentence {
  readonly index: number
  /** Offsets in the report, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Offsets of tokens count from the beginning of the sentence. */
  readonly tokens: readonly Token[]
  /** The title of the report, or a heading inside it. */
  readonly heading: boolean
  /** Number of the line that it stands on. */
  readonly line: number
}

/** Lines of addresses, dates and rulers say nothing. */
const PERSIAN = /^(?!\s*https?:).*\p{Script=Arabic}/u
/** Longer pieces (tables, texts without a full stop) are cut at a blank. */
const LONGEST = 1500
const LONGEST_TITLE = 140
const LONGEST_HEADING = 80

/** Cuts a report into sentences: at line ends and at full stops that stand between words. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029]+/g)].filter(([line]) => PERSIAN.test(line))
  lines.forEach((match, line) => {
    const pieces = piecesOf(match[0])
    const heading = pieces.length === 1 && isHeading(match[0].trim(), line, lines.length)
    for (const { from, to } of pieces) {
      const start = match.index + from
      const piece = match[0].slice(from, to)
      sentences.push({
        index: sentences.length,
        start,
        end: start + piece.length,
        text: piece,
        tokens: tokenise(piece),
        heading,
        line,
      })
    }
  })
  return sentences
}

/** A short line without a full stop, above others. */
function isHeading(line: string, index: number, count: number): boolean {
  if (index === count - 1) return false
  if (line.length > (index === 0 ? LONGEST_TITLE : LONGEST_HEADING)) return false
  if (/[.!؟?:؛]$/.test(line) || /^به گزارش|^[-•*–\d]/u.test(line)) return false
  return true
}

interface Piece {
  readonly from: number
  readonly to: number
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of line.matchAll(/[.!؟?…]+/g)) {
    const to = match.index + match[0].length
    if (!endsSentence(line, match.index, to)) continue
    pushBounded(pieces, line, from, to)
    from = to
  }
  pushBounded(pieces, line, from, line.length)
  return pieces
}

/** No end: «1.7», «www.x.ir», «ج.ا», «...» before a comma. */
function endsSentence(line: string, dot: number, to: number): boolean {
  const before = line[dot - 1] ?? ' '
  const after = line[to] ?? ' '
  if (/[!؟?]/.test(line[dot] ?? '')) return true
  if (/\d|[۰-۹٠-٩a-zA-Z]/.test(after)) return false
  if (/^.?\s*[،,)»]/.test(line.slice(to, to + 2))) return false
  const word = /[\p{L}\p{M}]+$/u.exec(line.slice(Math.max(0, dot - 20), dot))?.[0] ?? ''
  if (word.length === 1 && word !== 'و' && !/\s/.test(after)) return false
  return !/[a-zA-Z]/.test(before) || /\s/.test(after)
}

function pushBounded(pieces: Piece[], line: string, from: number, to: number): void {
  let start = from
  while (start < to && /\s/.test(line[start] ?? '')) start++
  let end = to
  while (end > start && /\s/.test(line[end - 1] ?? '')) end--
  while (end - start > LONGEST) {
    const blank = line.lastIndexOf(' ', start + LONGEST)
    const cut = blank > start ? blank : start + LONGEST
    pieces.push({ from: start, to: cut })
    start = cut
    while (start < end && /\s/.test(line[start] ?? '')) start++
  }
  if (end > start) pieces.push({ from: start, to: end })
}
