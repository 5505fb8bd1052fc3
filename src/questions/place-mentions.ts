import type { Place } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { Lexicon } from './lexicon.ts'
import type { Sense, Word } from './sense.ts'

/** A place that was said; several candidates when the word names several. */
export interface PlaceMention {
  readonly word: number
  /** Words that say where it lies («کاشان اصفهان»): they ask for no place of their own. */
  readonly parentWords: readonly number[]
  readonly typed: string
  readonly candidates: readonly Place[]
  readonly cost: number
  readonly corrected: boolean
  /** The word as typed is another Persian word: to be confirmed, never assumed. */
  readonly risky: boolean
}

const PROVINCE_WORDS = new Set(['استان'])
const COUNTY_WORDS = new Set(['شهرستان', 'شهر'])
/** Rival readings of a misspelt name closer than this are put to the asker. */
const RIVAL_MARGIN = 0.35

/** The place that each word says, if it says one. */
export function placeOfEach(
  words: readonly Word[],
  lexicon: Lexicon,
): readonly (PlaceMention | null)[] {
  return words.map((_, index) => mentionAt(words, index, lexicon))
}

/** Places said in words that `taken` (the indicator's words, the periods) leaves over. */
export function placeMentions(
  words: readonly Word[],
  ofEach: readonly (PlaceMention | null)[],
  taken: ReadonlySet<number>,
): PlaceMention[] {
  const left = ofEach.filter(
    (mention): mention is PlaceMention => mention !== null && !taken.has(mention.word),
  )
  return left.length === 0 ? left : withoutParents(withoutStrays(left, words), words)
}

/**
 * «شعرسان دورود» is no question about Farsan and Dorud: what is a place only by a slip or an
 * ending, beside one that is said better and that it is neither listed with nor lies in, is none.
 */
function withoutStrays(mentions: readonly PlaceMention[], words: readonly Word[]): PlaceMention[] {
  return mentions.filter(
    (mention) =>
      mention.cost === 0 ||
      isAnnounced(words, mention.word) ||
      mentions.every(
        (other) =>
          other.cost >= mention.cost ||
          areRelated(mention, other) ||
          areListed(mention, other, words),
      ),
  )
}

/** One of them may lie in the other, or both be the same. */
function areRelated(one: PlaceMention, other: PlaceMention): boolean {
  return one.candidates.some((a) =>
    other.candidates.some((b) => a.id === b.id || a.parentId === b.id || b.parentId === a.id),
  )
}

function mentionAt(words: readonly Word[], index: number, lexicon: Lexicon): PlaceMention | null {
  const word = words[index] as Word
  const senses = word.senses.filter((sense) => sense.form.placeIds.length > 0)
  const best = senses[0]
  // After «استان» nothing but a place can stand: «استان فرس» is no horse.
  const announced = isAnnounced(words, index)
  if (best === undefined || (!announced && outranked(best, word))) return null
  const rivals = senses.filter((sense) => sense.corrected && sense.cost - best.cost < RIVAL_MARGIN)
  const ids = best.corrected
    ? [...rivals.flatMap((sense) => sense.form.placeIds), ...placesBegunBy(word.typed, lexicon)]
    : best.form.placeIds
  const places = [...new Set(ids)]
    .map((id) => lexicon.places.get(id))
    .filter((place) => place !== undefined)
  return {
    word: index,
    parentWords: [],
    typed: word.typed,
    candidates: narrowByKind(places, words, index),
    cost: best.cost,
    corrected: best.corrected,
    risky: best.risky && !announced,
  }
}

function isAnnounced(words: readonly Word[], index: number): boolean {
  const before = key(words[index - 1]?.typed ?? '')
  return PROVINCE_WORDS.has(before) || COUNTY_WORDS.has(before)
}

/** «کرمانش» may be «کرمان» with a letter too many, or «کرمانشاه» cut short. */
function placesBegunBy(typed: string, lexicon: Lexicon): number[] {
  const said = key(typed)
  if (said.length < SHORTEST_BEGUN) return []
  const found: number[] = []
  for (const form of lexicon.placeForms)
    if (form.key !== said && form.key.startsWith(said))
      if (form.key.length - said.length <= MOST_UNSAID) found.push(...form.placeIds)
  return found
}

const SHORTEST_BEGUN = 4
const MOST_UNSAID = 2

/** A likelier sense that is no place: «در» typed «dar» is no town. */
function outranked(place: Sense, word: Word): boolean {
  const best = word.senses[0] as Sense
  if (best === place) return false
  if (best.cost === 0 && place.cost > 0) return true
  return place.corrected && best.cost < place.cost && best.form.placeIds.length === 0
}

/** «شهرستان قم» is the county, «قم» and «استان قم» the province. */
function narrowByKind(places: readonly Place[], words: readonly Word[], index: number): Place[] {
  const before = key(words[index - 1]?.typed ?? '')
  const wanted = COUNTY_WORDS.has(before) ? 'county' : 'province'
  const narrowed = places.filter((place) => place.kind === wanted)
  if (narrowed.length > 0) return narrowed
  if (PROVINCE_WORDS.has(before) || places.length < 2) return [...places]
  return [...places]
}

/** «کاشان اصفهان» is Kashan: a place said to tell where another one lies is not asked for. */
function withoutParents(mentions: readonly PlaceMention[], words: readonly Word[]): PlaceMention[] {
  const single = mentions.filter((mention) => mention.candidates.length === 1)
  const narrowed = mentions.map((mention) => {
    if (mention.candidates.length < 2) return mention
    const inSaidParent = mention.candidates.filter((candidate) =>
      single.some((other) => other.candidates[0]?.id === candidate.parentId),
    )
    return inSaidParent.length === 1 ? { ...mention, candidates: inSaidParent } : mention
  })
  const parentsOf = (child: PlaceMention) =>
    narrowed.filter(
      (other) => other !== child && isParent(other, child) && !areListed(other, child, words),
    )
  const parents = new Set(narrowed.flatMap(parentsOf))
  return narrowed
    .filter((mention) => !parents.has(mention))
    .map((mention) => ({ ...mention, parentWords: parentsOf(mention).map(({ word }) => word) }))
}

/** A province near a place that lies in it. */
function isParent(parent: PlaceMention, child: PlaceMention): boolean {
  const [own, ...others] = parent.candidates
  return (
    own?.kind === 'province' &&
    others.length === 0 &&
    child.candidates.length === 1 &&
    child.candidates[0]?.parentId === own.id &&
    Math.abs(child.word - parent.word) <= 3
  )
}

/** «اصفهان و کاشان» are two places. */
function areListed(a: PlaceMention, b: PlaceMention, words: readonly Word[]): boolean {
  const between = words.slice(Math.min(a.word, b.word) + 1, Math.max(a.word, b.word))
  return between.some((word) => LISTING.has(key(word.typed)))
}

const LISTING = new Set(['و', 'یا', 'با', '،'])
