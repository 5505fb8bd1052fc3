import { findObservations } from '../facts/observations.ts'
import type { Observation } from '../facts/types.ts'
import type { Desk } from './outcome.ts'

/** All current observations of the indicator in the places, newest first. */
export async function observationsFor(
  desk: Desk,
  indicatorId: number,
  placeIds: readonly number[] | null,
): Promise<readonly Observation[]> {
  const known = lookedUp.get(desk) ?? new Map<string, Promise<readonly Observation[]>>()
  lookedUp.set(desk, known)
  const key = JSON.stringify([indicatorId, placeIds])
  const found = known.get(key)
  if (found) return await found
  const looking = findObservations(desk.db, {
    indicatorIds: [indicatorId],
    ...(placeIds === null ? {} : { placeIds }),
  })
  known.set(key, looking)
  return await looking
}

/** What was found for a question: several steps of one answer look at the same figures. */
const lookedUp = new WeakMap<Desk, Map<string, Promise<readonly Observation[]>>>()
