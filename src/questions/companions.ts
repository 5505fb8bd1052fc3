import companionData from '../../data/lexicon/companions.json' with { type: 'json' }
import type { Indicator } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { unitDimension } from '../persian/units.ts'
import type { Grammar } from './grammar.ts'
import { PLAIN_ENDINGS, wordKeys } from './name-words.ts'
import type { Word } from './sense.ts'

/** Words of an indicator's name → who makes it, and where: «گندم» → «کشاورزان», «مزارع». */
const BESIDE = companionData.beside.map((group) => ({
  of: new Set(group.of.map(key)),
  notOf: new Set(('notOf' in group ? (group.notOf ?? []) : []).map(key)),
  words: group.words.map(key),
}))
/** Words of a name → what is done with the thing anyway: «مدال» → «کسب», «زائر» → «اعزام». */
const DOINGS = companionData.doings.map(({ of, words }) => ({
  of: new Set(of.map(key)),
  words: words.map(key),
}))
/** What a unit measures → the word for it: hectares → «مساحت». */
const MEASURES = new Map(
  companionData.measures.map(({ dimension, words }) => [dimension, words.map(key)]),
)

interface Companions {
  readonly makers: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly doings: ReadonlySet<string>
}

const known = new WeakMap<Indicator, Companions>()

function companionsOf(indicator: Indicator): Companions {
  const before = known.get(indicator)
  if (before !== undefined) return before
  // «سیب‌زمینی» is one word, and no «سیب» alone.
  const words = [...wordKeys(indicator.name), ...indicator.name.split(' ').map(key)]
  const own = words.flatMap((word) => [word, ...stemsOf(word)])
  const makers = BESIDE.filter(
    ({ of, notOf }) => own.some((word) => of.has(word)) && !own.some((word) => notOf.has(word)),
  )
  const companions = {
    makers: new Set(makers.flatMap(({ words }) => words)),
    measures: new Set(MEASURES.get(unitDimension(indicator.unit))),
    doings: new Set(
      DOINGS.filter(({ of }) => own.some((word) => of.has(word))).flatMap(({ words }) => words),
    ),
  }
  known.set(indicator, companions)
  return companions
}

/**
 * Whether a word that no name has says nothing beside this indicator: who makes the thing or
 * where («گندم برداشت‌شده از مزارع», «کشاورزان چقدر گندم …»), the word for what its unit
 * measures («حجم تولید گندم»), or what is done with it anyway («کسب مدال»). Where it is itself what is counted («تعداد کشاورزان»), it asks for
 * something else. `named` are the words that were heard as the indicator's name.
 */
export function isCompanion(
  at: number,
  indicator: Indicator,
  words: readonly Word[],
  { keys }: Grammar,
  named: ReadonlySet<number>,
): boolean {
  const { makers, measures, doings } = companionsOf(indicator)
  const word = words[at] as Word
  const parts = heardOf(word)
  const isIn = (among: ReadonlySet<string>) =>
    among.has(key(word.typed)) || parts.every((part) => isOne(part, among))
  if (isIn(measures) || isAskedMeasure(at, keys, measures)) return true
  if (COUNTING.has(keys[at - 1] ?? '')) return false
  if (isIn(doings)) return true
  if (!isIn(makers)) return false
  const behindName = [...named].some((one) => one < at) || isOne(keys[at - 1] ?? '', measures)
  return behindName || AMONG.has(keys[at - 1] ?? '') || asksAmountOf(at, keys, named)
}

/** «چه طولی», «چه مساحتی». */
function isAskedMeasure(
  at: number,
  keys: readonly (string | null)[],
  measures: ReadonlySet<string>,
): boolean {
  return keys[at - 1] === 'چه' && measures.has((keys[at] ?? '').replace(/ی$/, ''))
}

/** «باغداران», also by a slip. */
function heardOf({ typed, senses: [best] }: Word): string[] {
  if (best?.corrected && !best.risky && best.form.roles.has('companion')) return [best.form.key]
  return typed.split(' ').map(key)
}

/** The endings of plurals and possessives apart; «زمینی» is no «زمین», but «کالای» is «کالا». */
function isOne(part: string, among: ReadonlySet<string>): boolean {
  return (
    among.has(part) ||
    PLAIN_ENDINGS.has(part) ||
    stemsOf(part).some((stem) => among.has(stem) && (part !== `${stem}ی` || stem.endsWith('ا')))
  )
}

/** «کشاورزان فارس پارسال چقدر گندم برداشت کردند؟»: what is asked for stands behind. */
function asksAmountOf(
  at: number,
  keys: readonly (string | null)[],
  named: ReadonlySet<number>,
): boolean {
  const asking = keys.findIndex((word, index) => index > at && AMOUNT.test(word ?? ''))
  return asking !== -1 && [...named].some((one) => one > asking)
}

const COUNTING = new Set('تعداد چند چندتا چنتا شمار تا نفر سهم سرانه'.split(' '))
const AMONG = new Set('از در تو توی توسط دست وسیله میان بین'.split(' '))
const AMOUNT = /^(چند|چن|چقد|چه)/
