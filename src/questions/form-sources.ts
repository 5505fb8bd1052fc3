import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import type { ConceptSense, Role } from './lexicon.ts'
import type { NamePart } from './name-parts.ts'
import { withoutPlural, wordKeys } from './name-words.ts'
import type { Beside } from './synonym-groups.ts'
import { SYNONYMS } from './words.ts'

/** Something that forms come from, as long as something uses it. */
export interface Source {
  readonly what:
    | Exclude<NamePart, { type: 'joined' | 'written' }>
    | { readonly type: 'joined' | 'written'; readonly key: string }
    | { readonly type: 'role'; readonly key: string; readonly role: Role }
    | { readonly type: 'place'; readonly key: string; readonly placeId: number }
    | { readonly type: 'essential'; readonly key: string }
  /** The concepts that it stands for: of a joined one all, of others their own, of places none. */
  readonly concepts: readonly number[]
  /** Where its users say it, the first one first: see `PLACE_OF` in lexicon-builder.ts. */
  users: number[]
}

/** What a source says of the form of a text. */
export type Claim =
  | { readonly text: string; readonly role: Role }
  | { readonly text: string; readonly placeId: number }
  | { readonly text: string; readonly sense: ConceptSense }
  /** How it is asked for, and never named. */
  | { readonly text: string; readonly sense: ConceptSense; readonly asked: true }
  /** A word that would change what is asked, wherever it names nothing. */
  | { readonly text: string; readonly essential: true }

const STEM_COST = 0.1
const HALF_SPACE = '\u200c'
const NONE: readonly string[] = []

export function claimsOf({ what, concepts }: Source): Claim[] {
  switch (what.type) {
    case 'role':
      return [{ text: what.key, role: what.role }]
    case 'place':
      return [{ text: what.key, placeId: what.placeId }]
    case 'essential':
      return [{ text: what.key, essential: true }]
    case 'written':
    case 'joined':
      return [claim(what.key, concepts, 0)]
    case 'word': {
      const stems = stemsOf(what.key).filter((stem) => stem.length >= 3)
      return [
        claim(what.key, concepts, 0),
        ...stems.map((stem) => claim(stem, concepts, STEM_COST)),
      ]
    }
    case 'group':
      return claimsOfGroup(what.group, concepts)
  }
}

function claimsOfGroup(group: number, run: readonly number[]): Claim[] {
  const { words } = SYNONYMS[group] as (typeof SYNONYMS)[number]
  return words.flatMap((synonym) => {
    const { text, asked } = synonym
    const own = claim(text, run, 0, synonym)
    // All forms in which it is asked are there.
    if (asked) return [{ ...own, asked: true }]
    const parts = wordKeys(text)
    if (parts.length > 1) {
      const bare = parts.map(withoutPlural).join(HALF_SPACE)
      return [own, claim(bare, run, STEM_COST, synonym)]
    }
    // «بار» is no stem of «بارش».
    const stems = stemsOf(key(text)).filter((stem) => stem.length >= 4)
    return [own, ...stems.map((stem) => claim(stem, run, STEM_COST, synonym))]
  })
}

const ANYWHERE: Beside = { notWith: [], with: [] }

function claim(
  text: string,
  run: readonly number[],
  cost: number,
  beside: Beside = ANYWHERE,
): { readonly text: string; readonly sense: ConceptSense } {
  const keysOf = (words: readonly string[]) => (words.length === 0 ? NONE : words.map(key))
  const sense = { run, cost, notWith: keysOf(beside.notWith), with: keysOf(beside.with) }
  return { text, sense }
}
