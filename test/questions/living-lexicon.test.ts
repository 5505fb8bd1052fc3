import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alias, Indicator, Place, Vocabulary } from '../../src/facts/types.ts'
import { interpret } from '../../src/questions/interpret.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { compileLexicon, type Lexicon, livingLexicon } from '../../src/questions/lexicon.ts'
import { VOCABULARY } from './vocabulary-for-tests.ts'

/** Words that names share, inflect, list and are synonyms in; some are words of grammar too. */
const WORDS =
  `تولید برق چای چا روی واحدهای راکد صنعتی غیرنفتی ماهی سفید مصوب دیم گندم و نفت، رتبه سال وام
  سرمایه‌گذاری پروانه بهره‌برداری کارخانه‌های تعطیل بازگشت به چرخه آب‌شیرین‌کن هدف سهم تن`.split(/\s+/)
const UNITS = ['تن', 'واحد', 'قلاده', 'نفر‌ساعت']
const QUESTIONS = [
  'تولید گندم یزد ۱۴۰۲ چقدر بود؟',
  'چند واحد راکد در قم احیا شد',
  'تولیذ برق چای کرمن',
  'tolide gandom yazd',
  'سرمایه گذاری روی ماهی سفید اصفهان',
  'وام کارخانه های تعطیل بهشهر',
  'پروانه بهره برداری نفت و گندم دیم',
]

const someText = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))

/** Each compiles a lexicon twice. */
const RUNS = 25

type Change = (vocabulary: Vocabulary, nextId: number) => Vocabulary

const indicatorAdded = fc.tuple(someText, fc.constantFrom(...UNITS)).map(
  ([name, unit]): Change =>
    (before, id) => {
      const indicator: Indicator = { id, name, unit, additive: true, definition: null }
      return { ...before, indicators: [...before.indicators, indicator] }
    },
)
const placeAdded = someText.map(
  (name): Change =>
    (before, id) => {
      const place: Place = { id, name, kind: 'county', isoCode: null, parentId: 1 }
      return { ...before, places: [...before.places, place] }
    },
)
const aliasAdded = fc.tuple(someText, fc.nat()).map(
  ([text, number]): Change =>
    (before, id) => {
      const target = number % 3 === 0 ? 'place' : 'indicator'
      const targets = target === 'place' ? before.places : before.indicators
      const targetId = targets[number % targets.length]?.id ?? 1
      const alias: Alias = { id, target, targetId, text }
      return { ...before, aliases: [...before.aliases, alias] }
    },
)
const renamed = fc.tuple(someText, fc.nat(), fc.constantFrom(...UNITS)).map(
  ([name, number, unit]): Change =>
    (before) => ({
      ...before,
      indicators: before.indicators.map((one, at) =>
        at === number % before.indicators.length ? { ...one, name, unit } : one,
      ),
    }),
)
/** With its aliases, as the store retires it. */
const retired = fc.tuple(fc.constantFrom('indicator', 'place', 'alias'), fc.nat()).map(
  ([what, number]): Change =>
    (before) => {
      const without = <One extends { id: number }>(list: readonly One[]) =>
        list.filter((_, at) => at !== number % list.length)
      if (what === 'alias') return { ...before, aliases: without(before.aliases) }
      if (what === 'place') return { ...before, places: without(before.places) }
      const indicators = without(before.indicators)
      const left = new Set(indicators.map(({ id }) => id))
      const aliases = before.aliases.filter(
        ({ target, targetId }) => target !== 'indicator' || left.has(targetId),
      )
      return { ...before, indicators, aliases }
    },
)
/** What was there at first comes back under its old ids, as by an undo. */
const undone = fc.constant<Change>((before) => ({
  ...before,
  ...{ places: VOCABULARY.places, indicators: VOCABULARY.indicators, aliases: VOCABULARY.aliases },
}))
const changes = fc.array(
  fc.oneof(
    ...[indicatorAdded, placeAdded, aliasAdded, aliasAdded, renamed, retired, retired, undone],
  ),
  { minLength: 1, maxLength: 8 },
)

/** All that a lexicon says, with concepts by their keys: ids are a matter of history. */
function told(lexicon: Lexicon) {
  const { concepts, forms, postings, phrases, phrasesOf, fuzzy, fuzzyJoined, skeletons } = lexicon
  const named = (ids: Iterable<number>) => [...ids].map((id) => concepts[id]?.key)
  const phrase = (id: number) => {
    const { text, indicatorId, order } = phrases[id] ?? { text: '', indicatorId: 0, order: 0 }
    return [text, indicatorId, order]
  }
  const any = () => Number.POSITIVE_INFINITY
  return {
    forms: [...forms.values()]
      .map(({ key, concepts: senses, placeIds, roles, words, spoken, text }) => ({
        ...{ key, placeIds, words, spoken, text, roles: [...roles].sort() },
        senses: senses.map(({ with: only, ...one }) => [
          named(one.run),
          one.cost,
          one.notWith,
          only,
        ]),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    postings: concepts
      .map(({ key, id }) => [key, (postings[id] ?? []).map(phrase)] as const)
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    phrases: [...phrasesOf]
      .sort(([a], [b]) => a - b)
      .map(([id, own]) => [
        id,
        own.map(({ id: at, concepts: run, listed, weight, keys, isName }) => [
          ...[phrase(at), named(run), named(listed), weight, [...keys], isName],
        ]),
        lexicon.nameConcepts.get(id)?.map(named),
        named(lexicon.indicatorConcepts.get(id) ?? []),
      ]),
    nameKeys: [...lexicon.nameKeys].sort(([a], [b]) => a - b),
    placeForms: lexicon.placeForms.map(({ key }) => key),
    longestForm: lexicon.longestForm,
    near: ['تولیذ', 'کرمن', 'صنعتب', 'سفیذ', 'ماهیسفبد'].map((typed) => [
      fuzzy.near(typed, any),
      fuzzyJoined.near(typed, any),
    ]),
    skeletons: ['tld', 'krmn', 'mh', 'br', 'c', 'sf'].map((one) => skeletons.of(one)),
    indicators: [...lexicon.indicators.keys()],
    places: [...lexicon.places.keys()],
  }
}

const understood = (lexicon: Lexicon) =>
  QUESTIONS.map((text) =>
    interpret(text, lexicon, {
      today: '2021-05-01',
      previous: null,
      knownWords: persianDictionary,
    }),
  )

describe('a lexicon that follows its vocabulary', () => {
  it('is the one that would be compiled anew, whatever was added, renamed, retired or undone', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (several, isIndexed) => {
        let vocabulary = VOCABULARY
        let nextId = 1000
        const living = livingLexicon(vocabulary)
        if (isIndexed) living.lexicon.skeletons.of('')
        let lexicon = living.lexicon
        for (const change of several) {
          vocabulary = change(vocabulary, nextId++)
          lexicon = living.follow(vocabulary)
        }
        const anew = compileLexicon(vocabulary)
        // As text: what is equal is soon seen to be.
        const [kept, made] = [told(lexicon), told(anew)]
        if (JSON.stringify(kept) !== JSON.stringify(made)) expect(kept).toEqual(made)
        expect(JSON.stringify(understood(lexicon))).toBe(JSON.stringify(understood(anew)))
      }),
      { numRuns: RUNS },
    )
  })

  it('hears a new alias, and after its retirement hears it no more', () => {
    const living = livingLexicon(VOCABULARY)
    const alias: Alias = { id: 1000, target: 'indicator', targetId: 4, text: 'طلای سبز' }
    const ask = (lexicon: Lexicon) =>
      interpret('طلای سبز یزد', lexicon, {
        ...{ today: '2021-05-01', previous: null, knownWords: persianDictionary },
      })[0]?.status
    expect(ask(living.lexicon)).not.toBe('understood')
    const aliases = [...VOCABULARY.aliases, alias]
    expect(ask(living.follow({ ...VOCABULARY, aliases }))).toBe('understood')
    expect(ask(living.follow(VOCABULARY))).not.toBe('understood')
  })
})
