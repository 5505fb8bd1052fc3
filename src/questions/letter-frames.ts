import letterData from '../../data/lexicon/letters.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'
import type { Span } from './spans.ts'

/** Words of a question by their keys, null where something else stands. */
type Keys = readonly (string | null)[]

const { grounds, goals, offices, handing, held, addressees } = letterData
const GROUNDS = sequences(grounds.opens)
const OF_GROUNDS = sequences([...grounds.between, ...grounds.cores])
const CORES = sequences(grounds.cores)
const NUMBERED = new Set(grounds.numbered.map(key))
const BESIDE_NUMBERS = new Set(grounds.besideNumbers.map(key))
const GOALS = sequences(goals.opens.flatMap((open) => goals.said.map((said) => `${open} ${said}`)))
const TITLES = sequences(addressees.titles)
const ADDRESSED = sequences([...addressees.titles, ...addressees.honours, ...addressees.bodies])
const HONOURS = new Set(addressees.honours.map(key))
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
  if (keys.slice(0, at).some((word) => word !== null) || longest(TITLES, keys, at) === 0) return 0
  const to = asFarAs(ADDRESSED, keys, at)
  return keys.slice(at, to).some((word) => HONOURS.has(word ?? '')) ? to : 0
}

/** From «با عنایت به» on, as far as words of offices and papers stand: some paper must be named. */
function groundsAt(keys: Keys, at: number): number {
  const opening = longest(GROUNDS, keys, at)
  if (opening === 0) return 0
  let isNamed = false
  let to = at + opening
  while (to < keys.length) {
    const numbers = isNamed ? numberedTo(keys, to) : to
    if (numbers > to) {
      to = numbers
      continue
    }
    const length = longest(OF_GROUNDS, keys, to)
    if (length === 0) break
    isNamed ||= longest(CORES, keys, to) > 0
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
  const length = isFirst ? longest(GOALS, keys, at) : 0
  return length === 0 ? 0 : at + length
}

function officeAt(keys: Keys, at: number): number {
  const opening = longest(THIS, keys, at)
  const to = opening === 0 ? 0 : asFarAs(OFFICES, keys, at + opening)
  return to === at + opening ? 0 : to
}

function handedAt(keys: Keys, at: number): number {
  const opening = longest(HANDED, keys, at)
  if (opening === 0) return 0
  const to = asFarAs(OF_HANDING, keys, at + opening)
  const closing = longest(HANDING, keys, to)
  return closing === 0 ? 0 : to + closing
}

/**
 * «چنانچه آماری از … در اختیار دارید»: whether it is held is no condition of what is counted. What
 * stands between is the question.
 */
function heldAround(keys: Keys): Span[] {
  const from = keys.findIndex((_, at) => longest(IF, keys, at) > 0)
  if (from === -1) return []
  const head = from + longest(IF, keys, from)
  const link = head + longest(HEADS, keys, head)
  const to = link + longest(LINKS, keys, link)
  if (link === head || to === link) return []
  for (let at = to + 1; at < keys.length; at++) {
    const closing = longest(HELD, keys, at)
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
  for (let length = longest(all, keys, to); length > 0; length = longest(all, keys, to))
    to += length
  return to
}

/** How many words of the longest of the sequences stand at a place; 0 when none does. */
function longest(all: readonly (readonly string[])[], keys: Keys, at: number): number {
  let most = 0
  for (const one of all)
    if (one.length > most && one.every((word, i) => keys[at + i] === word)) most = one.length
  return most
}

function sequences(phrases: readonly string[]): string[][] {
  return phrases.map((phrase) => phrase.split(/[ \u200c]/).map(key))
}
