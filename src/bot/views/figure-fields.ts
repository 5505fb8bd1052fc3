import type { NewObservation, Reference } from '../../facts/changes.ts'
import type { SourceInput } from '../../facts/sources.ts'
import type { ObservationContent, Source, Vocabulary } from '../../facts/types.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { FIELDS } from '../entry/fields.fa.ts'
import { texts } from '../texts.fa.ts'
import { dayText } from './moments.ts'
import { qualifiedQuantity } from './quantity-text.ts'

export interface ShownField {
  readonly field: (typeof FIELDS)[number]
  readonly label: string
  /** Null where nothing is said. */
  readonly text: string | null
}

/** Names of what is referred to; a thing that was retired since goes by its number. */
export interface Names {
  indicator(reference: Reference): string
  place(reference: Reference): string
}

/** What an observation says or is to say, apart from its source. */
export type ShownContent = Omit<NewObservation, 'sourceId'>

export function namesOf({ indicators, places }: Vocabulary): Names {
  const nameIn = (things: readonly { readonly id: number; readonly name: string }[]) => {
    const byId = new Map(things.map(({ id, name }) => [id, name]))
    return (reference: Reference) =>
      typeof reference === 'object'
        ? reference.name
        : (byId.get(reference) ?? texts.unnamed(reference))
  }
  return { indicator: nameIn(indicators), place: nameIn(places) }
}

/** What an observation says, field by field, in the order of /edit's numbers. */
export function shownFields(
  content: ShownContent,
  source: Source | SourceInput | null,
  names: Names,
): ShownField[] {
  const inferred = content.periodBasis === 'inferred' ? ` (${texts.inferredPeriod})` : ''
  const said: Record<(typeof FIELDS)[number], string | null> = {
    indicator: names.indicator(content.indicatorId),
    place: names.place(content.placeId),
    period: formatPeriod(content.period) + inferred,
    kind: texts.kinds[content.kind],
    measure: texts.measures[content.measure],
    value: content.quantity && qualifiedQuantity(content.qualifier, content.quantity),
    statement: content.statement,
    speaker: content.speaker,
    quote: content.quote,
    title: source?.title ?? null,
    publisher: source?.publisher ?? null,
    url: source?.url ?? null,
    publishedOn: source?.publishedOn ? dayText(source.publishedOn) : null,
    note: content.note,
  }
  return FIELDS.map((field) => ({ field, label: texts.labels[field], text: said[field] }))
}

export interface FieldChange {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** The fields in which two versions of an observation differ. */
export function fieldChanges(
  before: readonly ShownField[],
  after: readonly ShownField[],
): FieldChange[] {
  return before.flatMap(({ field, label, text }) => {
    const now = after.find((shown) => shown.field === field)?.text ?? null
    return now === text ? [] : [{ label, before: text, after: now }]
  })
}

/** «احیای واحدهای راکد صنعتی، قم، سال ۱۳۹۹، هدف: ۳۵ واحد»: a figure in one line. */
export function figureLine(content: ShownContent, names: Names): string {
  return texts.labelled(
    headOf(content, names.indicator(content.indicatorId), names.place(content.placeId)),
    valueLine(content),
  )
}

export function headOf(
  { period, kind, measure }: Pick<ObservationContent, 'period' | 'kind' | 'measure'>,
  indicator: string,
  place: string,
): string {
  const words = [indicator, place, formatPeriod(period)]
  if (kind !== 'actual') words.push(texts.kinds[kind])
  if (measure !== 'level') words.push(texts.measures[measure])
  return words.join('، ')
}

export const valueLine = (
  content: Pick<ObservationContent, 'quantity' | 'qualifier' | 'statement'>,
): string =>
  content.quantity
    ? qualifiedQuantity(content.qualifier, content.quantity)
    : (content.statement ?? texts.unsaid)
