import { fold, key } from '../persian/normalise.ts'
import { unitDimension } from '../persian/units.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { phraseSet } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { ACTION_NOUNS, PHRASE_STOPS } from './words/phrases.ts'
import { FINITE_VERBS } from './words/verbs.ts'

const STOP = phraseSet(PHRASE_STOPS)
const FINITE = phraseSet(FINITE_VERBS)
const ACTION = phraseSet(ACTION_NOUNS)
const LONGEST = 8
/** Units that measure rather than name what is counted. */
const MEASURED = new Set([
  'پول', 'دلار', 'یورو', 'جرم', 'مساحت', 'حجم', 'بشکه', 'طول', 'توان', 'انرژی', 'درصد', 'واحد درصد', 'برابر', 'عملکرد در هکتار',
  'دبی', 'نفر', 'رتبه', 'نسبت', 'قطعه', 'دستگاه', 'فقره', 'مورد', 'رأس',
])

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
): string {
  const next = figures.find((other) => other.from >= figure.to)?.from ?? keys.length
  const after = phraseAfter(keys, figure.to, Math.min(clause.to, next))
  const before = phraseBefore(keys, clause, figure, figures)
  const noun = MEASURED.has(unitDimension(figure.unit)) && figure.unit !== 'شغل' ? [] : [figure.unit]
  const words = [...wordsOf(sentence, before), ...noun, ...wordsOf(sentence, after)]
  const deed = words.length > before.to - before.from ? deedOf(sentence, keys, clause, figure) : []
  const all = [...deed.filter((word) => !words.some((other) => key(other) === key(word))), ...words]
  if (all.length > 0) return all.join(' ')
  return wordsOf(sentence, widerBefore(keys, clause, figure)).join(' ')
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
  while (end > from && /^(و|،)$/.test(keys[end - 1] ?? '')) end--
  return { from, to: end }
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

const LEADS_IN =
  /^(بیش|از|حدود|بالغ|بر|مبلغ|تعداد|حداقل|حداکثر|نزدیک|به|تا|قریب|میزان|رقم|رقمی|معادل|با|کمتر|افزون|دستکم|حدودا|را|در|برابر)$/

function beforeQualifier(keys: readonly string[], from: number): number {
  let at = from
  while (at > 0 && from - at < 4 && LEADS_IN.test(keys[at - 1] ?? '')) at--
  return at
}

/** For want of anything better: the noun phrase before, whatever it begins with. */
function widerBefore(keys: readonly string[], clause: Clause, figure: Figure): Span {
  const end = beforeQualifier(keys, figure.from)
  let start = end
  while (start > clause.from && end - start < LONGEST && !isStop(keys, start - 1)) start--
  return { from: start, to: end }
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
