import common from '../../data/lexicon/common-word-places.json' with { type: 'json' }
import type { Place, Vocabulary } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { PhraseTable, phraseSet } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { OFFICE_HEADS } from './words/people.ts'
import { BODIES, COUNTY_WORDS, PROVINCE_WORDS } from './words/places.ts'

export interface PlaceHit {
  readonly place: Place
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  /** Said with «استان», «شهرستان» or an office before it. */
  readonly cue: boolean
}

/** Names that are ordinary words as well: only with «استان» or «شهرستان» before them. */
const ORDINARY = new Set([...common.provinces, ...common.counties, 'تاکستان', 'شهریار'].map(key))
/** An office or a body before a name makes it a province: «دادگستری گلستان». */
const IS_BODY = new Set(BODIES)
const SAYS_PROVINCE = new Set(PROVINCE_WORDS)
const SAYS_COUNTY = new Set(COUNTY_WORDS)
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
    for (const alias of aliases)
      if (alias.target === 'place') add(alias.text, byId.get(alias.targetId))
    this.#table = new PhraseTable(names)
  }

  /** Provinces and counties said, and the country where it is; from left to right. */
  find(keys: readonly string[]): PlaceHit[] {
    return this.#table.find(keys).flatMap(({ value, from, to }) => {
      const place = chosen(value, keys, from, to)
      if (place === null) return []
      const before = keys[from - 1] ?? ''
      const cue = SAYS_PROVINCE.has(before) || SAYS_COUNTY.has(before)
      return [{ place, from, to, cue }]
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
  if (SAYS_PROVINCE.has(before)) return of('province')
  if (SAYS_COUNTY.has(before)) return of('county') ?? of('province')
  if (of('country') !== null) return of('country')
  const said = keys.slice(from, to).join('')
  if (/^استان/.test(said)) return of('province')
  if (/^(خبرگزاری|خبرنگار|دریای|خلیج)$/.test(before)) return null
  const province = of('province')
  if (ORDINARY.has(said)) return IS_BODY.has(before) ? province : null
  if (province !== null) return province
  const [county, ...others] = places.filter((place) => place.kind === 'county')
  return county !== undefined && others.length === 0 && said.length >= SHORTEST_COUNTY
    ? county
    : null
}

/**
 * The place that a report is about: the province or county that most of its sentences name, those
 * at its head counting twice; the whole country when its title names that, or nothing stands out.
 */
export function reportPlace(
  sentences: readonly Sentence[],
  hits: readonly (readonly PlaceHit[])[],
): Place | null {
  const votes = new Map<Place, number>()
  let all = 0
  hits.forEach((found, index) => {
    for (const { place, cue } of found) {
      if (place.kind === 'country') continue
      const weight = (index < 4 ? 2 : 1) + (cue ? 1 : 0) - (place.kind === 'county' && !cue ? 1 : 0)
      votes.set(place, (votes.get(place) ?? 0) + weight)
      all += weight
    }
  })
  const country = hits.flat().find(({ place }) => place.kind === 'country')?.place ?? null
  const titled = sentences[0]?.heading ? hits[0] : undefined
  const [best] = [...votes].sort(([, a], [, b]) => b - a)
  if (titled?.some(({ place }) => place === country) && titled.length === 1) return country
  if (best !== undefined && best[1] >= 3 && best[1] >= all * 0.4) return best[0]
  return country
}

/** Provinces and counties by how often they are named, the most frequent first. */
export function placesByCount(hits: readonly (readonly PlaceHit[])[]): number[] {
  const counts = new Map<number, number>()
  for (const { place } of hits.flat()) {
    if (place.kind !== 'country') counts.set(place.id, (counts.get(place.id) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

/** The place of a figure; null when none is said near it. `previous` is that of the figure before. */
export function placeOf(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  hits: readonly PlaceHit[],
  previous: Place | null,
): Place | null | 'several' {
  const own = hits.filter(
    (hit) => hit.from >= clause.from && hit.to <= clause.to && !isOfAgency(keys, hit),
  )
  // «۱۰ هزار هکتار تاکستان»: a noun that is counted only looks like a town.
  const beside = own.filter(
    (hit) =>
      hit.place.kind !== 'country' && !(hit.from === figure.to && hit.place.kind === 'county'),
  )
  const elsewhere = beside.filter((hit) => !isOfOffice(keys, hit) && !isDateline(keys, hit))
  const named = elsewhere.length > 0 ? elsewhere : beside
  const whole = own.find(
    (hit) =>
      hit.to === figure.from &&
      /^(و|در|کل)$/.test(keys[hit.from - 1] ?? '') &&
      isWholeCountry(keys, figure, hit),
  )
  if (whole !== undefined) return whole.place
  const attached = own.find((hit) => isAttached(keys, figure, hit))
  if (attached !== undefined) return isListed(keys, named, attached) ? 'several' : attached.place
  const before = named.findLast((hit) => hit.to <= figure.from)
  const near = before ?? named.find((hit) => hit.from >= figure.to)
  if (near !== undefined) return isListed(keys, named, near) ? 'several' : near.place
  const generic = keys
    .slice(clause.from, clause.to)
    .some((word) => /^(استان|شهرستان)(ی|مان)?$/.test(word))
  if (generic)
    return /(این|همین|ان) استان/.test(keys.slice(clause.from, clause.to).join(' '))
      ? previous
      : null
  const country = own.find((hit) => isWholeCountry(keys, figure, hit))
  if (country !== undefined) return country.place
  if (clause.relative && previous !== null) return previous
  return (
    hits.findLast(({ place, to }) => place.kind === 'province' && to <= clause.from)?.place ?? null
  )
}

/** «ارومیه - مدیر صندوق … خبر داد». */
function isDateline(keys: readonly string[], hit: PlaceHit): boolean {
  return hit.from === 0 && keys[hit.to] === '-'
}

const OFFICE = phraseSet(OFFICE_HEADS)
const LONGEST_OFFICE = 8

/** «مدیرکل بنادر گیلان از افزایش … در بندرانزلی خبر داد»: who speaks, not what is spoken of. */
function isOfOffice(keys: readonly string[], hit: PlaceHit): boolean {
  for (let at = hit.from - 1; at >= Math.max(0, hit.from - LONGEST_OFFICE); at--) {
    // «۳۰۳ عضو» are counted.
    if (OFFICE.at(keys, at) !== null) return !/^\d/.test(keys[at - 1] ?? '')
    if (/^(از|در|به|را|که|با|،|:)$/.test(keys[at] ?? '')) return false
  }
  return false
}

/** «به گزارش خبرگزاری … از تبریز، …»: where the reporter sits. */
function isOfAgency(keys: readonly string[], hit: PlaceHit): boolean {
  return hit.from < 12 && keys[1] === 'گزارش' && keys[hit.from - 1] === 'از'
}

/** «۱۷ روستای آذربایجان غربی», «۴۴ میلیارد دلار کل صادرات کشور». */
function isAttached(keys: readonly string[], figure: Figure, hit: PlaceHit): boolean {
  const between = keys.slice(figure.to, hit.from)
  if (hit.from < figure.to || between.length > 3 || figure.unit === 'رتبه') return false
  if (hit.place.kind === 'county' && between.length === 0) return false
  if (between.some((word) => /^(به|از|،|و|\d.*)$/.test(word))) return false
  return hit.place.kind !== 'country' || between.includes('کل')
}

/** «میانگین کشور», «در سطح کشور»; not «۱۵ کشور», «رتبه دوم کشور» or «سهم … از واردات کشور». */
function isWholeCountry(keys: readonly string[], figure: Figure, hit: PlaceHit): boolean {
  if (hit.place.kind !== 'country' || figure.unit === 'رتبه') return false
  const before = keys[hit.from - 1] ?? ''
  if (/^(\d.*|هر|چند|این|دو|سه|چهار|پنج|ده|رتبه|اول|دوم|سوم|نخست|پیشتاز|مرز)$/.test(before))
    return false
  const from = keys.slice(Math.max(figure.to, hit.from - 4), hit.from)
  return !(figure.unit === 'درصد' && from.includes('از'))
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
