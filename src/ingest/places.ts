import common from '../../data/lexicon/common-word-places.json' with { type: 'json' }
import type { Place, Vocabulary } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { PhraseTable } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'

export interface PlaceHit {
  readonly place: Place
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
}

/** Names that are ordinary words as well: only with «استان» or «شهرستان» before them. */
const ORDINARY = new Set([...common.provinces, ...common.counties].map(key))
const PROVINCE_WORDS = /^(استان|استانهای|استاندار|استانداری)$/
const COUNTY_WORDS = /^(شهرستان|شهر|فرماندار|فرمانداری|بندر|بخش|شهرستانهای)$/
const SHORTEST_COUNTY = 4

/** Finds the places of a vocabulary in the words of a report. */
export class PlaceFinder {
  readonly #table: PhraseTable<readonly Place[]>

  constructor({ places, aliases }: Vocabulary) {
    const byId = new Map(places.map((place) => [place.id, place]))
    const names = new Map<string, Place[]>()
    const add = (text: string, place: Place | undefined) => {
      if (place === undefined) return
      const list = names.get(key(text)) ?? []
      if (!list.includes(place)) names.set(key(text), [...list, place])
    }
    for (const place of places) add(place.name, place)
    for (const alias of aliases) if (alias.target === 'place') add(alias.text, byId.get(alias.targetId))
    this.#table = new PhraseTable(names)
  }

  /** Provinces and counties said, and the country where it is; from left to right. */
  find(keys: readonly string[]): PlaceHit[] {
    return this.#table.find(keys).flatMap(({ value, from, to }) => {
      const place = chosen(value, keys, from, to)
      return place === null ? [] : [{ place, from, to }]
    })
  }
}

function chosen(
  places: readonly Place[],
  keys: readonly string[],
  from: number,
  to: number,
): Place | null {
  const before = keys[from - 1] ?? ''
  const of = (kind: Place['kind']) => places.find((place) => place.kind === kind) ?? null
  if (PROVINCE_WORDS.test(before)) return of('province')
  if (COUNTY_WORDS.test(before)) return of('county') ?? of('province')
  if (of('country') !== null) return of('country')
  const said = keys.slice(from, to).join('')
  if (/^استان/.test(said)) return of('province')
  if (ORDINARY.has(said) || before === 'خبرگزاری' || before === 'دریای') return null
  const province = of('province')
  if (province !== null) return province
  const [county, ...others] = places.filter((place) => place.kind === 'county')
  return county !== undefined && others.length === 0 && said.length >= SHORTEST_COUNTY ? county : null
}

/** The place that a report is about: said in its first sentences, the nearest to a title first. */
export function reportPlace(
  sentences: readonly Sentence[],
  hits: readonly (readonly PlaceHit[])[],
): Place | null {
  const votes = new Map<Place, number>()
  hits.forEach((found, index) => {
    const heading = sentences[index]?.heading === true && index === 0
    for (const { place } of found) {
      if (place.kind === 'country') continue
      const weight = heading ? 2 : index < 4 ? 2 : 1
      votes.set(place, (votes.get(place) ?? 0) + weight)
    }
  })
  const best = [...votes].sort(([, a], [, b]) => b - a)[0]
  return best === undefined || best[1] < 2 ? null : best[0]
}

/** The place of a figure; null when none is said near it. */
export function placeOf(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  hits: readonly PlaceHit[],
): Place | null | 'several' {
  const ranks = figure.unit === 'رتبه'
  const usable = hits.filter((hit) => !(ranks && hit.place.kind === 'country'))
  const own = usable.filter((hit) => hit.from >= clause.from && hit.to <= clause.to)
  const named = own.filter((hit) => hit.place.kind !== 'country')
  const before = named.findLast((hit) => hit.to <= figure.from)
  const after = named.find((hit) => hit.from >= figure.to)
  const near = before ?? after
  if (near !== undefined) return isListed(keys, named, near) ? 'several' : near.place
  const country = own.find((hit) => isWholeCountry(keys, hit))
  if (country !== undefined) return country.place
  const generic = keys.slice(clause.from, clause.to).some((word) => /^استان(ی|مان)?$/.test(word))
  if (generic) return null
  return usable.findLast((hit) => hit.place.kind !== 'country' && hit.to <= clause.from)?.place ?? null
}

/** «کل صادرات کشور», «در سطح کشور», not «پیشتاز کشور». */
function isWholeCountry(keys: readonly string[], hit: PlaceHit): boolean {
  if (hit.place.kind !== 'country') return false
  const before = keys.slice(Math.max(0, hit.from - 4), hit.from)
  return before.some((word) => /^(کل|میانگین|سطح|در|صادرات|واردات|تولید|متوسط|سراسر)$/.test(word))
}

/** «گیلان، مازندران و گلستان»: one figure of several places. */
function isListed(keys: readonly string[], hits: readonly PlaceHit[], hit: PlaceHit): boolean {
  return hits.some((other) => {
    if (other === hit || other.place === hit.place) return false
    const [left, right] = other.from > hit.from ? [hit, other] : [other, hit]
    const between = keys.slice(left.to, right.from)
    return between.length <= 2 && between.every((word) => /^(،|,|و|استان)$/.test(word))
  })
}
