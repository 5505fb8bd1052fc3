import { kindOf, measureOf } from '../../facts/import-words.ts'
import type {
  Indicator,
  Kind,
  Measure,
  PeriodBasis,
  Place,
  Qualifier,
  Quantity,
} from '../../facts/types.ts'
import { unitOfValue } from '../../facts/values.ts'
import { fold, key } from '../../persian/normalise.ts'
import { readPeriod } from '../../persian/parse-period.ts'
import { splitUnit } from '../../persian/units.ts'
import { texts } from '../texts.fa.ts'
import { type Field, NOTHING } from './fields.fa.ts'
import { readDay } from './read-day.ts'
import { readValue } from './read-value.ts'
import type { Scene } from './scene.ts'

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
      const [indicator, ...others] = scene.indicators.resolve(text)
      if (others.length > 0) return [texts.ambiguousIndicator(text)]
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
      const kind = readKind(text)
      if (!kind) return [texts.unknownKind(text)]
      fields.kind = kind
      return []
    }
    case 'measure': {
      const measure = measureOf(text)
      if (!measure) return [texts.unknownMeasure(text)]
      fields.measure = measure
      return []
    }
    case 'value': {
      const value = readValue(text)
      if (!value) return [texts.unknownValue(text)]
      fields.value = value
      const unit = value.unit === null ? null : scene.units(value.unit)
      fields.unit = unit ?? fields.unit ?? null
      return []
    }
    case 'unit':
      fields.unit = scene.units(splitUnit(text).unit)
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
  if (unitOfValue(unit, measure, indicator.unit) !== null) return null
  return texts.otherUnit(unit, indicator.name, indicator.unit)
}

/** «هدف» and its like, also the words that the bot itself shows. */
export function readKind(text: string): Kind | null {
  const shown = Object.entries(texts.kinds).find(([, word]) => key(word) === key(text))
  return kindOf(shown?.[0] ?? text)
}

function readPlaceField(fields: ReadFields, text: string, { places }: Scene): string[] {
  const [place, ...others] = places.resolve(text)
  if (!place) {
    const near = places.nearest(text)
    const hint = near.length > 0 ? [texts.nearestPlaces(near.join('، '))] : []
    return [[texts.unknownPlace(text), ...hint].join(' ')]
  }
  if (others.length > 0) {
    const labels = [place, ...others].map(places.label)
    return [texts.ambiguousPlace(text, labels.join(' / '))]
  }
  fields.place = place
  return []
}

/** «…» round the whole text are the writer's, not the speaker's. */
function withoutQuotes(text: string): string {
  const inner = /^«([^«»]*)»$/.exec(text.trim())
  return (inner?.[1] ?? text).trim()
}
