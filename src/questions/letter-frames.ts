import letterData from '../../data/lexicon/letters.json' with { type: 'json' }
import type { Span } from './spans.ts'
import { type Keys, keySet, longestAt, sequences } from './word-sequences.ts'

const { grounds, goals, offices, handing, held, addressees } = letterData
const GROUNDS = sequences(grounds.opens)
const OF_GROUNDS = sequences([...grounds.between, ...grounds.cores])
const CORES = sequences(grounds.cores)
const NUMBERED = keySet(grounds.numbered)
const BESIDE_NUMBERS = keySet(grounds.besideNumbers)
const GOALS = sequences(goals.opens.flatMap((open) => goals.said.map((said) => `${open} ${said}`)))
const TITLES = sequences(addressees.titles)
const ADDRESSED = sequences([...addressees.titles, ...addressees.honours, ...addressees.bodies])
const HONOURS = keySet(addressees.honours)
const THIS = sequences(offices.opens)
const OFFICES = sequences(offices.between)
const HANDED = sequences(handing.opens)
const OF_HANDING = sequences(handing.between)
const HANDING = sequences(handing.closes)
const IF = sequences(held.opens)
const HEADS = sequences(held.heads)
const LINKS = sequences(held.links)
const HELD = sequences(held.closes)

/**
 * What letters between offices stand in, and what asks for nothing: who is written to («مدیرکل
 * محترم …»), the grounds («عطف به نامه شماره
 * ۱۲ مورخ …», «جهت درج در گزارش …»), the goal («در راستای رفع موانع تولید»), who asks («این اداره
 * کل»), and what becomes of the answer («در اختیار این معاونت قرار گیرد»). Only words of offices
 * and papers stand between: any other («با توجه به سهم بانوان») may restrict.
 */
export function letterFrames(keys: Keys): Span[] {
  const found: Span[] = []
  for (let at = 0; at < keys.length; at++) {
    const to = Math.max(
      addresseeAt(keys, at),
      groundsAt(keys, at),
      goalAt(keys, at),
      officeAt(keys, at),
      handedAt(keys, at),
    )
    if (to === 0) continue
    found.push({ from: at, to })
    at = to - 1
  }
  return [...found, ...heldAround(keys)]
}

/** «معاونت محترم هماهنگی امور اقتصادی»: who is written to stands first, with a word of honour. */
function addresseeAt(keys: Keys, at: number): number {
  if (keys.slice(0, at).some((word) => word !== null) || longestAt(TITLES, keys, at) === 0) return 0
  const to = asFarAs(ADDRESSED, keys, at)
  return keys.slice(at, to).some((word) => HONOURS.has(word ?? '')) ? to : 0
}

/** From «با عنایت به» on, as far as words of offices and papers stand: some paper must be named. */
function groundsAt(keys: Keys, at: number): number {
  const opening = longestAt(GROUNDS, keys, at)
  if (opening === 0) return 0
  let isNamed = false
  let to = at + opening
  while (to < keys.length) {
    const numbers = isNamed ? numberedTo(keys, to) : to
    if (numbers > to) {
      to = numbers
      continue
    }
    const length = longestAt(OF_GROUNDS, keys, to)
    if (length === 0) break
    isNamed ||= longestAt(CORES, keys, to) > 0
    to += length
  }
  return isNamed ? to : 0
}

/** «شماره ۱۲/۴۵۶ مورخ ۱۴۰۴/۰۸/۱۲», «بند ۳»: up to its last number. */
function numberedTo(keys: Keys, at: number): number {
  const isOpen = NUMBERED.has(keys[at] ?? '') || NUMBERED.has(keys[at - 1] ?? '')
  if (!isOpen) return at
  let to = at
  for (let next = at; next < keys.length; next++) {
    const word = keys[next]
    if (word != null && /^\d[\d/.-]*$/.test(word)) to = next + 1
    else if (word != null && !BESIDE_NUMBERS.has(word)) break
  }
  return to
}

/** A goal is one of words only where the question begins with it: later it may restrict. */
function goalAt(keys: Keys, at: number): number {
  const isFirst = keys.slice(0, at).every((word) => word === null)
  const length = isFirst ? longestAt(GOALS, keys, at) : 0
  return length === 0 ? 0 : at + length
}

function officeAt(keys: Keys, at: number): number {
  const opening = longestAt(THIS, keys, at)
  const to = opening === 0 ? 0 : asFarAs(OFFICES, keys, at + opening)
  return to === at + opening ? 0 : to
}

function handedAt(keys: Keys, at: number): number {
  const opening = longestAt(HANDED, keys, at)
  if (opening === 0) return 0
  const to = asFarAs(OF_HANDING, keys, at + opening)
  const closing = longestAt(HANDING, keys, to)
  return closing === 0 ? 0 : to + closing
}

/**
 * «چنانچه آماری از … در اختیار دارید»: whether it is held is no condition of what is counted. What
 * stands between is the question.
 */
function heldAround(keys: Keys): Span[] {
  const from = keys.findIndex((_, at) => longestAt(IF, keys, at) > 0)
  if (from === -1) return []
  const head = from + longestAt(IF, keys, from)
  const link = head + longestAt(HEADS, keys, head)
  const to = link + longestAt(LINKS, keys, link)
  if (link === head || to === link) return []
  for (let at = to + 1; at < keys.length; at++) {
    const closing = longestAt(HELD, keys, at)
    if (closing > 0)
      return [
        { from, to },
        { from: at, to: at + closing },
      ]
  }
  return []
}

function asFarAs(all: readonly (readonly string[])[], keys: Keys, at: number): number {
  let to = at
  for (let length = longestAt(all, keys, to); length > 0; length = longestAt(all, keys, to))
    to += length
  return to
}
