import type { NumberReading } from './number-reading.ts'
import { numberWord } from './number-words.ts'
import { isMonth } from './period-words.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

/**
 * Whether a number that was read in a running text is none in truth: part of a date, a time, an
 * address, an item number of a list, or a word that only looks like one.
 */
export function isNoQuantity(
  text: string,
  tokens: readonly Token[],
  at: number,
  reading: NumberReading,
): boolean {
  const next = tokens[reading.next]
  return (
    isMonth((next?.text ?? '').replace(/ماه$/, '')) ||
    isPartOfCode(tokens, at, reading.next) ||
    isListNumber(text, tokens, at, reading) ||
    isTail(tokens, at)
  )
}

/** «ساعت ۲۰:۳۰», «covid-19», «news/5557146», «@ali24», «3D». */
function isPartOfCode(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[next]
  if (tokens[at]?.joined && before !== undefined) {
    if (before.kind === 'latin' || /^[/_@#=&?\\]$/.test(before.text)) return true
    const twoBefore = tokens[at - 2]
    const digitsBefore = twoBefore?.kind === 'number' || twoBefore?.kind === 'latin'
    if (/^[:\-.]$/.test(before.text) && before.joined && digitsBefore) return true
  }
  if (!after?.joined) return false
  if (after.kind === 'latin') return readUnit(tokens, next) === null
  if (after.text === '_' || after.text === '/') return tokens[next + 1]?.joined ?? false
  const third = tokens[next + 1]
  return /^[:-]$/.test(after.text) && third?.kind === 'number' && third.joined
}

/** «۱- احداث …», «۲) …», «۳. …» at the start of a line. */
function isListNumber(
  text: string,
  tokens: readonly Token[],
  at: number,
  reading: NumberReading,
): boolean {
  const token = tokens[at]
  const mark = tokens[reading.next]
  const word = tokens[reading.next + 1]
  if (reading.next !== at + 1 || token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) {
    return false
  }
  if (mark === undefined || !mark.joined || !/^[-).:_]$/.test(mark.text)) return false
  if (word === undefined || (word.joined && mark.text === '.')) return false
  const opening = tokens[at - 1]?.text === '(' ? tokens[at - 1] : token
  return startsLine(text, opening?.start ?? 0)
}

export function startsLine(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 20), offset)
  return (offset <= 20 && before.trim() === '') || /\n[^\S\n]*$/.test(before)
}

/** «هیچ‌یک», «شاه‌دو»: a number word tied to the word before it. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token?.kind !== 'word' || !token.joined || before?.kind !== 'word') return false
  return numberWord(before.text) === null && !TIED_BEFORE.has(before.text)
}

/** Words that a careless half-space may tie to a number. */
const TIED_BEFORE = new Set(['از', 'به', 'بر', 'حدود', 'بین', 'تا', 'و', 'با', 'ی', 'رتبه'])
