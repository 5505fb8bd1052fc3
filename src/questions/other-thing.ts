import { key } from '../persian/normalise.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Grammar } from './grammar.ts'
import type { Word } from './sense.ts'
import { BECOMING, STATES } from './words.ts'

/** What of a question stands beside the name of an indicator. */
export interface Beside {
  readonly words: readonly Word[]
  readonly grammar: Grammar
  /** Keys of the words of the indicator's own name. */
  readonly own: ReadonlySet<string>
  readonly unit: string | undefined
  readonly periods: readonly PeriodMention[]
}

/**
 * Whether words that are understood one by one together ask for another thing than the indicator
 * that they name.
 */
export function asksForOtherThing(beside: Beside): boolean {
  return (
    becomesSo(beside) || isDerivedGood(beside) || countsTimes(beside) || isOfAnotherTerm(beside)
  )
}

/** «چند واحد راکد شد» asks how many became so; «واحدهای راکد» are all there are. */
function becomesSo({ words, grammar: { keys }, own }: Beside): boolean {
  if (![...STATE].some((state) => own.has(state))) return false
  return words.some(({ typed }, at) => {
    const last = key(typed.split(' ').at(-1) ?? '')
    return STATE.has(last) && BECOMES.has(keys[at + 1] ?? '')
  })
}

const STATE = new Set(STATES.map(key))
const BECOMES = new Set([...BECOMING, 'شده', 'شده‌اند', 'شده‌است'].map(key))

/** «محصولات فولادی» are made of steel, and no steel. */
function isDerivedGood({ grammar: { keys }, own }: Beside): boolean {
  return keys.some((word, at) => {
    const next = keys[at + 1] ?? ''
    return MADE_OF.has(word ?? '') && next.length > 3 && next.endsWith('ی') && !own.has(next)
  })
}

const MADE_OF = new Set(['محصولات', 'فراوردههای', 'مصنوعات', 'مشتقات', 'قطعات', 'ضایعات'].map(key))

/** «در چند روز», «چند بار»: times are counted, and no tons. */
function countsTimes({ grammar: { keys }, unit = '', periods }: Beside): boolean {
  const unitKey = key(unit)
  return keys.some((word, at) => {
    const before = keys[at - 1] ?? ''
    const isOfPeriod = periods.some(({ from, to }) => from <= at && at < to)
    return TIMES.has(word ?? '') && before === 'چند' && !isOfPeriod && !unitKey.includes(word ?? '')
  })
}

const TIMES = new Set('روز روزه شب ساعت دقیقه هفته بار دفعه مرتبه نوبت'.split(' '))

/** «در دولت قبل», «دوره قبل»: years that nobody here knows. */
function isOfAnotherTerm({ grammar: { keys } }: Beside): boolean {
  return keys.some((word, at) => TERMS.has(word ?? '') && BEFORE.has(keys[at + 1] ?? ''))
}

const TERMS = new Set(['دولت', 'دوره', 'دورهی'])
const BEFORE = new Set('قبل قبلی سابق پیشین گذشته پیش فعلی جدید'.split(' '))
