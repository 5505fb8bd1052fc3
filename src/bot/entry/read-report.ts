import type { Place } from '../../facts/types.ts'
import { exactValue, quantityOf } from '../../facts/values.ts'
import type { Draft } from '../../ingest/draft.ts'
import type { SlowWork } from '../work/slow-work.ts'
import { keepFields } from './entry-state.ts'
import type { ReadFields } from './read-fields.ts'
import { readValue } from './read-value.ts'
import type { ReviewItem } from './review-state.ts'
import type { Scene } from './scene.ts'

/** Offered for all figures whose place the report leaves open. */
const MOST_PLACES = 6

/** A report as it was read: a card for each figure, and the places that it names most. */
export interface ReadReport {
  readonly items: ReviewItem[]
  readonly placeIds: number[]
}

/**
 * The figures of a report, each as a card to be looked at; `publishedOn` is a Gregorian ISO day.
 * Throws what {@link SlowWork} throws.
 */
export async function readReport(
  text: string,
  publishedOn: string | null,
  scene: Scene,
  { readReport: read }: SlowWork,
): Promise<ReadReport> {
  const { drafts, namesPlace, placeIds } = await read(text, publishedOn, scene.vocabulary)
  const items = drafts.map((draft, at) => ({
    draft: { ...draft, flags: [...draft.flags], alternatives: [...draft.alternatives] },
    fields: keepFields(fieldsOf(draft, scene)),
    namesPlace: namesPlace[at] ?? true,
    touched: false,
    status: 'open' as const,
  }))
  return { items, placeIds: placeIds.slice(0, MOST_PLACES) }
}

/** The figures read anew, apart from those that the reviewer decided on or corrected. */
export async function readAgain(
  items: readonly ReviewItem[],
  text: string,
  publishedOn: string | null,
  scene: Scene,
  slowWork: SlowWork,
): Promise<ReviewItem[]> {
  const isDone = ({ touched, status }: ReviewItem) => touched || status !== 'open'
  const done = new Map(items.filter(isDone).map((item) => [item.draft.start, item]))
  const read = await readReport(text, publishedOn, scene, slowWork)
  return read.items.map((item) => done.get(item.draft.start) ?? item)
}

/** Whether the value is for the reviewer to choose: it can be read in several ways. */
export const isUndecided = ({ draft, fields }: ReviewItem): boolean =>
  fields.value === undefined && draft.alternatives.length > 1

function fieldsOf(draft: Draft, scene: Scene): ReadFields {
  const known = draft.matchedIndicator ?? draft.indicator
  const [indicator, ...others] = scene.indicators.resolve(known)
  const place = placeOf(draft, scene)
  const named =
    indicator && others.length === 0
      ? { indicator }
      : draft.indicator === ''
        ? {}
        : { newIndicator: draft.indicator }
  return {
    ...named,
    ...(place && { place }),
    ...(draft.period !== null && {
      period: { period: draft.period, basis: draft.periodBasis ?? 'inferred' },
    }),
    kind: draft.kind,
    measure: draft.measure,
    ...(draft.value !== null && draft.alternatives.length < 2 && draftValue(draft, draft.value)),
    unit: draft.unit === '' ? null : draft.unit,
    speaker: draft.speaker,
    quote: draft.quote,
  }
}

/** A county that is called as its province is asked for. */
function placeOf({ place, quote }: Draft, { vocabulary, places }: Scene): Place | null {
  if (place === null) return null
  const [first, ...others] = places.resolve(place)
  const namesakes = vocabulary.places.filter(({ name }) => name === place)
  const isUnclear = namesakes.length > 1 && quote.includes('شهرستان')
  return first && others.length === 0 && !isUnclear ? first : null
}

/** What a chosen reading says: of a range («۳۰ تا ۴۰») one end is a bound, and no exact figure. */
export function chosenDraft(draft: Draft, value: number): Draft {
  if (!draft.flags.includes('range')) return draft
  const low = Math.min(...draft.alternatives)
  return { ...draft, qualifier: value === low ? 'at_least' : 'at_most' }
}

/** The value as the report writes it, when that is what the draft says; else the number in full. */
export function draftValue(
  { valueText, unit, qualifier }: Draft,
  value: number,
): Required<Pick<ReadFields, 'value'>> {
  const written = readValue(valueText)
  if (written && written.unit === unit) {
    const quantity = { ...written.quantity, unit }
    if (exactValue(quantity).eq(value)) {
      return { value: { qualifier, quantity: written.quantity } }
    }
  }
  const { digits, decimals, power } = quantityOf(value, unit)
  return { value: { qualifier, quantity: { digits, decimals, power } } }
}

/** The cards whose place the report leaves open; a sentence that names several is not among them. */
export function withoutPlace(items: readonly ReviewItem[]): number[] {
  return items.flatMap(({ fields, namesPlace, status }, index) => {
    const isOpen = fields.placeId === undefined && status !== 'skipped'
    return isOpen && !namesPlace ? [index] : []
  })
}
