import type { Place, Vocabulary } from '../../facts/types.ts'
import { exactValue, quantityOf } from '../../facts/values.ts'
import type { Draft } from '../../ingest/draft.ts'
import { extractDrafts } from '../../ingest/extract.ts'
import { keysOf } from '../../ingest/phrase-table.ts'
import { PlaceFinder } from '../../ingest/places.ts'
import { withoutMarkup } from '../../ingest/plain-text.ts'
import { sentencesOf } from '../../ingest/sentences.ts'
import { keepFields } from './entry-state.ts'
import type { ReadFields } from './read-fields.ts'
import { readValue } from './read-value.ts'
import type { ReviewItem } from './review-state.ts'
import type { Scene } from './scene.ts'

/** The figures of a report, each as a card to be looked at; `publishedOn` is a Gregorian ISO day. */
export function readReport(text: string, publishedOn: string | null, scene: Scene): ReviewItem[] {
  const { vocabulary } = scene
  const drafts = extractDrafts(text, { vocabulary, ...(publishedOn !== null && { publishedOn }) })
  return drafts.map((draft) => ({
    draft: { ...draft, flags: [...draft.flags], alternatives: [...draft.alternatives] },
    fields: keepFields(fieldsOf(draft, scene)),
    touched: false,
    status: 'open',
  }))
}

/** The figures read anew, apart from those that the reviewer decided on or corrected. */
export function readAgain(
  items: readonly ReviewItem[],
  text: string,
  publishedOn: string | null,
  scene: Scene,
): ReviewItem[] {
  const isDone = ({ touched, status }: ReviewItem) => touched || status !== 'open'
  const done = new Map(items.filter(isDone).map((item) => [item.draft.start, item]))
  return readReport(text, publishedOn, scene).map((item) => done.get(item.draft.start) ?? item)
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
export function withoutPlace(items: readonly ReviewItem[], vocabulary: Vocabulary): number[] {
  const finder = new PlaceFinder(vocabulary)
  return items.flatMap(({ fields, draft, status }, index) => {
    const isOpen = fields.placeId === undefined && status !== 'skipped'
    return isOpen && placesIn(draft.quote, finder).length === 0 ? [index] : []
  })
}

/** The places that a report names, those named most first. */
export function placesOfReport(text: string, vocabulary: Vocabulary, most: number): Place[] {
  const found = placesIn(withoutMarkup(text), new PlaceFinder(vocabulary))
  const counts = new Map<Place, number>()
  for (const place of found) {
    if (place.kind !== 'country') counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return byCount.slice(0, most).map(([place]) => place)
}

const placesIn = (text: string, finder: PlaceFinder): Place[] =>
  sentencesOf(text).flatMap(({ tokens }) => finder.find(keysOf(tokens)).map(({ place }) => place))
