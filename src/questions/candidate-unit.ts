import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { isMeasure, readUnit, unitDimension } from '../persian/units.ts'
import type { Grammar, UnitAsked } from './grammar.ts'
import type { Lexicon } from './lexicon.ts'
import { wordKeys } from './name-words.ts'
import type { PhraseMatch } from './phrase-match.ts'
import { isWord, type Word } from './sense.ts'
import { POINTS } from './special-units.ts'

const MUCH = new Set(['چقدر', 'چقد', 'چقدره'])
const PERSON = 'نفر'
/** Of these no persons are counted: «واسه چند نفر کار درست کرد» is no number of units. */
const THINGS = new Set(
  'واحد معدن هتل شهرک پروژه طرح فقره دستگاه روستا حلقه مصوبه بازدید باب شرکت کارگاه کارخانه نیروگاه جایگاه رأس قطعه رشته نقطه تخت کلنی سد چاه مدرسه'.split(
    ' ',
  ),
)

/**
 * Whether what is asked for may be counted in the indicator's unit. A measure fits its own dimension
 * alone. Things go by any numerative («چند فقره»), by the nouns that mean the same, and by what the
 * name itself calls them («چند روستا» of «روستاهای گازرسانی‌شده»); «چند معدن راکد احیا شد» is no
 * number of «واحدهای راکد».
 */
export function fits(
  asked: UnitAsked,
  match: PhraseMatch,
  keys: Grammar['keys'],
  lexicon: Lexicon,
): boolean {
  const { unit } = asked
  const indicator = lexicon.indicators.get(match.phrase.indicatorId)
  if (indicator === undefined || unit === PERCENT) return true
  if (unit === POINTS) return indicator.unit === PERCENT
  if (unit === PERSON && THINGS.has(indicator.unit)) return false
  if (unitDimension(unit) === unitDimension(indicator.unit)) return true
  // «چقدر بار جابه‌جا شد» weighs what it names; «چند بار» would count.
  const isNamed = MUCH.has(keys[asked.from] ?? '') && match.words.has(asked.from + 1)
  if (isNamed && !isMeasure(unit)) return true
  if (isMeasure(unit) || isMeasure(indicator.unit)) return false
  if (
    NUMERATIVES.has(unit) ||
    SAME_THINGS.some((group) => group.has(unit) && group.has(indicator.unit))
  )
    return true
  const own = wordKeys(indicator.name).flatMap((word) => [word, ...stemsOf(word)])
  for (let at = asked.from; at < asked.to; at++)
    if (match.words.has(at) || own.includes(keys[at] ?? '')) return true
  // «چند اقامتگاه بوم‌گردی», its words joined to the name.
  return match.words.has(asked.to) && (keys[asked.to] ?? '').startsWith(key(unit))
}

/** Words that count anything and name nothing. */
const NUMERATIVES = new Set('واحد فقره مورد رأس قطعه دستگاه عدد باب حلقه اصله نفر'.split(' '))
/** Nouns by which one and the same thing is counted. */
const SAME_THINGS = [
  'واحد کارخانه کارگاه شرکت بنگاه',
  'پروژه طرح',
  'جواز مجوز پروانه فقره',
  'خانوار خانواده',
  'چاه حلقه',
  'نهال اصله',
  'خودرو کامیون تراکتور دستگاه',
].map((nouns) => new Set(nouns.split(' ')))

/** «نیروگاه خورشیدی فارس ۱۴۰۲ مگاوات»: a unit that nothing else explains is the one asked for. */
export function unitLeftOver(
  words: readonly Word[],
  grammar: Grammar,
  explained: ReadonlySet<number>,
  indicatorUnit: string | undefined,
): { unit: string; from: number; to: number } | null {
  if (indicatorUnit === undefined) return null
  for (let at = 0; at < words.length; at++) {
    if (explained.has(at) || !isWord(words[at])) continue
    if (grammar.keys[at] === key(indicatorUnit))
      return { unit: indicatorUnit, from: at, to: at + 1 }
    const reading = readUnit(grammar.tokens, at)
    if (reading === null) continue
    const same = unitDimension(reading.unit) === unitDimension(indicatorUnit)
    if (same || reading.unit === PERCENT) return { unit: reading.unit, from: at, to: reading.next }
  }
  return null
}

const PERCENT = 'درصد'
