import { isAnd } from './number-reader.ts'
import { isNameWithNumber, numberWord, ORDINAL_ENDINGS } from './number-words.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

/** Whether a number may start at a token: «نه» is mostly «no», and names hold number words. */
export function startsNumber(tokens: readonly Token[], at: number, signed: boolean): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'number') return true
  if (isNameWithNumber(token.text, tokens[at + 1]?.text ?? '')) return false
  if (token.text === 'نه') return signed || isNine(tokens, at)
  if (token.text === 'نیم') return isAmountWord(tokens, at + 1)
  return token.kind === 'word'
}

/** «نه» is nine only before a scale or a unit, and never in «نه … نه …». */
function isNine(tokens: readonly Token[], at: number): boolean {
  if (!isAmountWord(tokens, at + 1) && !isAnd(tokens[at + 1])) return false
  if (isAnd(tokens[at + 1]) && !isBroken(tokens, at + 2)) return false
  for (let other = Math.max(0, at - NEITHER_NOR); other < at + NEITHER_NOR; other++) {
    if (other !== at && tokens[other]?.text === 'نه' && !endsTens(tokens, other)) return false
  }
  return true
}

/** How near the two words of «نه … نه …» stand, in tokens. */
const NEITHER_NOR = 12

/** «نود و نه». */
function endsTens(tokens: readonly Token[], at: number): boolean {
  return isAnd(tokens[at - 1]) && numberWord(tokens[at - 2]?.text ?? '') !== null
}

/** «نه و نیم», «نه و سه دهم». */
function isBroken(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'نیم' || numberWord(tokens[at + 1]?.text ?? '')?.ordinal === 'm'
}

/** A scale, or a unit as a noun: «نه واحدی» is no nine. */
function isAmountWord(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const word = numberWord(text)
  if (word !== null) return word.kind === 'scale' || word.value === 100 || word.ordinal === 'm'
  const unit = readUnit(tokens, at)
  if (unit === null) return false
  const last = tokens[unit.next - 1]?.text ?? ''
  return unit.unit === 'درصد' || !/(?:ی|ای)$/.test(last) || last === unit.unit
}

/**
 * A number word that a half-space ties to another word is part of that word: «پنج‌شنبه»,
 * «سی‌سخت», «یک‌پارچه». Units, endings and further number words may be tied to it.
 */
export function isPartOfWord(tokens: readonly Token[], from: number, next: number): boolean {
  const last = tokens[next - 1]
  const follower = tokens[next]
  if (last?.kind !== 'word' || follower?.kind !== 'word') return false
  if (isNameWithNumber(last.text, follower.text) && next - from >= 1) return true
  if (!follower.joined || ORDINAL_ENDINGS.has(last.text)) return false
  if (isAnd(follower) || numberWord(follower.text) !== null) return false
  if (follower.text === 'برابر' || follower.text === 'برابری' || follower.text === 'تا')
    return false
  return readUnit(tokens, next) === null
}
