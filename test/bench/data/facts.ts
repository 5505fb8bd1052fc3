import { type IndicatorName, indicatorNames, type PlaceName, placeNames } from './names.ts'

export interface Fact {
  readonly indicator: IndicatorName
  readonly place: PlaceName
  readonly year: number
  readonly value: number
}

export interface Facts {
  readonly size: number
  /** All names that are known; a small store has figures of some of them. */
  readonly indicators: readonly IndicatorName[]
  readonly years: readonly number[]
  /** Each number below `size` has its fact, always the same one. */
  at(number: number): Fact
  has(fact: Omit<Fact, 'value'>): boolean
}

const LAST_YEAR = 1405
const MOST_YEARS = 26
export const MOST_INDICATORS = 2000
const MOST_FACTS = 1_000_000
/** Coprime to the numbers of indicators: names next to each other in the list are alike. */
const STRIDE = 887

/**
 * Synthetic figures: one half of provinces, the other of counties. A store grows by indicators and
 * by years, so a small one is as dense as a large one: about a third of what there could be of its
 * provinces is held. All `indicatorCount` names are known at every size. Facts are worked out rather
 * than kept, so that no subject of the benchmark carries a second copy. Throws a RangeError when
 * there are not so many different ones.
 */
export function createFacts(size: number, indicatorCount = MOST_INDICATORS): Facts {
  const share = size / MOST_FACTS
  const years = Math.min(MOST_YEARS, Math.max(3, Math.round(MOST_YEARS * Math.cbrt(share))))
  const held = Math.ceil((MOST_INDICATORS * MOST_YEARS * share) / years)
  const indicators = indicatorNames(indicatorCount)
  const spread = Array.from(
    { length: Math.min(held, indicatorCount) },
    (_, index) => indicators[(index * STRIDE) % indicatorCount],
  ).filter((one) => one !== undefined)
  const places = placeNames()
  const [provinces, counties] = (['province', 'county'] as const).map((kind) =>
    createGrid(
      spread,
      places.filter((place) => place.kind === kind),
      years,
    ),
  )
  if (!provinces || !counties || Math.ceil(size / 2) > provinces.cells)
    throw new RangeError(`${size} facts are more than there can be`)
  return {
    size,
    indicators,
    years: Array.from({ length: years }, (_, index) => LAST_YEAR - index),
    at(number) {
      const grid = number % 2 === 0 ? provinces : counties
      return { ...grid.at(Math.floor(number / 2)), value: ((number * 7919) % 99_991) + 1 }
    },
    has(fact) {
      const [grid, odd] = fact.place.kind === 'province' ? [provinces, 0] : [counties, 1]
      return 2 * grid.numberOf(fact) + odd < size
    },
  }
}

/** All cells of indicator, place and year, walked through in wide steps that meet each cell once. */
function createGrid(
  indicators: readonly IndicatorName[],
  places: readonly PlaceName[],
  years: number,
) {
  const cells = indicators.length * places.length * years
  const step = coprimeNear(Math.floor(cells * 0.618), cells)
  const back = inverse(step, cells)
  const placeNumbers = new Map(places.map((place, index) => [place.name, index]))
  const indicatorNumbers = new Map(indicators.map(({ name }, index) => [name, index]))
  return {
    cells,
    at(number: number): Omit<Fact, 'value'> {
      const cell = product(number, step, cells)
      const indicator = indicators[cell % indicators.length]
      const rest = Math.floor(cell / indicators.length)
      const place = places[rest % places.length]
      if (!indicator || !place) throw new RangeError(`no cell ${cell}`)
      return { indicator, place, year: LAST_YEAR - Math.floor(rest / places.length) }
    },
    numberOf({ indicator, place, year }: Omit<Fact, 'value'>): number {
      const placeNumber = placeNumbers.get(place.name) ?? 0
      const rest = (LAST_YEAR - year) * places.length + placeNumber
      const cell = rest * indicators.length + (indicatorNumbers.get(indicator.name) ?? 0)
      return product(cell, back, cells)
    },
  }
}

/** Both factors are below `modulus`, which is some 25 million: doubles hold the product exactly. */
const product = (a: number, b: number, modulus: number): number => (a * b) % modulus

function coprimeNear(start: number, modulus: number): number {
  for (let step = start; ; step++) if (greatestDivisor(step, modulus) === 1) return step
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** The number whose product with `step` leaves 1, by Euclid. */
function inverse(step: number, modulus: number): number {
  let [before, now, factorBefore, factor] = [modulus, step, 0, 1]
  while (now > 1) {
    const quotient = Math.floor(before / now)
    ;[before, now] = [now, before - quotient * now]
    ;[factorBefore, factor] = [factor, factorBefore - quotient * factor]
  }
  return ((factor % modulus) + modulus) % modulus
}
