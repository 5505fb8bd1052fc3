import { key } from '../persian/normalise.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Grammar } from './grammar.ts'
import { wordKeys } from './name-words.ts'
import type { Word } from './sense.ts'
import type { Span } from './spans.ts'
import { BECOMING, STATES } from './words.ts'

/** What of a question stands beside the name of an indicator. */
export interface Beside {
  readonly words: readonly Word[]
  readonly grammar: Grammar
  /** The indicator's own name: what stands together in it is no other thing. */
  readonly name: string
  /** Keys of its words. */
  readonly own: ReadonlySet<string>
  readonly unit: string | undefined
  readonly periods: readonly PeriodMention[]
}

/** Words that are understood one by one and together ask for another thing than the indicator that they name. */
export function otherThings(beside: Beside): Span[] {
  return [becomesSo, isDerivedGood, countsTimes, isOfAnotherTerm].flatMap((rule) =>
    beside.grammar.keys.flatMap((word, at) =>
      rule(word ?? '', at, beside) && !isInName(at, beside) ? [{ from: at - 1, to: at + 1 }] : [],
    ),
  )
}

/** «واحدهای تولیدی تعطیل‌شده» are those that became idle. */
function isInName(at: number, { words, grammar: { keys }, name }: Beside): boolean {
  const before = key(words[at - 1]?.typed.split(' ').at(-1) ?? '')
  return ` ${wordKeys(name).join(' ')} `.includes(` ${before} ${keys[at]} `)
}

/** Whether the word, with the one before it, does so. */
type Rule = (word: string, at: number, beside: Beside) => boolean

/** «چند واحد راکد شد» asks how many became so; «واحدهای راکد» are all there are. */
const becomesSo: Rule = (word, at, { words, own }) => {
  if (!BECOMES.has(word) || ![...STATE].some((state) => own.has(state))) return false
  return STATE.has(key(words[at - 1]?.typed.split(' ').at(-1) ?? ''))
}

const STATE = new Set(STATES.map(key))
const BECOMES = new Set([...BECOMING, 'شده', 'شده‌اند', 'شده‌است'].map(key))

/** «محصولات فولادی» are made of steel, and no steel. */
const isDerivedGood: Rule = (word, at, { grammar: { keys }, own }) =>
  MADE_OF.has(keys[at - 1] ?? '') && word.length > 3 && word.endsWith('ی') && !own.has(word)

const MADE_OF = new Set(['محصولات', 'فراورده‌های', 'مصنوعات', 'مشتقات', 'قطعات', 'ضایعات'].map(key))

/** «در چند روز», «چند بار»: times are counted, and no tons. */
const countsTimes: Rule = (word, at, { grammar: { keys }, unit = '', periods }) => {
  const isOfPeriod = periods.some(({ from, to }) => from <= at && at < to)
  return TIMES.has(word) && keys[at - 1] === 'چند' && !isOfPeriod && !key(unit).includes(word)
}

const TIMES = new Set('روز روزه شب ساعت دقیقه هفته بار دفعه مرتبه نوبت'.split(' '))

/** «در دولت قبل», «دوره قبل»: years that nobody here knows. */
const isOfAnotherTerm: Rule = (word, at, { grammar: { keys } }) =>
  TERMS.has(keys[at - 1] ?? '') && BEFORE.has(word)

const TERMS = new Set(['دولت', 'دوره', 'دورهی'])
const BEFORE = new Set('قبل قبلی سابق پیشین گذشته پیش فعلی جدید'.split(' '))
