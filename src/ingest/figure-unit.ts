import Big from 'big.js'
import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import { isUnitWord, UNITS } from '../persian/unit-table.ts'
import { unitDimension } from '../persian/units.ts'
import type { Figure, FoundUnit, NumberInPlace } from './figures.ts'
import { NOT_NOUNS, PERSON_NOUNS, UNIT_NAMES } from './words/nouns.ts'
import { ACTION_NOUNS } from './words/phrases.ts'

const NOT_NOUN = new Set(NOT_NOUNS.map(key))
const PERSON = new Set(PERSON_NOUNS.map(key))
const ACTION = new Set(ACTION_NOUNS.map(key))
const MOST_PERSONS = 100
const SCALE_ADJECTIVE = /(?:میلیارد|میلیون)ی$/
const ONE = new Big(1)
const HEMAT_IN_TOMANS = new Big('1e12')

/** The unit of a number: said, a noun that it counts, or left out and taken from a figure before. */
export function figureUnit(place: NumberInPlace, earlier: readonly Figure[]): FoundUnit | null {
  const { mention, to } = place
  const found = (unit: string, factor = ONE): FoundUnit => ({
    unit,
    factor,
    loose: false,
    elided: false,
    to,
  })
  if (mention.vague) return null
  if (mention.unit?.unit === 'همت') return found('تومان', HEMAT_IN_TOMANS)
  // «یک‌سوم واحدها» is a part of them and no count.
  if (mention.fraction && !measures(mention.unit?.unit)) return found('نسبت')
  if (mention.unit !== null && arePersons(place)) return found('نفر')
  if (mention.unit !== null) return found(unitName(mention.unit.unit))
  if (mention.times) return found('برابر')
  if (mention.yearLike) return null
  if (mention.ordinal) return ordinalUnit(place)
  return countedNoun(place) ?? elidedUnit(place, earlier)
}

/** A unit of measure or of money, as against a noun that is counted. */
function measures(unit: string | undefined): boolean {
  return unit !== undefined && unitDimension(unit) !== unit
}

/** «۵ تن از مدیران» are persons, not tonnes. */
function arePersons({ mention, keys, to }: NumberInPlace): boolean {
  if (mention.unit?.unit !== 'تن' || keys[to] !== 'از') return false
  return mention.value?.lte(MOST_PERSONS) === true && !/هزار|میلی/.test(key(mention.text))
}

function unitName(unit: string): string {
  const name = UNIT_NAMES.get(unit) ?? unit
  return PERSON.has(key(name)) ? 'نفر' : name
}

/** «عنوان نخست تولید عسل»: a rank without the word. */
function ordinalUnit(place: NumberInPlace): FoundUnit | null {
  const { keys, from, to } = place
  const before = keys[from - 1] ?? ''
  const ranked = /^(رتبه|رتبههای|جایگاه|مقام|عنوان)$/.test(before)
  const counted = KNOWN_UNITS.get(keys[to] ?? '')
  if (before === 'این' && counted !== undefined) {
    return { unit: unitName(counted), factor: ONE, loose: false, elided: false, to: to + 1 }
  }
  const province = /استان(ی)?$/.test(keys[to] ?? '') && !/^(این|همین)$/.test(before)
  const unit = { unit: 'رتبه', factor: ONE, loose: false, elided: false }
  if (ranked) return { ...unit, to }
  return province ? { ...unit, to: to + 1 } : null
}

/** «۱۵۰۰ گروه جهادی»: a noun that the table lacks counts as the unit. */
function countedNoun(place: NumberInPlace): FoundUnit | null {
  const { keys, to, sentence } = place
  const token = sentence.tokens[to]
  const noun = keys[to] ?? ''
  if (token === undefined || token.kind !== 'word' || noun.length < 2 || NOT_NOUN.has(noun))
    return null
  // «کمک ۶ میلیاردی استانداری»: of money, and the noun is what it is given by.
  if (SCALE_ADJECTIVE.test(key(place.mention.text))) return null
  const found = (unit: string, loose: boolean) => ({
    unit,
    factor: ONE,
    loose,
    elided: false,
    to: to + 1,
  })
  const stems = formsOf(noun)
  const known = stems.find((stem) => KNOWN_UNITS.has(stem))
  if (known !== undefined) return found(unitName(KNOWN_UNITS.get(known) ?? known), false)
  const compound = compoundAt(place)
  const person = [...stems, ...formsOf(key(compound.text))].some((stem) => PERSON.has(stem))
  if (person) return { ...found('نفر', true), to: compound.to }
  const near = misspelt(noun)
  if (near !== null) return found(unitName(near), false)
  if (UNIT_NAMES.get(noun) === undefined && ACTION.has(noun)) return null
  return { ...found(UNIT_NAMES.get(noun) ?? compound.text, true), to: compound.to }
}

/** A noun with the endings that it may have after a number taken off. */
function formsOf(noun: string): string[] {
  const endings = ENDINGS.filter(
    (ending) => noun.length > ending.length + 2 && noun.endsWith(ending),
  )
  return [noun, ...endings.map((ending) => noun.slice(0, -ending.length))]
}

const ENDINGS = ['ی', 'ای', 'ها', 'های']

/** «بهره‌بردار»: words tied by a half-space are one noun. */
function compoundAt({ sentence, to }: NumberInPlace): { text: string; to: number } {
  const { tokens } = sentence
  let end = to + 1
  while (end - to < 3 && tokens[end]?.kind === 'word' && tokens[end]?.joined) end++
  const words = tokens.slice(to, end).map((token) => token.text)
  return { text: words.join('\u200c'), to: end }
}

const KNOWN_UNITS = new Map(
  UNITS.flatMap((entry) => entry.spellings.map((spelling) => [key(spelling), entry.unit] as const)),
)

/** «پروزه» for «پروژه». */
function misspelt(noun: string): string | null {
  if (noun.length < 5 || isUnitWord(noun)) return null
  for (const [spelling, unit] of KNOWN_UNITS) {
    if (Math.abs(spelling.length - noun.length) > 0 || spelling.length < 5) continue
    if (spelling[0] === noun[0] && slipDistance(noun, spelling, 0.7) <= 0.7) return unit
  }
  return null
}

/** «از ۱.۲ میلیارد دلار به ۲.۴», «۳۲ هزار میلیارد تومان … ۳۶ هزار میلیارد». */
function elidedUnit(place: NumberInPlace, earlier: readonly Figure[]): FoundUnit | null {
  const { mention, keys, from, to } = place
  const value = mention.value
  const last = earlier.at(-1)
  if (value === null || last === undefined || mention.ordinal) return null
  const scaled = /(?:میلیارد|میلیون|هزار)$/.test(key(mention.text))
  const follows = keys[from - 1] === 'به' && keys.slice(0, from).includes('از')
  if (follows && last.value !== null && last.unit !== 'رتبه') {
    const power = scaled ? ONE : scaleBetween(last.value, value)
    return { unit: last.unit, factor: power, loose: last.loose, elided: true, to }
  }
  if (!scaled || value.lt(1e6)) return null
  const money = earlier.findLast((figure) => MONEY.has(unitDimension(figure.unit)))
  if (money === undefined) return null
  return { unit: money.unit, factor: ONE, loose: false, elided: true, to }
}

const MONEY = new Set(['پول', 'دلار', 'یورو'])

/** The scale word that «۲.۴» shares with «۱.۲ میلیارد». */
function scaleBetween(said: Big, bare: Big): Big {
  for (const power of [9, 6, 3]) {
    const ratio = bare.times(`1e${power}`).div(said)
    if (said.gte(`1e${power}`) && ratio.gte(0.05) && ratio.lte(50)) return new Big(`1e${power}`)
  }
  return ONE
}
