import { fold, key } from '../persian/normalise.ts'
import { unitDimension } from '../persian/units.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { phraseSet } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { MEASURING_DIMENSIONS } from './words/nouns.ts'
import { OFFICE_HEADS, SPEECH_VERBS } from './words/people.ts'
import {
  ACTION_NOUNS,
  CONTENT_STOPS,
  EMPTY_NOUNS,
  LEADING_WORDS,
  PHRASE_STOPS,
} from './words/phrases.ts'
import { FINITE_VERBS } from './words/verbs.ts'

const STOP = phraseSet(PHRASE_STOPS)
const FINITE = phraseSet(FINITE_VERBS)
const ACTION = phraseSet(ACTION_NOUNS)
const LONGEST = 8
const MEASURED = new Set(MEASURING_DIMENSIONS)

export interface IndicatorPhrase {
  readonly text: string
  /** For want of a phrase only words from here and there in the clause: no name as it stands. */
  readonly gathered: boolean
}

/**
 * What a figure counts, in the report's words: the deed before it («احیای»), the counted noun,
 * and the noun phrase after it.
 */
export function indicatorPhrase(
  sentence: Sentence,
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  figures: readonly Figure[],
): IndicatorPhrase {
  const next = figures.find((other) => other.from >= figure.to)?.from ?? keys.length
  const after = phraseAfter(keys, figure.to, Math.min(clause.to, next))
  const before = phraseBefore(keys, clause, figure, figures)
  const noun =
    MEASURED.has(unitDimension(figure.unit)) && figure.unit !== 'شغل' ? [] : [figure.unit]
  const words = [...wordsOf(sentence, before), ...noun, ...wordsOf(sentence, after)]
  const deed = words.length > before.to - before.from ? deedOf(sentence, keys, clause, figure) : []
  const all = [...deed.filter((word) => !words.some((other) => key(other) === key(word))), ...words]
  if (all.some((word) => !EMPTY.has(key(word)))) return { text: all.join(' '), gathered: false }
  return contentOf(sentence, keys, clause, figures)
}

const EMPTY = new Set(EMPTY_NOUNS.map(key))
/** The figures of one clause share what it says apart from them. */
const contents = new WeakMap<Clause, IndicatorPhrase>()

/** For want of a phrase: what the clause says apart from its figures and its grammar. */
function contentOf(
  sentence: Sentence,
  keys: readonly string[],
  clause: Clause,
  figures: readonly Figure[],
): IndicatorPhrase {
  const known = contents.get(clause)
  if (known !== undefined) return known
  const words: string[] = []
  let hasGap = false
  let last: number | null = null
  const of = figures.filter(({ from, to }) => from >= clause.from && to <= clause.to)
  const start = speechStart(keys, clause, of[0]?.from ?? clause.to)
  for (let at = start; at < clause.to && words.length < LONGEST; at++) {
    const inFigure = of.find((figure) => at >= figure.from && at < figure.to)
    const isMute = isStop(keys, at) || SAYS_NOTHING.has(keys[at] ?? '')
    if (inFigure !== undefined || isMute || isPlaceName(keys, at)) continue
    let to = at + 1
    while (to < clause.to && sentence.tokens[to]?.joined && sentence.tokens[to]?.kind === 'word')
      to++
    words.push(...wordsOf(sentence, { from: at, to }))
    hasGap ||= last !== null && last !== at
    last = to
    at = to - 1
  }
  const content = { text: words.join(' '), gathered: hasGap || words.length === 0 }
  contents.set(clause, content)
  return content
}

const SAYS_NOTHING = new Set(CONTENT_STOPS.map(key))
const SPEECH = phraseSet(SPEECH_VERBS)
const OFFICE = phraseSet(OFFICE_HEADS)

/** Where a clause begins to speak of the thing: after «… گفت:» and the office of who speaks. */
function speechStart(keys: readonly string[], { from, to }: Clause, figure: number): number {
  const spoken = SPEECH.find(keys, from, figure).at(-1)?.to ?? from
  const colon = keys.slice(from, figure).lastIndexOf(':')
  const start = Math.max(spoken, colon === -1 ? from : from + colon + 1)
  if (OFFICE.at(keys, start) === null) return start
  const after = keys.slice(start, to).findIndex((word) => /^(از|با|در|که)$/.test(word))
  return after === -1 ? start : start + after + 1
}

/** «استان همدان»: the place has a field of its own. */
function isPlaceName(keys: readonly string[], at: number): boolean {
  return /^(استان|شهرستان)$/.test(keys[at] ?? '') || /^(استان|شهرستان)$/.test(keys[at - 1] ?? '')
}

interface Span {
  readonly from: number
  readonly to: number
}

function phraseAfter(keys: readonly string[], from: number, to: number): Span {
  let end = from
  while (end < to && end - from < LONGEST && !isStop(keys, end)) {
    const and = keys[end] === 'و' || keys[end] === '،'
    if (and && (end === from || isStop(keys, end + 1) || end + 1 >= to)) break
    end++
  }
  if (end === to) end = beforeNextDeed(keys, from, end)
  while (end > from && /^(و|،)$/.test(keys[end - 1] ?? '')) end--
  return { from, to: end }
}

/** «۳۵ واحد راکد و تکمیل ۱۵۰ پروژه»: what leads up to the next figure is not of this one. */
function beforeNextDeed(keys: readonly string[], from: number, to: number): number {
  for (let at = from; at < to - 1; at++) {
    if (keys[at] === 'و' && ACTION.at(keys, at + 1) !== null) return at
  }
  return to
}

/** The words that lead up to the figure, when a deed or a measured noun is among them. */
function phraseBefore(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  figures: readonly Figure[],
): Span {
  const previous = figures.findLast((other) => other.to <= figure.from)?.to ?? 0
  const floor = Math.max(clause.from, previous)
  let start = beforeQualifier(keys, figure.from)
  const end = start
  while (start > floor && end - start < LONGEST && !isStop(keys, start - 1)) {
    if (/^(،|,|:)$/.test(keys[start - 1] ?? '')) break
    start--
  }
  while (start < end && keys[start] === 'و') start++
  const acts = ACTION.find(keys, start, end)
  const first = acts[0]
  return first === undefined ? { from: end, to: end } : { from: first.from, to: end }
}

const LEADS_IN = new Set(LEADING_WORDS)

function beforeQualifier(keys: readonly string[], from: number): number {
  let at = from
  while (at > 0 && from - at < 4 && LEADS_IN.has(keys[at - 1] ?? '')) at--
  return at
}

/** «… پرداخت شده است»: the noun of the verb. */
function deedOf(
  sentence: Sentence,
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
): string[] {
  const hit = ACTION.find(keys, figure.to, clause.to).at(-1)
  if (hit === undefined || clause.to - hit.to > 4) return []
  return wordsOf(sentence, hit)
}

function isStop(keys: readonly string[], at: number): boolean {
  const word = keys[at] ?? ''
  if (!/^[\p{L}،]/u.test(word)) return true
  return STOP.at(keys, at) !== null || FINITE.at(keys, at) !== null
}

function wordsOf({ tokens, text }: Sentence, { from, to }: Span): string[] {
  const pieces: string[] = []
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const joined = at > from && token.joined && token.kind === 'word'
    const word = fold(text.slice(token.start, token.end))
    if (joined && pieces.length > 0) pieces[pieces.length - 1] += `\u200c${word}`
    else if (/^[،,]$/.test(word) && pieces.length > 0) pieces[pieces.length - 1] += '،'
    else pieces.push(word)
  }
  return pieces
}
