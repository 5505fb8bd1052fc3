import { type PlaceIndex, placeIndex } from '../../facts/place-index.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { type UnitNames, unitNames } from '../../facts/unit-names.ts'
import { type IndicatorNames, indicatorNames } from './indicator-names.ts'

/** What the words of an entry are read against. */
export interface Scene {
  readonly vocabulary: Vocabulary
  readonly indicators: IndicatorNames
  readonly places: PlaceIndex
  readonly units: UnitNames
  /** ISO day (Gregorian) in Tehran, which «امسال» counts from. */
  readonly today: string
}

export function sceneOf(vocabulary: Vocabulary, today: string): Scene {
  return {
    vocabulary,
    indicators: indicatorNames(vocabulary),
    places: placeIndex(vocabulary),
    units: unitNames(vocabulary),
    today,
  }
}
