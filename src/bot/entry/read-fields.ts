import type {
  Indicator,
  Kind,
  Measure,
  PeriodBasis,
  Place,
  Qualifier,
  Quantity,
  Vocabulary,
} from '../../facts/types.ts'
import { unitFactor } from '../../facts/unit-factors.ts'
import { fold } from '../../persian/normalise.ts'
import { readPeriod } from '../../persian/parse-period.ts'
import { splitUnit } from '../../persian/units.ts'
import { texts } from '../texts.fa.ts'
import { type Field, KIND_WORDS, MEASURE_WORDS, NOTHING } from './fields.fa.ts'
import { findIndicator, findPlace, nearestPlaces } from './find-names.ts'
import { readDay } from './read-day.ts'
import { readValue } from './read-value.ts'

/** What words are read against. */
export interface Scene {
  readonly vocabulary: Vocabulary
  /** ISO day (Gregorian) in Tehran. */
  readonly today: string
}

/** The fields of an entry as read; only those that were given. */
export interface ReadFields {
  indicator?: Indicator
  /** An indicator that the store does not know, as typed. */
  newIndicator?: string
  place?: Place
  period?: { readonly period: string; readonly basis: PeriodBasis }
  kind?: Kind
  measure?: Measure
  value?: { readonly qualifier: Qualifier; readonly quantity: Omit<Quantity, 'unit'> }
  /** The unit that was said with the value; null when none was. */
  unit?: string | null
  statement?: string | null
  speaker?: string | null
  quote?: string | null
  title?: string | null
  publisher?: string | null
  url?: string | null
  publishedOn?: string | null
  note?: string | null
}

/**
 * Reads one named field into `fields`; gives the sentences that say what is wrong with it, none
 * when it was read.
 */
export function readField(fields: ReadFields, field: Field, text: string, scene: Scene): string[] {
  switch (field) {
    case 'indicator': {
      const indicator = findIndicator(text, scene.vocabulary)
      if (indicator) fields.indicator = indicator
      else fields.newIndicator = text
      return []
    }
    case 'place':
      return readPlaceField(fields, text, scene)
    case 'period': {
      const reading = readPeriod(text, scene.today)
      if ('error' in reading) return [texts.unknownPeriod(text)]
      fields.period = reading
      return []
    }
    case 'kind': {
      const kind = wordIn(KIND_WORDS, text)
      if (!kind) return [texts.unknownKind(text)]
      fields.kind = kind
      return []
    }
    case 'measure': {
      const measure = wordIn(MEASURE_WORDS, text)
      if (!measure) return [texts.unknownMeasure(text)]
      fields.measure = measure
      return []
    }
    case 'value': {
      const value = readValue(text)
      if (!value) return [texts.unknownValue(text)]
      fields.value = value
      fields.unit = value.unit ?? fields.unit ?? null
      return []
    }
    case 'unit':
      fields.unit = splitUnit(text).unit
      return []
    case 'publishedOn': {
      const day = NOTHING.has(fold(text)) ? null : readDay(text, scene.today)
      if (day === null && !NOTHING.has(fold(text))) return [texts.unknownDayText(text)]
      fields.publishedOn = day
      return []
    }
    default:
      fields[field] = NOTHING.has(fold(text)) ? null : withoutQuotes(text)
      return []
  }
}

/** Why a value of this unit cannot be one of the indicator; null when it can. */
export function unitProblem(unit: string, indicator: Indicator, measure: Measure): string | null {
  if (measure !== 'level' || unitFactor(unit, indicator.unit)) return null
  return texts.otherUnit(unit, indicator.name, indicator.unit)
}

export function wordIn<Value>(words: Readonly<Record<string, Value>>, text: string): Value | null {
  const wanted = fold(text).replaceAll('\u200c', ' ').trim()
  return Object.hasOwn(words, wanted) ? (words[wanted] ?? null) : null
}

function readPlaceField(fields: ReadFields, text: string, { vocabulary }: Scene): string[] {
  const finding = findPlace(text, vocabulary)
  if (finding === null) {
    const near = nearestPlaces(text, vocabulary).map(({ name }) => name)
    const hint = near.length > 0 ? [texts.nearestPlaces(near.join('، '))] : []
    return [[texts.unknownPlace(text), ...hint].join(' ')]
  }
  if ('several' in finding) {
    const names = finding.several.map(({ name, parentId }) => {
      const parent = vocabulary.places.find(({ id }) => id === parentId)
      return parent ? `${name} ${parent.name}` : name
    })
    return [texts.ambiguousPlace(text, names.join('، '))]
  }
  fields.place = finding.found
  return []
}

/** «…» round the whole text are the writer's, not the speaker's. */
function withoutQuotes(text: string): string {
  const inner = /^«([^«»]*)»$/.exec(text.trim())
  return (inner?.[1] ?? text).trim()
}
