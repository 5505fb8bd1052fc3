import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import { remembered } from './remembered.ts'
import type { Place, PlaceKind, Vocabulary } from './types.ts'

export interface PlaceIndex {
  /** The place that a name or alias stands for; several when it is ambiguous, none when unknown. */
  resolve(text: string): readonly Place[]
  /** The names that look most like a text, for a message. */
  nearest(text: string): readonly string[]
  /** A name that `resolve` leads back to this place alone. */
  label(place: Place): string
}

const KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
  country: 'کشور',
  province: 'استان',
  county: 'شهرستان',
}
const KINDS: readonly PlaceKind[] = ['country', 'province', 'county']
const NEAREST_SHOWN = 3

/**
 * Finds places by what a sheet calls them: «قم», «استان قم», «شهرستان مهر», «شهرستان مهر، فارس».
 * A province wins over a county of the same name unless «شهرستان» says otherwise.
 */
export function placeIndex({
  places,
  aliases,
}: Pick<Vocabulary, 'places' | 'aliases'>): PlaceIndex {
  const byId = new Map(places.map((place) => [place.id, place]))
  const byKey = new Map<string, Set<Place>>()
  const names: { text: string; key: string }[] = []
  const add = (text: string, place: Place) => {
    const textKey = key(text)
    const known = byKey.get(textKey)
    if (known) known.add(place)
    else {
      byKey.set(textKey, new Set([place]))
      names.push({ text, key: textKey })
    }
  }
  for (const place of places) add(place.name, place)
  for (const { target, targetId, text } of aliases) {
    const place = target === 'place' ? byId.get(targetId) : undefined
    if (place) add(text, place)
  }

  function named(text: string): readonly Place[] {
    const textKey = key(text)
    const whole = [...(byKey.get(textKey) ?? [])]
    if (whole.length > 0) {
      const first = KINDS.find((kind) => whole.some((place) => place.kind === kind))
      return whole.filter((place) => place.kind === first)
    }
    for (const kind of KINDS) {
      const word = key(KIND_WORDS[kind])
      if (!textKey.startsWith(word)) continue
      const found = [...(byKey.get(textKey.slice(word.length)) ?? [])]
      const ofKind = found.filter((place) => place.kind === kind)
      if (ofKind.length > 0) return ofKind
    }
    return []
  }

  function resolve(text: string): readonly Place[] {
    const [name = '', parent, ...more] = text.split(/[،,]/)
    if (parent === undefined) return named(name)
    if (more.length > 0) return []
    const parents = named(parent)
    const isChild = (place: Place) => parents.some(({ id }) => id === place.parentId)
    const children = [...(byKey.get(key(name)) ?? []), ...named(name)].filter(isChild)
    return [...new Set(children)]
  }

  function nearest(text: string): readonly string[] {
    const textKey = key(text)
    const limit = Math.max(2, Math.ceil(textKey.length / 2))
    return names
      .map((name) => ({ text: name.text, distance: slipDistance(textKey, name.key, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEAREST_SHOWN)
      .map((name) => name.text)
  }

  function label(place: Place): string {
    const parent = place.parentId === null ? undefined : byId.get(place.parentId)
    const plain = `${KIND_WORDS[place.kind]} ${place.name}`
    const labels = [place.name, plain, `${plain}، ${parent?.name ?? ''}`]
    const alone = (text: string) => {
      const found = resolve(text)
      return found.length === 1 && found[0]?.id === place.id
    }
    return labels.find(alone) ?? place.name
  }

  return { resolve: remembered(resolve), nearest: remembered(nearest), label }
}
