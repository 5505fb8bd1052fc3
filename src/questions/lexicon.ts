import type { Vocabulary } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import { stemsOf } from '../persian/morphology.ts'
import { tokenise } from '../persian/tokens.ts'
import { FuzzyIndex } from './fuzzy-index.ts'
import { ESSENTIAL_WORDS, LIGHT_WORDS } from './words/weights.ts'
import { FUNCTION_WORDS } from './words/function-words.ts'
import { SYNONYMS } from './words/synonyms.ts'
import { ASPECT_WORDS } from './words/aspect-words.ts'
import { TIME_WORDS } from './words/time-words.ts'
import { TRAP_WORDS } from './words/trap-words.ts'
import { UNIT_WORDS } from './words/unit-words.ts'

/** A unit of meaning that indicator names are made of: a word, or a group of synonyms. */
export interface Concept {
  readonly id: number
  readonly key: string
  /** What it adds to a name: 1 for a telling word, less for one that many names share. */
  readonly weight: number
  /** A name that has it means something else without it («غیرنفتی»). */
  readonly essential: boolean
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
}

export interface ConceptSense {
  readonly run: readonly number[]
  readonly cost: number
}

/** What a word does in a question, apart from naming an indicator or a place. */
export type Role = 'function' | 'aspect' | 'time' | 'unit' | 'trap'

export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly concepts: readonly Concept[]
  readonly phrases: readonly Phrase[]
  readonly forms: ReadonlyMap<string, Form>
  /** Concept → phrases that contain it. */
  readonly postings: readonly (readonly number[])[]
  readonly fuzzy: FuzzyIndex
  readonly longestForm: number
}

const STEM_COST = 0.1
const SYNONYM_COST = 0.1

interface MutableForm {
  key: string
  concepts: ConceptSense[]
  placeIds: number[]
  roles: Set<Role>
  words: number
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
  readonly #groupOfKey = groupsByKey()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  compile(): Lexicon {
    this.#addRoles('function', FUNCTION_WORDS)
    this.#addRoles('aspect', ASPECT_WORDS)
    this.#addRoles('time', TIME_WORDS)
    this.#addRoles('unit', UNIT_WORDS)
    this.#addRoles('trap', TRAP_WORDS)
    this.#addPlaces()
    this.#addIndicators()
    const postings: number[][] = this.#concepts.map(() => [])
    for (const phrase of this.#phrases)
      for (const concept of new Set(phrase.concepts)) postings[concept]?.push(phrase.id)
    return {
      vocabulary: this.#vocabulary,
      concepts: this.#concepts,
      phrases: this.#phrases,
      forms: this.#forms,
      postings,
      fuzzy: new FuzzyIndex([...this.#forms.values()].filter(mayBeMistyped).map((f) => f.key)),
      longestForm: Math.max(...[...this.#forms.keys()].map((form) => form.length)),
    }
  }

  #form(text: string): MutableForm {
    const formKey = key(text)
    let form = this.#forms.get(formKey)
    if (form === undefined) {
      const words = text.split(/[ \u200c]+/).length
      form = { key: formKey, concepts: [], placeIds: [], roles: new Set(), words }
      this.#forms.set(formKey, form)
    }
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

  #addPhrase(indicatorId: number, text: string, isName: boolean): void {
    const words = contentWords(text)
    const concepts = this.#conceptsOf(words)
    if (concepts.length === 0) return
    const weight = concepts.reduce((sum, id) => sum + (this.#concepts[id]?.weight ?? 0), 0)
    const keys = new Set(words)
    const id = this.#phrases.length
    this.#phrases.push({ id, indicatorId, text, isName, concepts, keys, weight })
  }

  /** Words → concepts; the longest run of words that is a known synonym counts as one. */
  #conceptsOf(words: readonly string[]): number[] {
    const concepts: number[] = []
    for (let at = 0; at < words.length; ) {
      const { group, length } = this.#longestGroupAt(words, at)
      const run = words.slice(at, at + length)
      concepts.push(group === null ? this.#wordConcept(run[0] as string) : this.#groupConcept(group))
      this.#addJoinedForms(words, at)
      at += length
    }
    return concepts
  }

  #longestGroupAt(words: readonly string[], at: number): { group: number | null; length: number } {
    for (let length = Math.min(4, words.length - at); length >= 1; length--) {
      const joined = words.slice(at, at + length).join('')
      for (const candidate of length === 1 ? [joined, ...stemsOf(joined)] : [joined]) {
        const group = this.#groupOfKey.get(candidate)
        if (group !== undefined) return { group, length }
      }
    }
    return { group: null, length: 1 }
  }

  #wordConcept(word: string): number {
    const known = this.#conceptOfKey.get(word)
    if (known !== undefined) return known
    const id = this.#newConcept(word)
    this.#addSense(word, [id], 0)
    for (const stem of stemsOf(word)) if (stem.length >= 3) this.#addSense(stem, [id], STEM_COST)
    return id
  }

  #groupConcept(group: number): number {
    const groupKey = `=${group}`
    const known = this.#conceptOfKey.get(groupKey)
    if (known !== undefined) return known
    const words = SYNONYMS[group] as readonly string[]
    const id = this.#newConcept(groupKey, key(words[0] as string))
    for (const word of words) {
      this.#addSense(word, [id], 0)
      if (!/[ \u200c]/.test(word))
        for (const stem of stemsOf(key(word)))
          if (stem.length >= 3) this.#addSense(stem, [id], STEM_COST)
    }
    return id
  }

  #newConcept(conceptKey: string, weighed = conceptKey): number {
    const id = this.#concepts.length
    const weight = isLight(weighed) ? LIGHT_WEIGHT : 1
    this.#concepts.push({ id, key: conceptKey, weight, essential: ESSENTIAL.has(weighed) })
    this.#conceptOfKey.set(conceptKey, id)
    return id
  }

  #addSense(text: string, run: readonly number[], cost: number): void {
    const form = this.#form(text)
    // A stem that is a word of grammar by itself («ماهی» → «ماه») would change its meaning.
    if (cost > 0 && form.roles.size > 0) return
    const same = form.concepts.findIndex((sense) => sense.run.join() === run.join())
    if (same === -1) form.concepts.push({ run, cost })
    else if ((form.concepts[same] as ConceptSense).cost > cost) form.concepts[same] = { run, cost }
  }

  /** «سرمایه گذاری» is also heard when its words are typed as one. */
  #addJoinedForms(words: readonly string[], at: number): void {
    for (let length = 2; length <= 3 && at + length <= words.length; length++) {
      const run = words.slice(at, at + length)
      const concepts = run.map((word) => {
        const group = this.#groupOfKey.get(word)
        return group === undefined ? this.#wordConcept(word) : this.#groupConcept(group)
      })
      this.#addSense(run.join('\u200c'), concepts, 0)
    }
  }
}

const LIGHT_WEIGHT = 0.25
const LIGHT = new Set(LIGHT_WORDS.map(key))
const ESSENTIAL = new Set(ESSENTIAL_WORDS.map(key))
const FUNCTION = new Set(FUNCTION_WORDS.map(key))

function isLight(word: string): boolean {
  return LIGHT.has(word) || stemsOf(word).some((stem) => LIGHT.has(stem))
}

/** The keys of the words of a name that mean something, in order. */
function contentWords(text: string): string[] {
  const words = tokenise(text)
    .filter((token) => token.kind !== 'punctuation')
    .map((token) => key(token.text))
  const content = words.filter((word) => !FUNCTION.has(word) || LIGHT.has(word))
  return content.length > 0 ? content : words
}

function groupsByKey(): Map<string, number> {
  const groups = new Map<string, number>()
  SYNONYMS.forEach((words, group) => {
    for (const word of words) groups.set(key(word), group)
  })
  return groups
}

/** Short forms are recognised as typed or not at all. */
function mayBeMistyped(form: MutableForm): boolean {
  return form.key.length >= 4
}

