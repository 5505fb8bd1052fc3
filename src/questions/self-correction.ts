import { key } from '../persian/normalise.ts'
import { findPeriods } from '../persian/periods.ts'
import type { Token } from '../persian/tokens.ts'
import type { Lexicon } from './lexicon.ts'
import { OTHER_PLACES } from './words.ts'

const ELSEWHERE = new Set(OTHER_PLACES.map(key))
const PLACE_NOUNS = new Set('استان شهرستان شهر خود کل'.split(' '))
const LINKS = new Set('در تو توی برای منظورم همون'.split(' '))
/** «۱۴۰۱ ببخشید ۱۴۰۲» takes the first back as «نه» does. */
const TAKING_BACK = new Set('ببخشید ببخشین'.split(' '))
const NO = 'نه'
const LONGEST_PLACE = 5

interface Said {
  readonly from: number
  readonly to: number
  /** Only what is of the same kind takes another's place: a year a year's, a place a place's. */
  readonly kind: string
}

/**
 * A message without what its asker takes back: «تبریز نه، کل آذربایجان شرقی», «پارسال نه، ۱۴۰۲», «۱۴۰۲، نه
 * ۱۴۰۱», «نه تبریز، آذربایجان شرقی». Only a place beside a place or a year beside a year is taken back;
 * any other «نه» stays, and is never passed over. Where no pause tells which of the two is denied,
 * both stay as well. `today` is the ISO day that relative years count from.
 */
export function withoutTakenBack(
  tokens: readonly Token[],
  lexicon: Lexicon,
  today: string,
): readonly Token[] {
  for (let at = 0; at < tokens.length; at++) {
    const word = key(tokens[at]?.text ?? '')
    const isNo = word === NO && tokens[at]?.kind === 'word'
    if (!isNo && !TAKING_BACK.has(word)) continue
    const denied = deniedAt(tokens, at, isNo, lexicon, today)
    if (denied === null) continue
    const left = [...tokens.slice(0, denied.from), ...tokens.slice(denied.to)]
    return withoutTakenBack(left, lexicon, today)
  }
  return tokens
}

/** What goes with the word that denies, itself and pauses included. */
function deniedAt(
  tokens: readonly Token[],
  at: number,
  isNo: boolean,
  lexicon: Lexicon,
  today: string,
): { from: number; to: number } | null {
  const isPause = (index: number) => tokens[index]?.kind === 'punctuation'
  const before = isPause(at - 1) ? at - 1 : at
  const after = isPause(at + 1) ? at + 2 : at + 1
  const same = (one: Said | null, other: Said | null) =>
    one !== null && other !== null && one.kind === other.kind
  if (isPause(at + 1) || !isNo) {
    const denied = endingAt(tokens, before, lexicon, today)
    const meant = startingAt(tokens, after, lexicon, today)
    return denied !== null && same(denied, meant) ? { from: denied.from, to: after } : null
  }
  if (at > 0 && !isPause(at - 1)) return null
  const denied = startingAt(tokens, at + 1, lexicon, today)
  if (denied === null) return null
  const behind = endingAt(tokens, before, lexicon, today)
  if (same(denied, behind)) return { from: before, to: denied.to }
  if (at > 0 || !isPause(denied.to)) return null
  const meant = startingAt(tokens, denied.to + 1, lexicon, today)
  return same(denied, meant) ? { from: 0, to: denied.to + 1 } : null
}

/** The year or place that the words before `end` close with, with the prepositions before it. */
function endingAt(
  tokens: readonly Token[],
  end: number,
  lexicon: Lexicon,
  today: string,
): Said | null {
  const year = findPeriods(tokens.slice(0, end), today).at(-1)
  const found =
    year?.to === end && year.shape === 'year'
      ? { from: year.from, to: end, kind: 'year' }
      : placeBefore(tokens, end, lexicon)
  if (found === null) return null
  let from = found.from
  while (LINKS.has(wordAt(tokens, from - 1))) from--
  return wordAt(tokens, from - 1) === 'و' ? null : { ...found, from }
}

function placeBefore(tokens: readonly Token[], end: number, lexicon: Lexicon): Said | null {
  for (let from = Math.max(0, end - LONGEST_PLACE); from < end; from++)
    if (isPlace(tokens.slice(from, end), lexicon)) {
      let start = from
      while (PLACE_NOUNS.has(wordAt(tokens, start - 1))) start--
      return { from: start, to: end, kind: 'place' }
    }
  return null
}

/** The year or place that the words from `start` on open with. */
function startingAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
  today: string,
): Said | null {
  let from = start
  while (LINKS.has(wordAt(tokens, from))) from++
  const [year] = findPeriods(tokens.slice(from), today)
  if (year?.from === 0 && year.shape === 'year') return { from, to: from + year.to, kind: 'year' }
  while (PLACE_NOUNS.has(wordAt(tokens, from))) from++
  for (let to = Math.min(tokens.length, from + LONGEST_PLACE); to > from; to--)
    if (isPlace(tokens.slice(from, to), lexicon)) return { from: start, to, kind: 'place' }
  return null
}

function isPlace(run: readonly Token[], { forms }: Lexicon): boolean {
  if (run.some(({ kind }) => kind !== 'word')) return false
  const name = key(run.map(({ text }) => text).join('\u200c'))
  return (forms.get(name)?.placeIds.length ?? 0) > 0 || ELSEWHERE.has(name)
}

function wordAt(tokens: readonly Token[], at: number): string {
  return key(tokens[at]?.text ?? '')
}
