import { key } from '../persian/normalise.ts'
import { isMeasure, readUnit, unitDimension } from '../persian/units.ts'
import type { Grammar } from './grammar.ts'
import type { Lexicon } from './lexicon.ts'
import type { PhraseMatch } from './phrase-match.ts'
import { isWord, type Word } from './sense.ts'

const PERSON = 'نفر'
/** Of these no persons are counted: «واسه چند نفر کار درست کرد» is no number of units. */
const THINGS = new Set(
  'واحد معدن هتل شهرک پروژه طرح فقره دستگاه روستا حلقه مصوبه بازدید باب'.split(' '),
)

/** Things counted may go by several nouns; a measure fits its own dimension alone. */
export function fits(unit: string, match: PhraseMatch, lexicon: Lexicon): boolean {
  const indicator = lexicon.indicators.get(match.phrase.indicatorId)
  if (indicator === undefined || unit === PERCENT) return true
  if (unit === PERSON && THINGS.has(indicator.unit)) return false
  if (unitDimension(unit) === unitDimension(indicator.unit)) return true
  return !isMeasure(unit) && !isMeasure(indicator.unit)
}

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
