import Fuse from 'fuse.js'
import type { Indicator, Place, Vocabulary } from '../../facts/types.ts'
import { key } from '../../persian/normalise.ts'

export type PlaceFinding =
  | { readonly found: Place }
  /** Counties of several provinces share the name. */
  | { readonly several: readonly Place[] }
  | null

/**
 * The place with this name or alias, «استان» or «شهرستان» before it or not. A province wins over
 * a county of its name; a county whose name is shared is found with its province behind it.
 */
export function findPlace(text: string, { places, aliases }: Vocabulary): PlaceFinding {
  const said = /^\s*(استان|شهرستان)[\s\u200c]+(.+)$/.exec(text)
  const wanted = key(said?.[2] ?? text)
  if (wanted === '') return null
  const kind = said?.[1] === 'استان' ? 'province' : said?.[1] === 'شهرستان' ? 'county' : null
  const byAlias = new Set(
    aliases
      .filter(({ target, text }) => target === 'place' && key(text) === wanted)
      .map(({ targetId }) => targetId),
  )
  const byId = new Map(places.map((place) => [place.id, place]))
  const matches = places.filter((place) => {
    const parent = place.parentId === null ? '' : (byId.get(place.parentId)?.name ?? '')
    const names = [place.name, `${place.name}${parent}`, `${place.name}استان${parent}`]
    return byAlias.has(place.id) || names.some((name) => key(name) === wanted)
  })
  const ranked = kind === null ? topKind(matches) : matches.filter((place) => place.kind === kind)
  const [first, ...others] = ranked
  if (!first) return null
  return others.length === 0 ? { found: first } : { several: ranked }
}

function topKind(places: readonly Place[]): readonly Place[] {
  for (const kind of ['country', 'province', 'county']) {
    const ofKind = places.filter((place) => place.kind === kind)
    if (ofKind.length > 0) return ofKind
  }
  return []
}

/** The indicator with exactly this name or alias; null when none or several have it. */
export function findIndicator(text: string, { indicators, aliases }: Vocabulary): Indicator | null {
  const wanted = key(text)
  const named = indicators.filter(({ name }) => key(name) === wanted)
  if (named.length === 1) return named[0] ?? null
  const ids = new Set(
    aliases
      .filter(({ target, text }) => target === 'indicator' && key(text) === wanted)
      .map(({ targetId }) => targetId),
  )
  const meant = indicators.filter(({ id }) => ids.has(id))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** Indicators that the text may have meant, the nearest first; only ever proposed. */
export function nearestIndicators(text: string, vocabulary: Vocabulary, limit = 3): Indicator[] {
  return nearest('indicator', text, vocabulary, vocabulary.indicators, limit)
}

/** Places that the text may have meant, the nearest first; only ever proposed. */
export function nearestPlaces(text: string, vocabulary: Vocabulary, limit = 3): Place[] {
  return nearest('place', text, vocabulary, vocabulary.places, limit)
}

function nearest<Thing extends { readonly id: number; readonly name: string }>(
  target: 'place' | 'indicator',
  text: string,
  { aliases }: Vocabulary,
  things: readonly Thing[],
  limit: number,
): Thing[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const names = [
    ...things.map(({ id, name }) => ({ id, text: name })),
    ...aliases
      .filter((alias) => alias.target === target)
      .map(({ targetId, text }) => ({ id: targetId, text })),
  ]
  const fuse = new Fuse(names, { keys: ['text'], threshold: 0.5, ignoreLocation: true })
  const ids = new Set(fuse.search(text).map(({ item }) => item.id))
  return [...ids].flatMap((id) => byId.get(id) ?? []).slice(0, limit)
}
