import type { Vocabulary } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { UNITS } from '../persian/unit-table.ts'
import type { Source } from './form-sources.ts'
import { type Before, FormTable, type SourcedForm } from './form-table.ts'
import { FuzzyIndex } from './fuzzy-index.ts'
import type { Concept, Form, Lexicon, Phrase, Role } from './lexicon.ts'
import { NumberIndex } from './name-number-index.ts'
import { numberedWords } from './name-numbers.ts'
import { ASPECT_TERMS, hasDigit, type NamePart, namePartsOf } from './name-parts.ts'
import { isLight, wordKeys } from './name-words.ts'
import { SkeletonIndex } from './skeleton-index.ts'
import {
  ASPECT_PARTS,
  ASPECT_WORDS,
  ESSENTIAL_WORDS,
  FUNCTION_WORDS,
  OTHER_QUESTIONS,
  SYNONYMS,
  TIME_WORDS,
  TRAP_WORDS,
} from './words.ts'

/** A text of the vocabulary, and where it stands among all of them. */
interface Name {
  readonly type: 'unit' | 'place' | 'name' | 'alias'
  readonly text: string
  readonly targetId: number
  readonly order: number
}

/** Stages of the order in which names are taken up; within a stage the id decides. */
const STAGES = { roles: 0, unit: 1, place: 2, placeAlias: 3, name: 4, alias: 5, essential: 6 }
const MOST_IDS = 2 ** 28
/** Numbers that one name may take: a part of it every `PLACE_OF`, a claim of a part each one. */
const PLACES = 2 ** 20
const PLACE_OF = 2 ** 8

const orderIn = (stage: keyof typeof STAGES, id: number): number =>
  (STAGES[stage] * MOST_IDS + id) * PLACES

const NONE: readonly number[] = []
const FEW = 8
const LIGHT_WEIGHT = 0.25
const ESSENTIAL = new Set(ESSENTIAL_WORDS.map(key))

const ROLES: readonly (readonly [Role, readonly string[]])[] = [
  ['function', FUNCTION_WORDS],
  ['part', ASPECT_PARTS],
  ['aspect', ASPECT_WORDS],
  ['time', TIME_WORDS],
  ['unit', UNITS.flatMap((entry) => entry.spellings)],
  ['trap', [...TRAP_WORDS, ...OTHER_QUESTIONS]],
]

/**
 * A lexicon that follows its vocabulary. What names share (words, synonyms, words typed as one) is
 * kept as long as some name uses it, and stands where the first of them says it: so a lexicon
 * that followed a change is the one that would be compiled anew.
 */
export class LexiconBuilder {
  readonly #table = new FormTable()
  readonly #sources = new Map<string, Source>()
  readonly #concepts: Concept[] = []
  readonly #conceptOfKey = new Map<string, number>()
  readonly #phrases: Phrase[] = []
  readonly #freePhrases: number[] = []
  readonly #postings: number[][] = []
  #vocabulary: Vocabulary
  readonly #phrasesOf = new Map<number, Phrase[]>()
  readonly #nameConcepts = new Map<number, readonly (readonly number[])[]>()
  readonly #indicatorConcepts = new Map<number, ReadonlySet<number>>()
  readonly #nameKeys = new Map<number, ReadonlySet<string>>()
  readonly #numbers = new NumberIndex()
  readonly #fuzzy = new FuzzyIndex()
  readonly #fuzzyJoined = new FuzzyIndex()
  readonly #skeletons = new SkeletonIndex(this.#table.forms)
  #placeForms: readonly Form[] = []
  #longestForm = 0

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    let number = 0
    for (const [role, words] of ROLES)
      for (const word of words)
        this.#use({ type: 'role', key: word, role }, `${role}:${word}`, orderIn('roles', number++))
    for (const name of namesInOrder(vocabulary)) this.#add(name)
    // «گندم دیم» is no slip for another word where no name has «دیم».
    for (const [at, word] of ESSENTIAL_WORDS.entries())
      this.#use({ type: 'essential', key: word }, `!${word}`, orderIn('essential', at))
    this.#describe(new Set(this.#phrasesOf.keys()))
    for (const form of this.#table.forms.values()) this.#index(form)
    this.#lookOver()
    this.#nameWords(vocabulary)
  }

  lexiconOf(vocabulary: Vocabulary): Lexicon {
    return {
      vocabulary,
      indicators: new Map(vocabulary.indicators.map((one) => [one.id, one])),
      places: new Map(vocabulary.places.map((one) => [one.id, one])),
      concepts: this.#concepts,
      phrases: this.#phrases,
      forms: this.#table.forms,
      placeForms: this.#placeForms,
      postings: this.#postings,
      nameConcepts: this.#nameConcepts,
      phrasesOf: this.#phrasesOf,
      indicatorConcepts: this.#indicatorConcepts,
      nameKeys: this.#nameKeys,
      numbers: this.#numbers.of,
      fuzzy: this.#fuzzy,
      fuzzyJoined: this.#fuzzyJoined,
      skeletons: this.#skeletons,
      longestForm: this.#longestForm,
    }
  }

  /** Takes out the names that are gone and takes in the new ones; of a renamed one both. */
  follow(vocabulary: Vocabulary): void {
    const { added, gone } = differenceOf(this.#vocabulary, vocabulary)
    this.#vocabulary = vocabulary
    if (added.length === 0 && gone.length === 0) return
    const changed = this.#table.changing(() => {
      for (const name of gone) this.#remove(name)
      for (const name of added) this.#add(name)
    })
    const ids = [...gone, ...added].map(({ targetId }) => targetId)
    this.#describe(new Set(ids))
    this.#reindex(changed)
    this.#nameWords(vocabulary, new Set(ids))
  }

  #add(name: Name): void {
    const { type, text, order, targetId } = name
    if (type === 'unit') this.#use({ type: 'role', key: text, role: 'unit' }, `u:${text}`, order)
    else if (type === 'place')
      this.#use({ type, key: text, placeId: targetId }, `p:${targetId}:${text}`, order)
    else {
      const { parts, phrases, numbers } = namePartsOf(text, type === 'name')
      this.#numbers.add(numbers, order)
      for (const [at, part] of parts.entries())
        this.#use(part, nameOfPart(part), order + at * PLACE_OF)
      for (const [at, phrase] of phrases.entries()) {
        const concepts = this.#idsOf(phrase.concepts)
        const weight = concepts.reduce((sum, id) => sum + (this.#concepts[id]?.weight ?? 0), 0)
        const listed = this.#idsOf(phrase.listed)
        const needed = this.#idsOf(phrase.needed)
        const id = this.#freePhrases.pop() ?? this.#phrases.length
        // Written out, since thousands of them are read for a question: spreads would be slower.
        this.#post({
          id,
          indicatorId: targetId,
          text,
          isName: type === 'name',
          concepts,
          keys: phrase.keys,
          listed,
          needed,
          weight,
          order: order + at,
        })
      }
    }
  }

  #remove({ type, text, order, targetId }: Name): void {
    if (type === 'unit') this.#disuse(`u:${text}`, order)
    else if (type === 'place') this.#disuse(`p:${targetId}:${text}`, order)
    else {
      const { parts } = namePartsOf(text, type === 'name')
      this.#numbers.remove(order)
      for (const [at, part] of parts.entries())
        this.#disuse(nameOfPart(part), order + at * PLACE_OF)
      const own = this.#phrasesOf.get(targetId) ?? []
      for (const phrase of own)
        if (phrase.order >= order && phrase.order < order + PLACES) this.#withdraw(phrase)
    }
  }

  #use(what: NamePart | Source['what'], name: string, order: number): void {
    const known = this.#sources.get(name)
    if (known !== undefined) {
      const { users } = known
      let at = users.length
      while (at > 0 && (users[at - 1] as number) > order) at--
      // Most have few users: room for more that never come would be most of their size.
      if (users.length < FEW) known.users = users.slice(0, at).concat(order, users.slice(at))
      else users.splice(at, 0, order)
      if (at === 0) this.#table.reorder(known)
      return
    }
    const { type, key: text } = what
    const source: Source = {
      what: type === 'joined' || type === 'written' ? { type, key: text } : what,
      concepts: this.#conceptsOf(what),
      users: [order],
    }
    this.#sources.set(name, source)
    this.#table.add(source)
  }

  #disuse(name: string, order: number): void {
    const source = this.#sources.get(name)
    const at = source?.users.indexOf(order) ?? -1
    if (source === undefined || at < 0) return
    source.users.splice(at, 1)
    if (source.users.length === 0) {
      this.#sources.delete(name)
      this.#table.remove(source)
    } else if (at === 0) this.#table.reorder(source)
  }

  #conceptsOf(what: NamePart | Source['what']): readonly number[] {
    switch (what.type) {
      case 'word':
        return [this.#conceptOf(what.key, what.key)]
      case 'group':
        return [this.#conceptOf(what.key, key(SYNONYMS[what.group]?.words[0]?.text ?? ''))]
      case 'written':
        return 'concept' in what ? this.#idsOf([what.concept]) : NONE
      case 'joined':
        return 'concepts' in what ? this.#idsOf(what.concepts) : NONE
      default:
        return NONE
    }
  }

  /** A concept keeps its id though no name should have it for a while. */
  #conceptOf(conceptKey: string, word: string): number {
    const known = this.#conceptOfKey.get(conceptKey)
    if (known !== undefined) return known
    const id = this.#concepts.length
    const weight = isLight(word) ? LIGHT_WEIGHT : 1
    const telling = weight === 1 && !ASPECT_TERMS.has(word)
    this.#concepts.push({
      id,
      key: conceptKey,
      word,
      weight,
      telling,
      essential: ESSENTIAL.has(word),
    })
    this.#postings.push([])
    this.#conceptOfKey.set(conceptKey, id)
    return id
  }

  #idsOf(conceptKeys: readonly string[]): number[] {
    return conceptKeys.map((one) => this.#conceptOfKey.get(one) as number)
  }

  /** Phrases stand in their order wherever they are listed. */
  #post(phrase: Phrase): void {
    this.#phrases[phrase.id] = phrase
    for (const concept of new Set(phrase.concepts)) {
      const list = this.#postings[concept] as number[]
      let at = list.length
      while (at > 0 && (this.#phrases[list[at - 1] as number] as Phrase).order > phrase.order) at--
      list.splice(at, 0, phrase.id)
    }
    const own = this.#phrasesOf.get(phrase.indicatorId) ?? []
    this.#phrasesOf.set(phrase.indicatorId, own)
    own.push(phrase)
  }

  #withdraw(phrase: Phrase): void {
    for (const concept of new Set(phrase.concepts)) {
      const list = this.#postings[concept] as number[]
      list.splice(list.indexOf(phrase.id), 1)
    }
    const own = this.#phrasesOf.get(phrase.indicatorId) ?? []
    this.#phrasesOf.set(
      phrase.indicatorId,
      own.filter((one) => one !== phrase),
    )
    this.#freePhrases.push(phrase.id)
  }

  /** Works out anew what is known of indicators from their phrases. */
  #describe(indicatorIds: ReadonlySet<number>): void {
    for (const id of indicatorIds) {
      const own = this.#phrasesOf.get(id)
      if (own === undefined) continue
      if (own.length === 0) {
        for (const known of [this.#phrasesOf, this.#nameConcepts, this.#indicatorConcepts])
          known.delete(id)
        continue
      }
      own.sort((a, b) => a.order - b.order)
      this.#indicatorConcepts.set(id, new Set(own.flatMap(({ concepts }) => concepts)))
      const isTelling = (concept: number) => this.#concepts[concept]?.telling ?? false
      const names = own.filter(({ isName }) => isName)
      this.#nameConcepts.set(
        id,
        names.map(({ concepts }) => concepts.filter(isTelling)),
      )
    }
  }

  #nameWords({ indicators }: Vocabulary, ids?: ReadonlySet<number>): void {
    for (const id of ids ?? []) this.#nameKeys.delete(id)
    for (const { id, name } of indicators) {
      if (ids !== undefined && !ids.has(id)) continue
      const words = new Set([...wordKeys(name), ...numberedWords(name).words])
      this.#nameKeys.set(id, new Set([...words].flatMap((word) => [word, ...stemsOf(word)])))
    }
  }

  #index(form: SourcedForm): void {
    if (form.asked || hasDigit(form.key)) return
    if (mayBeMistyped(form.key)) this.#fuzzy.add(form.key, form.order)
    if (form.words > 1) this.#fuzzyJoined.add(form.key, form.order)
    this.#skeletons.add(form)
  }

  #reindex(changed: ReadonlyMap<SourcedForm, Before | null>): void {
    let ofPlaces = false
    const standing: SourcedForm[] = []
    for (const [form, before] of changed) {
      const { key: formKey, words, order, spoken, asked, placeIds, sources } = form
      const isGone = sources.length === 0
      if (placeIds.length > 0 || before?.isPlace) ofPlaces = true
      const isSame = before?.words === words && before.order === order && before.spoken === spoken
      if (!isGone && isSame && before?.asked === asked) continue
      if (before !== null && !before.asked && !hasDigit(formKey)) {
        if (mayBeMistyped(formKey)) this.#fuzzy.remove(formKey)
        if (before.words > 1) this.#fuzzyJoined.remove(formKey)
        this.#skeletons.remove({ ...before, key: formKey })
      }
      if (!isGone) standing.push(form)
    }
    // Taken up when nothing stands where it no longer belongs.
    for (const form of standing) this.#index(form)
    this.#lookOver(ofPlaces)
  }

  #lookOver(ofPlaces = true): void {
    let longest = 0
    for (const formKey of this.#table.forms.keys()) longest = Math.max(longest, formKey.length)
    this.#longestForm = longest
    if (ofPlaces)
      this.#placeForms = [...this.#table.forms.values()]
        .filter(({ placeIds }) => placeIds.length > 0)
        .sort((a, b) => a.order - b.order)
  }
}

/** What is joined has a space in it, and a group begins with «=». */
const nameOfPart = (part: NamePart): string => (part.type === 'written' ? `+${part.key}` : part.key)

/** Two letters («قم») are recognised as typed or not at all. */
const mayBeMistyped = (formKey: string): boolean => formKey.length >= 3

/** In the order of the numbers that they have. */
function* namesInOrder({ places, indicators, aliases }: Vocabulary): Generator<Name> {
  for (const { id, unit } of byId(indicators))
    yield { type: 'unit', text: unit, targetId: id, order: orderIn('unit', id) }
  for (const { id, name } of byId(places))
    yield { type: 'place', text: name, targetId: id, order: orderIn('place', id) }
  const inOrder = byId(aliases)
  for (const { id, target, targetId, text } of inOrder)
    if (target === 'place')
      yield { type: 'place', text, targetId, order: orderIn('placeAlias', id) }
  for (const { id, name } of byId(indicators))
    yield { type: 'name', text: name, targetId: id, order: orderIn('name', id) }
  for (const { id, target, targetId, text } of inOrder)
    if (target === 'indicator') yield { type: 'alias', text, targetId, order: orderIn('alias', id) }
}

/** As the store gives them; sorted only where they are not. */
function byId<One extends { readonly id: number }>(list: readonly One[]): readonly One[] {
  const isSorted = list.every(({ id }, at) => at === 0 || (list[at - 1] as One).id < id)
  return isSorted ? list : [...list].sort((a, b) => a.id - b.id)
}

/** The names of one vocabulary that the other has not, or has otherwise. */
function differenceOf(before: Vocabulary, after: Vocabulary): { added: Name[]; gone: Name[] } {
  const added: Name[] = []
  const gone: Name[] = []
  const old = namesInOrder(before)
  let next = old.next()
  for (const name of namesInOrder(after)) {
    while (!next.done && next.value.order < name.order) {
      gone.push(next.value)
      next = old.next()
    }
    if (next.done || next.value.order > name.order) {
      added.push(name)
      continue
    }
    if (next.value.text !== name.text || next.value.targetId !== name.targetId) {
      gone.push(next.value)
      added.push(name)
    }
    next = old.next()
  }
  for (; !next.done; next = old.next()) gone.push(next.value)
  return { added, gone }
}
