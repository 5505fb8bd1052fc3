import type { Indicator, Place, Vocabulary } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { UNITS } from '../persian/unit-table.ts'
import { FuzzyIndex } from './fuzzy-index.ts'
import { isFiller, isLight, isThing, withoutPlural, wordKeys } from './name-words.ts'
import { longestGroupAt } from './synonym-groups.ts'
import {
  ASPECT_PARTS,
  ASPECT_PHRASES,
  ASPECT_WORDS,
  ESSENTIAL_WORDS,
  FUNCTION_WORDS,
  KIND_PHRASES,
  OTHER_QUESTIONS,
  SYNONYMS,
  TIME_WORDS,
  TRAP_WORDS,
} from './words.ts'

/** A unit of meaning that indicator names are made of: a word, or a group of synonyms. */
export interface Concept {
  readonly id: number
  readonly key: string
  /** The word itself, or the first of its synonyms. */
  readonly word: string
  /** What it adds to a name: 1 for a telling word, less for one that many names share. */
  readonly weight: number
  /** A name that has it means something else without it («غیرنفتی»). */
  readonly essential: boolean
  /** Not one that names share, nor one that asks for an aspect: it tells names apart. */
  readonly telling: boolean
}

/** A way to say an indicator, as the concepts that must be heard. */
export interface Phrase {
  readonly id: number
  readonly indicatorId: number
  readonly text: string
  readonly isName: boolean
  readonly concepts: readonly number[]
  /** Keys of its words as written, to prefer the literal word over a synonym. */
  readonly keys: ReadonlySet<string>
  /** What it lists («صنعت، کشاورزی و گردشگری»): one of them alone is another thing. */
  readonly listed: readonly number[]
  readonly weight: number
}

/** What a form (a key without spaces) may stand for. */
export interface Form {
  readonly key: string
  /** Concepts in the order said, each run being one meaning of the form. */
  readonly concepts: readonly ConceptSense[]
  readonly placeIds: readonly number[]
  readonly roles: ReadonlySet<Role>
  /** More than one word when spaced out. */
  readonly words: number
  /** The key without the silent ه that ends a word inside it («بهره‌برداری»). */
  readonly spoken: string
  /** As it is shown to people: its words apart. */
  readonly text: string
}

export interface ConceptSense {
  readonly run: readonly number[]
  readonly cost: number
  /** Keys beside which the form does not mean this («صادر» beside «پروانه»). */
  readonly notWith: readonly string[]
}

/** What a word does in a question, apart from naming an indicator or a place. */
export type Role = 'function' | 'aspect' | 'part' | 'time' | 'unit' | 'trap'

export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly indicators: ReadonlyMap<number, Indicator>
  readonly places: ReadonlyMap<number, Place>
  readonly concepts: readonly Concept[]
  readonly phrases: readonly Phrase[]
  readonly forms: ReadonlyMap<string, Form>
  /** The forms that name places, in the order of `forms`. */
  readonly placeForms: readonly Form[]
  /** Concept → phrases that contain it. */
  readonly postings: readonly (readonly number[])[]
  /** Indicator → the telling concepts of its own name, once for each way to hear it. */
  readonly nameConcepts: ReadonlyMap<number, readonly (readonly number[])[]>
  /** Indicator → concepts of all its names: words of one explain words said beside another. */
  readonly indicatorConcepts: ReadonlyMap<number, ReadonlySet<number>>
  readonly phrasesOf: ReadonlyMap<number, readonly Phrase[]>
  /** Indicator → keys and stems of the words of its own name. */
  readonly nameKeys: ReadonlyMap<number, ReadonlySet<string>>
  readonly fuzzy: FuzzyIndex
  /** Forms of several words alone. */
  readonly fuzzyJoined: FuzzyIndex
  readonly longestForm: number
}

const STEM_COST = 0.1

interface MutableForm {
  key: string
  concepts: ConceptSense[]
  placeIds: number[]
  roles: Set<Role>
  words: number
  spoken: string
  text: string
}

/** Builds the lexicon of a vocabulary; done once for each version of the store. */
export function compileLexicon(vocabulary: Vocabulary): Lexicon {
  return new LexiconCompiler(vocabulary).compile()
}

class LexiconCompiler {
  readonly #vocabulary: Vocabulary
  readonly #concepts: Concept[] = []
  readonly #conceptOfKey = new Map<string, number>()
  readonly #phrases: Phrase[] = []
  readonly #forms = new Map<string, MutableForm>()
  readonly #joined = new Set<string>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  compile(): Lexicon {
    this.#addRoles('function', FUNCTION_WORDS)
    this.#addRoles('part', ASPECT_PARTS)
    this.#addRoles('aspect', ASPECT_WORDS)
    this.#addRoles('time', TIME_WORDS)
    this.#addRoles(
      'unit',
      UNITS.flatMap((entry) => entry.spellings),
    )
    this.#addRoles('trap', [...TRAP_WORDS, ...OTHER_QUESTIONS])
    this.#addRoles('unit', [...new Set(this.#vocabulary.indicators.map(({ unit }) => unit))])
    this.#addPlaces()
    this.#addIndicators()
    // «گندم دیم» is no slip for another word where no name has «دیم».
    for (const word of ESSENTIAL_WORDS)
      if (this.#form(word).concepts.length === 0) this.#addRoles('trap', [word])
    const postings: number[][] = this.#concepts.map(() => [])
    for (const phrase of this.#phrases)
      for (const concept of new Set(phrase.concepts)) postings[concept]?.push(phrase.id)
    return {
      vocabulary: this.#vocabulary,
      indicators: new Map(this.#vocabulary.indicators.map((one) => [one.id, one])),
      places: new Map(this.#vocabulary.places.map((one) => [one.id, one])),
      concepts: this.#concepts,
      phrases: this.#phrases,
      forms: this.#forms,
      placeForms: [...this.#forms.values()].filter(({ placeIds }) => placeIds.length > 0),
      postings,
      nameConcepts: this.#nameConcepts(),
      phrasesOf: this.#phrasesOf(),
      indicatorConcepts: this.#indicatorConcepts(),
      nameKeys: this.#nameKeys(),
      fuzzy: new FuzzyIndex([...this.#forms.values()].filter(mayBeMistyped).map((f) => f.key)),
      fuzzyJoined: new FuzzyIndex(
        [...this.#forms.values()].filter(({ words }) => words > 1).map((form) => form.key),
      ),
      longestForm: Math.max(...[...this.#forms.keys()].map((form) => form.length)),
    }
  }

  #nameConcepts(): Map<number, (readonly number[])[]> {
    const names = new Map<number, (readonly number[])[]>()
    for (const { isName, indicatorId, concepts } of this.#phrases) {
      if (!isName) continue
      const telling = concepts.filter((id) => this.#concepts[id]?.telling)
      names.set(indicatorId, [...(names.get(indicatorId) ?? []), telling])
    }
    return names
  }

  #phrasesOf(): Map<number, Phrase[]> {
    const phrases = new Map<number, Phrase[]>()
    for (const phrase of this.#phrases)
      phrases.set(phrase.indicatorId, [...(phrases.get(phrase.indicatorId) ?? []), phrase])
    return phrases
  }

  #indicatorConcepts(): Map<number, Set<number>> {
    const concepts = new Map<number, Set<number>>()
    for (const phrase of this.#phrases) {
      const own = concepts.get(phrase.indicatorId) ?? new Set()
      for (const concept of phrase.concepts) own.add(concept)
      concepts.set(phrase.indicatorId, own)
    }
    return concepts
  }

  #nameKeys(): Map<number, ReadonlySet<string>> {
    return new Map(
      this.#vocabulary.indicators.map(({ id, name }) => {
        const words = wordKeys(name)
        return [id, new Set(words.flatMap((word) => [word, ...stemsOf(word)]))]
      }),
    )
  }

  #form(text: string): MutableForm {
    const formKey = key(text)
    let form = this.#forms.get(formKey)
    if (form === undefined) {
      const parts = text.split(/[ \u200c]+/)
      const spoken = key(parts.map((part) => part.replace(/(?<=.)ه$/, '')).join(''))
      const words = parts.length
      const apart = parts.map(key).join(' ')
      form = {
        key: formKey,
        concepts: [],
        placeIds: [],
        roles: new Set(),
        words,
        spoken,
        text: apart,
      }
      this.#forms.set(formKey, form)
    }
    // «پیشبینی» in one list is «پیش‌بینی» in another.
    form.words = Math.max(form.words, text.split(/[ \u200c]+/).length)
    return form
  }

  #addRoles(role: Role, words: readonly string[]): void {
    for (const word of words) this.#form(word).roles.add(role)
  }

  #addPlaces(): void {
    for (const place of this.#vocabulary.places) this.#addPlace(place.name, place.id)
    for (const alias of this.#vocabulary.aliases)
      if (alias.target === 'place') this.#addPlace(alias.text, alias.targetId)
  }

  #addPlace(text: string, placeId: number): void {
    const form = this.#form(text)
    if (!form.placeIds.includes(placeId)) form.placeIds.push(placeId)
  }

  #addIndicators(): void {
    for (const indicator of this.#vocabulary.indicators)
      this.#addPhrase(indicator.id, indicator.name, true)
    for (const alias of this.#vocabulary.aliases)
      if (alias.target === 'indicator') this.#addPhrase(alias.targetId, alias.text, false)
  }

  /** A name with synonyms of several words in it is heard with them or word by word. */
  #addPhrase(indicatorId: number, text: string, isName: boolean): void {
    const all = wordKeys(text)
    // «رتبه جذب منابع» asks for a rank: the question's own grammar hears that.
    const spare = isName ? [] : all.filter((word) => !ASPECT_TERMS.has(word))
    const words = spare.filter((word) => !isFiller(word)).length > 1 ? spare : all
    const variants = [this.#conceptsOf(words, 1), this.#conceptsOf(words, LONGEST_SYNONYM)]
    // A text that lists nothing has no concepts but those that were just found.
    const listed = words === all && !LIST_BREAK.test(text) ? [] : this.#listedIn(text)
    const seen = new Set<string>()
    for (const concepts of variants) {
      if (concepts.length === 0 || seen.has(concepts.join())) continue
      seen.add(concepts.join())
      const weight = concepts.reduce((sum, id) => sum + (this.#concepts[id]?.weight ?? 0), 0)
      const id = this.#phrases.length
      const keys = new Set(words)
      this.#phrases.push({ id, indicatorId, text, isName, concepts, keys, listed, weight })
    }
    this.#addJoinedForms(words)
  }

  /** The concepts on both sides of each comma and «و». */
  #listedIn(text: string): number[] {
    const parts = text.split(LIST_BREAK).map((part) => this.#conceptsOf(wordKeys(part), 1))
    if (parts.length < 2) return []
    return parts.flatMap((part, at) => (at === 0 ? part.at(-1) : part[0]) ?? [])
  }

  /** Words → concepts; a run of up to `longest` words that is a known synonym counts as one. */
  #conceptsOf(words: readonly string[], longest: number): number[] {
    const concepts: number[] = []
    for (let at = 0; at < words.length; ) {
      const { group, length } = longestGroupAt(words, at, longest)
      const word = words[at] as string
      if (group !== null) concepts.push(this.#groupConcept(group))
      else if (!isFiller(word) || isThing(word, at, words)) concepts.push(this.#wordConcept(word))
      at += length
    }
    if (concepts.length === 0) return words.map((word) => this.#wordConcept(word))
    return concepts
  }

  /** «واحدهای» and «واحد» are one concept, «پرداختی» and «پرداخت» two that are near. */
  #wordConcept(word: string): number {
    const bare = withoutPlural(word)
    const known = this.#conceptOfKey.get(bare)
    if (known !== undefined) return known
    const id = this.#newConcept(bare, bare)
    this.#addSense(bare, [id], 0)
    // «چای» and «روی» are no inflections of «چا» and «رو».
    if (word.length <= SHORT_WORD && word === `${bare}ی`) this.#addSense(word, [id], 0)
    for (const stem of stemsOf(bare)) if (stem.length >= 3) this.#addSense(stem, [id], STEM_COST)
    return id
  }

  #groupConcept(group: number): number {
    const groupKey = `=${group}`
    const known = this.#conceptOfKey.get(groupKey)
    if (known !== undefined) return known
    const { words } = SYNONYMS[group] as (typeof SYNONYMS)[number]
    const id = this.#newConcept(groupKey, key(words[0]?.text ?? ''))
    for (const { text, notWith } of words) {
      const parts = wordKeys(text)
      this.#addSense(text, [id], 0, notWith)
      if (parts.length > 1) {
        this.#addSense(parts.map(withoutPlural).join(HALF_SPACE), [id], STEM_COST, notWith)
      } else {
        // «بار» is no stem of «بارش».
        for (const stem of stemsOf(key(text)))
          if (stem.length >= 4) this.#addSense(stem, [id], STEM_COST, notWith)
      }
    }
    return id
  }

  #newConcept(conceptKey: string, weighed: string): number {
    const id = this.#concepts.length
    const weight = isLight(weighed) ? LIGHT_WEIGHT : 1
    const telling = weight === 1 && !ASPECT_TERMS.has(weighed)
    const essential = ESSENTIAL.has(weighed)
    this.#concepts.push({ id, key: conceptKey, word: weighed, weight, telling, essential })
    this.#conceptOfKey.set(conceptKey, id)
    return id
  }

  #addSense(
    text: string,
    run: readonly number[],
    cost: number,
    notWith: readonly string[] = [],
  ): void {
    const form = this.#form(text)
    // A stem that is a word of grammar by itself («ماهی» → «ماه») would change its meaning.
    if (cost > 0 && CLOSED_ROLES.some((role) => form.roles.has(role))) return
    const same = form.concepts.findIndex((sense) => isSameRun(sense.run, run))
    const sense = { run, cost, notWith: notWith.length === 0 ? NONE : notWith.map(key) }
    if (same === -1) form.concepts.push(sense)
    else if ((form.concepts[same] as ConceptSense).cost > cost) form.concepts[same] = sense
  }

  /** «سرمایه گذاری» is also heard when its words are typed as one. */
  #addJoinedForms(words: readonly string[]): void {
    for (let at = 0; at < words.length; at++) {
      for (let length = 2; length <= 3 && at + length <= words.length; length++) {
        const run = words.slice(at, at + length)
        if (isFiller(run[0] as string) || isFiller(run.at(-1) as string)) continue
        const joined = run.join(HALF_SPACE)
        // Names share most of their runs.
        if (this.#joined.has(joined)) continue
        this.#joined.add(joined)
        const concepts = this.#conceptsOf(run, 1)
        this.#addSense(joined, concepts, 0)
      }
    }
  }
}

const NONE: readonly string[] = []

function isSameRun(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((concept, at) => concept === other[at])
}

const SHORT_WORD = 4
const CLOSED_ROLES: readonly Role[] = ['function', 'time', 'trap']
const HALF_SPACE = '\u200c'
const LIST_BREAK = /،|,| و /u
const LONGEST_SYNONYM = 7
const LIGHT_WEIGHT = 0.25
const ESSENTIAL = new Set(ESSENTIAL_WORDS.map(key))
/** Single words that ask for a kind or an aspect. */
const ASPECT_TERMS = new Set(
  [KIND_PHRASES.target, ASPECT_PHRASES.rank, ASPECT_PHRASES.change]
    .flat()
    .filter((phrase) => !/[ \u200c]/.test(phrase))
    .map(key),
)

/** Two letters («قم») are recognised as typed or not at all. */
function mayBeMistyped(form: MutableForm): boolean {
  return form.key.length >= 3
}
