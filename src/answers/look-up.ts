import { findObservations, observationsAt } from '../facts/observations.ts'
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
  const looking = find(desk, indicatorId, placeIds)
  known.set(key, looking)
  return await looking
}

function find(
  { db }: Desk,
  indicatorId: number,
  placeIds: readonly number[] | null,
): Promise<readonly Observation[]> {
  const [placeId, ...others] = placeIds ?? []
  if (placeId !== undefined && others.length === 0) return observationsAt(db, indicatorId, placeId)
  const indicatorIds = [indicatorId]
  return findObservations(db, placeIds === null ? { indicatorIds } : { indicatorIds, placeIds })
}

/** What was found for a question: several steps of one answer look at the same figures. */
const lookedUp = new WeakMap<Desk, Map<string, Promise<readonly Observation[]>>>()
