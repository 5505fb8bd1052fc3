import { toGregorian } from 'jalaali-js'
import { fold } from '../persian/normalise.ts'
import { StoreError } from './errors.ts'
import type { ImportColumn, ImportRow } from './import-columns.ts'
import { basisOf, kindOf, measureOf, qualifierOf } from './import-words.ts'
import type { PlaceIndex } from './place-index.ts'
import { type SourceInput, sourceIdentity } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { Kind, Measure, PeriodBasis, Qualifier, Quantity } from './types.ts'
import type { UnitNames } from './unit-names.ts'

/** How the words in the cells are read; given by the caller, because grammar is not the store's. */
export interface ImportReaders {
  /** A number or a Persian phrase in a unit that may be scaled («میلیارد تومان»). */
  parseValue(text: string, unit: string, numeric: boolean): Quantity | { readonly error: string }
  /** Canonical notation or a Persian phrase; relative phrases count from the day, when it is known. */
  parsePeriod(
    text: string,
    referenceDay: string | null,
  ): { readonly period: string; readonly basis: PeriodBasis } | { readonly error: string }
}

/** A row whose cells make sense by themselves. */
export interface ReadRow {
  readonly row: number
  readonly indicator: string
  readonly placeId: number
  readonly period: string
  readonly periodBasis: PeriodBasis
  readonly kind: Kind
  readonly measure: Measure
  /** Null where the cell was left empty. */
  readonly qualifier: Qualifier | null
  /** Whether the file itself says how the period is known. */
  readonly basisGiven: boolean
  readonly quantity: Quantity | null
  readonly unit: string
  readonly statement: string | null
  readonly speaker: string | null
  readonly quote: string | null
  readonly source: SourceInput
  readonly sourceIdentity: string
  readonly note: string | null
}

export interface RefusedRow {
  readonly row: number
  readonly column: ImportColumn | null
  /** Persian, for the person. */
  readonly reason: string
}

export interface ReadingContext {
  readonly readers: ImportReaders
  readonly places: PlaceIndex
  readonly units: UnitNames
  /** For rows that name no source of their own, such as the name of the file. */
  readonly defaultSource?: SourceInput
}

/** Reads one row, or says why it is refused. */
export function readRow(
  { row, cells }: ImportRow,
  { readers, places, units, defaultSource }: ReadingContext,
): ReadRow | RefusedRow {
  const cell = (column: ImportColumn): string => String(cells[column] ?? '').trim()
  const orNull = (column: ImportColumn): string | null => cell(column) || null
  const refused = (column: ImportColumn | null, reason: string): RefusedRow => ({
    row,
    column,
    reason,
  })

  for (const column of ['indicator', 'place', 'period'] as const) {
    if (cell(column) === '') return refused(column, texts.import.empty(column))
  }
  const [place, ...others] = places.resolve(cell('place'))
  if (!place) {
    return refused('place', texts.import.unknownPlace(cell('place'), places.nearest(cell('place'))))
  }
  if (others.length > 0) {
    const labels = [place, ...others].map((found) => places.label(found))
    return refused('place', texts.import.ambiguousPlace(cell('place'), labels))
  }

  const kind = cell('kind') === '' ? 'actual' : kindOf(cell('kind'))
  if (!kind) return refused('kind', texts.import.unknownWord('kind', cell('kind')))
  const measure = cell('measure') === '' ? 'level' : measureOf(cell('measure'))
  if (!measure) return refused('measure', texts.import.unknownWord('measure', cell('measure')))
  const qualifier = cell('qualifier') === '' ? null : qualifierOf(cell('qualifier'))
  if (!qualifier && cell('qualifier') !== '') {
    return refused('qualifier', texts.import.unknownWord('qualifier', cell('qualifier')))
  }
  const basis = cell('period_basis') === '' ? null : basisOf(cell('period_basis'))
  if (!basis && cell('period_basis') !== '') {
    return refused('period_basis', texts.import.unknownWord('period_basis', cell('period_basis')))
  }

  const publishedOn = isoDay(cell('source_published_on'))
  if (publishedOn === undefined) {
    return refused('source_published_on', texts.invalidDay(cell('source_published_on')))
  }
  const named = [orNull('source_title'), orNull('source_publisher'), orNull('source_url')]
  const [title, publisher, url] = named
  const source = named.some((part) => part !== null)
    ? { title: title ?? null, publisher: publisher ?? null, url: url ?? null, publishedOn }
    : { ...defaultSource, ...(publishedOn === null ? {} : { publishedOn }) }
  let identity: string
  try {
    identity = sourceIdentity(source)
  } catch (error) {
    if (error instanceof StoreError) return refused('source_title', error.message)
    throw error
  }

  const period = readers.parsePeriod(cell('period'), source.publishedOn ?? null)
  if ('error' in period) return refused('period', period.error)

  const statement = orNull('statement')
  const valueText = cell('value')
  if (valueText === '' && !statement) return refused('value', texts.import.empty('value'))
  if (valueText !== '' && statement) return refused('statement', texts.valueOrStatement)
  if (valueText !== '' && cell('unit') === '') return refused('unit', texts.import.empty('unit'))
  const numeric = typeof cells.value === 'number'
  const quantity = valueText === '' ? null : readers.parseValue(valueText, cell('unit'), numeric)
  if (quantity && 'error' in quantity) return refused('value', quantity.error)

  return {
    row,
    indicator: cell('indicator'),
    placeId: place.id,
    period: period.period,
    periodBasis: basis ?? period.basis,
    kind,
    measure,
    qualifier,
    basisGiven: basis !== null || period.basis === 'inferred',
    quantity: quantity && { ...quantity, unit: units(quantity.unit) },
    unit: units(cell('unit')),
    statement,
    speaker: orNull('speaker'),
    quote: orNull('quote'),
    source,
    sourceIdentity: identity,
    note: orNull('note'),
  }
}

const DAY = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/
const LAST_JALALI_YEAR = 1700

/** An ISO day from a Gregorian or Jalali date; null for an empty cell, undefined for nonsense. */
function isoDay(text: string): string | null | undefined {
  if (text === '') return null
  const match = DAY.exec(fold(text).trim())
  if (!match) return undefined
  let [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  if (year < LAST_JALALI_YEAR) {
    const { gy, gm, gd } = toGregorian(year, month, day)
    ;[year, month, day] = [gy, gm, gd]
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
