import type { NewObservation } from '../../facts/changes.ts'
import type { SourceInput } from '../../facts/sources.ts'
import type { Observation, ObservationContent, Source, Vocabulary } from '../../facts/types.ts'
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

/** Names by id; a thing that was retired since goes by its number. */
export interface Names {
  indicator(id: number): string
  place(id: number): string
}

export function namesOf({ indicators, places }: Vocabulary): Names {
  const nameIn = (things: readonly { readonly id: number; readonly name: string }[]) => {
    const byId = new Map(things.map(({ id, name }) => [id, name]))
    return (id: number) => byId.get(id) ?? texts.unnamed(id)
  }
  return { indicator: nameIn(indicators), place: nameIn(places) }
}

/** What an observation says, field by field, in the order of /edit's numbers. */
export function shownFields(
  content: Omit<ObservationContent, 'sourceId'>,
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

/** What an observation would say after a correction whose names are all known. */
export function corrected(
  current: Observation,
  content: Partial<NewObservation>,
): { content: Omit<ObservationContent, 'sourceId'>; source: Source | SourceInput } {
  const { indicatorId, placeId, sourceId, ...rest } = content
  return {
    content: {
      ...current,
      ...rest,
      indicatorId: typeof indicatorId === 'number' ? indicatorId : current.indicatorId,
      placeId: typeof placeId === 'number' ? placeId : current.placeId,
    },
    source: typeof sourceId === 'object' ? sourceId : current.source,
  }
}

/** «احیای واحدهای راکد صنعتی، قم، سال ۱۳۹۹، هدف: ۳۵ واحد»: a figure in one line. */
export function figureLine(content: Omit<ObservationContent, 'sourceId'>, names: Names): string {
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
