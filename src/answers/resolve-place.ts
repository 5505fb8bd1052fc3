import { placesWithIndicator } from '../facts/observations.ts'
import type { Executor } from '../facts/open.ts'
import type { Question, Slot } from '../questions/question.ts'
import type { Names } from './figures.ts'

export type PlaceResolution =
  | { readonly status: 'known'; readonly places: Slot<readonly number[]> }
  /** Several places have the figure: the asker chooses. */
  | { readonly status: 'open'; readonly placeIds: readonly number[] }
  | { readonly status: 'none' }

/**
 * Fills a place that was left unsaid, openly: the chat's default, or the only place that has the
 * indicator; otherwise it is asked for.
 */
export async function resolvePlace(
  db: Executor,
  question: Question,
  defaultPlaceId: number | null,
  names: Names,
): Promise<PlaceResolution> {
  if (question.places !== null) return { status: 'known', places: question.places }
  const indicatorId = question.indicator?.value
  if (indicatorId === undefined) return { status: 'none' }
  if (defaultPlaceId !== null)
    return { status: 'known', places: { value: [defaultPlaceId], origin: 'default' } }
  const held = await placesWithIndicator(db, indicatorId)
  if (held.length === 0) return { status: 'none' }
  if (held.length === 1) {
    const only = held[0] as (typeof held)[number]
    return { status: 'known', places: { value: [only.placeId], origin: 'assumed' } }
  }
  const country = names.country?.id
  const ids = held
    .sort(
      (a, b) =>
        Number(b.placeId === country) - Number(a.placeId === country) ||
        b.observations - a.observations,
    )
    .map((place) => place.placeId)
  return { status: 'open', placeIds: ids }
}
