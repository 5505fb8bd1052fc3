import Big from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import { fold } from '../persian/normalise.ts'
import { findNumbers, type NumberMention } from '../persian/numerals.ts'
import type { PeriodMention } from '../persian/periods.ts'
import { type BrokenNumber, brokenNumber } from './broken-numbers.ts'
import type { DraftFlag } from './draft.ts'
import { figureUnit } from './figure-unit.ts'
import { notAFigure } from './not-figures.ts'
import { keysOf } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { UNIT_ADJECTIVES } from './words/nouns.ts'

/** A number of a sentence that states something, with its unit. */
export interface Figure {
  /** Offsets in the sentence, unit included, end exclusive. */
  readonly start: number
  readonly end: number
  /** Token indexes: of the number, and just after its unit. */
  readonly from: number
  readonly to: number
  readonly value: Big | null
  readonly alternatives: readonly Big[]
  readonly unit: string
  /** A noun in place of a unit of the table. */
  readonly loose: boolean
  readonly qualifier: Qualifier
  readonly flags: readonly DraftFlag[]
  /** «۱۱۷ درصدی»: an adjective of the noun before it. */
  readonly adjective: boolean
}

/** A number on its way to a figure, with what the rules look at. */
export interface NumberInPlace {
  readonly mention: NumberMention
  readonly sentence: Sentence
  readonly keys: readonly string[]
  /** Token indexes of number and unit. */
  readonly from: number
  readonly to: number
  /** Token index just after the number itself. */
  readonly unitFrom: number
  readonly periods: readonly PeriodMention[]
}

/** The figures of a sentence in their order. */
export function figuresOf(
  sentence: Sentence,
  periods: readonly PeriodMention[],
  earlier: readonly Figure[],
): Figure[] {
  const keys = keysOf(sentence.tokens)
  const figures: Figure[] = []
  const mentions = findNumbers(sentence.text, sentence.tokens)
  mentions.forEach((mention, index) => {
    const next = mentions[index + 1]
    // The beginning of a number that goes on: the whole of it is asked about.
    if (mention.unit === null && next && brokenNumber(sentence.text, next, mention) !== null) return
    const place = inPlace(mention, sentence, keys, periods)
    const unit = figureUnit(place, [...earlier, ...figures]) ?? sharedUnit(place, next)
    if (unit === null || notAFigure(place, unit) !== null) return
    const broken = brokenNumber(sentence.text, mention, mentions[index - 1])
    const figure = figureOf(place, unit)
    figures.push(broken === null ? figure : asBroken(figure, broken, unit.factor))
  })
  return figures
}

function asBroken(figure: Figure, broken: BrokenNumber, factor: Big): Figure {
  return {
    ...figure,
    start: broken.start,
    value: null,
    alternatives: broken.alternatives.map((value) => value.times(factor)),
    flags: [broken.kind === 'spaced-decimal' ? 'ambiguous-decimal' : 'implausible'],
  }
}

/** «ظرفیت‌های ۹۴ و ۶۷ تن»: the unit of the second counts for the first. */
function sharedUnit(place: NumberInPlace, next: NumberMention | undefined): FoundUnit | null {
  const { mention, sentence, to } = place
  if (next?.unit == null || next.value === null || mention.value === null) return null
  if (mention.ordinal || mention.yearLike || mention.vague || next.ordinal) return null
  const between = fold(sentence.text.slice(mention.end, next.start))
  if (!/^(?:و|یا|،|,)$/.test(between) || next.unit.unit === 'رتبه') return null
  const unit = figureUnit({ ...place, mention: next }, [])
  return unit === null ? null : { ...unit, elided: true, to }
}

function inPlace(
  mention: NumberMention,
  sentence: Sentence,
  keys: readonly string[],
  periods: readonly PeriodMention[],
): NumberInPlace {
  const { tokens } = sentence
  const from = tokens.findIndex((token) => token.end > mention.start)
  const after = tokens.findIndex((token) => token.start >= mention.end)
  const to = after === -1 ? tokens.length : after
  const unitStart = mention.unit?.start ?? mention.end
  const unitAt = tokens.findIndex((token) => token.start >= unitStart)
  const unitFrom = unitAt === -1 || unitAt < from ? to : Math.min(to, unitAt)
  return { mention, sentence, keys, from, to, unitFrom, periods }
}

export interface FoundUnit {
  readonly unit: string
  /** What the number is multiplied with to be in `unit`. */
  readonly factor: Big
  readonly loose: boolean
  readonly elided: boolean
  /** Token index just after it. */
  readonly to: number
}

const FLAG_OF_DOUBT: Readonly<Record<string, DraftFlag>> = {
  'reversed-decimal': 'ambiguous-decimal',
  'thousands-or-decimal': 'ambiguous-decimal',
  scale: 'ambiguous-decimal',
}

function figureOf(place: NumberInPlace, unit: FoundUnit): Figure {
  const { mention, sentence } = place
  const flags: DraftFlag[] = []
  const scaled = (value: Big) => value.times(unit.factor)
  let value = mention.value === null ? null : scaled(mention.value)
  let alternatives: Big[] = []
  if (mention.range !== undefined) {
    flags.push('range')
    alternatives = mention.range.map(scaled)
    value = alternatives[0] ?? null
  }
  if (mention.ambiguous !== undefined && mention.value !== null) {
    flags.push(FLAG_OF_DOUBT[mention.ambiguous] ?? 'ambiguous-decimal')
    const other = (mention.alternatives ?? []).map(scaled)
    const said = scaled(mention.value)
    alternatives = [said, ...other]
    value = null
  }
  if (unit.elided) flags.push('unit-elided')
  if (mention.fraction && value !== null) flags.push('rounded')
  const last = place.keys[unit.to - 1] ?? ''
  // «عنوان نخست»: the rank is said by the word before.
  const ranked = unit.unit === 'رتبه' && mention.unit === null && unit.to === place.to
  const end = Math.max(mention.end, sentence.tokens[unit.to - 1]?.end ?? 0)
  return {
    start: ranked ? (sentence.tokens[place.from - 1]?.start ?? mention.start) : mention.start,
    end,
    from: place.from,
    to: Math.max(place.to, unit.to),
    value: mention.fraction && value !== null ? new Big(value.toPrecision(15)) : value,
    alternatives,
    unit: unit.unit,
    loose: unit.loose,
    qualifier: mention.qualifier,
    flags,
    adjective: unit.to > place.from && ADJECTIVE_ENDS.has(last),
  }
}

const ADJECTIVE_ENDS = new Set(UNIT_ADJECTIVES)
