import type { Kind, Observation, Vocabulary } from '../facts/types.ts'
import type { Derivation, Figure } from './answer.ts'
import { texts } from './texts.fa.ts'

/** Names behind the ids of observations, looked up once per answer. */
export class Names {
  readonly #places: ReadonlyMap<number, string>
  readonly #indicators: ReadonlyMap<number, Vocabulary['indicators'][number]>
  readonly #placesById: ReadonlyMap<number, Vocabulary['places'][number]>
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#placesById = new Map(vocabulary.places.map((place) => [place.id, place]))
    const provinces = new Set(
      vocabulary.places.filter(({ kind }) => kind === 'province').map(({ name }) => name),
    )
    this.#places = new Map(
      vocabulary.places.map(({ id, kind, name }) => [
        id,
        kind === 'county' && provinces.has(name) ? texts.county(name) : name,
      ]),
    )
    this.#indicators = new Map(vocabulary.indicators.map((one) => [one.id, one]))
  }

  /** The place's name; «شهرستان قم» where a province has the same one. */
  place(id: number): string {
    return this.#places.get(id) ?? ''
  }

  placeOf(id: number) {
    return this.#placesById.get(id)
  }

  allIndicators(): string[] {
    return this.#vocabulary.indicators.map((indicator) => indicator.name)
  }

  /** The indicators whose base unit it is. */
  indicatorsIn(unit: string): Vocabulary['indicators'][number][] {
    return this.#vocabulary.indicators.filter((indicator) => indicator.unit === unit)
  }

  get country() {
    return this.#vocabulary.places.find((place) => place.kind === 'country')
  }

  hasIndicator(id: number): boolean {
    return this.#indicators.has(id)
  }

  indicator(id: number): Vocabulary['indicators'][number] {
    const indicator = this.#indicators.get(id)
    if (indicator === undefined) throw new RangeError(`no indicator ${id}`)
    return indicator
  }
}

/** The unit that an observation's value is in: its base unit, or that of its measure. */
export function unitOf(observation: Observation, names: Names): string {
  if (observation.measure === 'rank') return 'رتبه'
  if (observation.measure === 'level') return names.indicator(observation.indicatorId).unit
  return observation.quantity?.unit ?? names.indicator(observation.indicatorId).unit
}

/** An observation as it leaves the program. */
export function figureOf(observation: Observation, names: Names): Figure {
  const { source } = observation
  return {
    value: observation.value,
    unit: unitOf(observation, names),
    qualifier: observation.qualifier,
    kind: observation.kind,
    measure: observation.measure,
    indicator: names.indicator(observation.indicatorId).name,
    place: names.place(observation.placeId),
    period: observation.period,
    periodBasis: observation.periodBasis,
    derived: null,
    ...(observation.statement === null ? {} : { statement: observation.statement }),
    speaker: observation.speaker,
    quote: observation.quote,
    source: {
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      publishedOn: source.publishedOn,
    },
    observationId: observation.id,
  }
}

export interface DerivedValue {
  readonly value: number
  readonly unit: string
  readonly qualifier?: Figure['qualifier']
  readonly kind?: Kind
  readonly measure?: Figure['measure']
  readonly place?: string
  readonly period?: string
}

/** A computed figure; place, period and kind are those of the first input unless given. */
export function derivedFigure(
  derived: DerivedValue,
  formula: string,
  inputs: readonly Figure[],
): Figure {
  const first = inputs[0]
  if (first === undefined) throw new RangeError('a derived figure needs inputs')
  const derivation: Derivation = { formula, inputs }
  return {
    value: derived.value,
    unit: derived.unit,
    qualifier: derived.qualifier ?? 'exact',
    kind: derived.kind ?? first.kind,
    measure: derived.measure ?? 'level',
    indicator: first.indicator,
    place: derived.place ?? first.place,
    period: derived.period ?? first.period,
    periodBasis: inputs.some((input) => input.periodBasis === 'inferred') ? 'inferred' : 'stated',
    derived: derivation,
    speaker: null,
    quote: null,
    source: null,
    observationId: null,
  }
}
