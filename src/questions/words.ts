/**
 * The words of questions, read from `data/lexicon`: what carries no content, what asks for an
 * aspect, what means the same. Words are data; the mechanism knows none of them.
 */
import aspectData from '../../data/lexicon/aspects.json' with { type: 'json' }
import companionData from '../../data/lexicon/companions.json' with { type: 'json' }
import functionData from '../../data/lexicon/function-words.json' with { type: 'json' }
import stockData from '../../data/lexicon/stock-words.json' with { type: 'json' }
import synonymData from '../../data/lexicon/synonyms.json' with { type: 'json' }
import thanksData from '../../data/lexicon/thanks.json' with { type: 'json' }
import timeData from '../../data/lexicon/time-words.json' with { type: 'json' }
import trapData from '../../data/lexicon/trap-words.json' with { type: 'json' }
import verbData from '../../data/lexicon/verbs.json' with { type: 'json' }
import weightData from '../../data/lexicon/weights.json' with { type: 'json' }
import type { Kind } from '../facts/types.ts'
import { toldForms, verbForms } from '../persian/verb-forms.ts'
import type { Aspect } from './question.ts'

/** Words that ask for something no figure is: why, how, where, who. They are never ignored. */
export const OTHER_QUESTIONS: ReadonlySet<string> = new Set(weightData.otherQuestions)

/** Present stems that are heard without a prefix («کنند», «دارد»). */
const BARE_STEMS: ReadonlySet<string> = new Set(weightData.bareStems)
const isBare = (stem: string) => BARE_STEMS.has(stem)
/** Past stem → present stems, of all verbs. */
const PRESENT_STEMS: ReadonlyMap<string, readonly string[]> = new Map([
  ...weightData.lightVerbs.map(({ past, present }) => [past, present] as const),
  ...Object.entries(verbData.stems),
])
const presentOf = (past: string): readonly string[] => PRESENT_STEMS.get(past) ?? []

/** «برداشت نمودند», «برداشت گردید»: what an infinitive is also said with. */
const ALSO_SAID: Readonly<Record<string, readonly string[]>> = verbData.alsoSaid
/** What a form of a verb is spelt like, and more often means («بدهی», «بره»). */
const OTHER_WORDS: ReadonlySet<string> = new Set(verbData.otherWords.map(joined))

/** Verbs that say only that something is so («شد», «می‌کنند», «رسیده»), in all their forms. */
export const LIGHT_VERBS: readonly string[] = weightData.lightVerbs
  .flatMap((verb) => verbForms(verb, isBare))
  .filter((form) => !OTHER_WORDS.has(joined(form)))

/** The usual forms of the verbs that end a question. */
export const CLOSING_VERBS: readonly string[] = [
  ...functionData.lightVerbs,
  ...functionData.copulas,
]

/** Words that say little beside the verb at the end («… انجام شد»). */
export const SOFT_WORDS: readonly string[] = [...weightData.soft, ...weightData.filler]

/** What a question of a figure is asked with, verbs aside. */
export const FRAME_WORDS: readonly string[] = [
  ...functionData.questionWords,
  ...functionData.prepositions,
  ...functionData.measureNouns,
  ...functionData.placeNouns,
  ...functionData.timeNouns,
  ...functionData.politeness,
]

/** «به ثبت رسیده», «قرار دارند»: verbs of several words that say no more, in all their forms. */
const LIGHT_COMPOUNDS: readonly string[] = weightData.lightCompounds.flatMap(toldOf)

export const FUNCTION_WORDS: readonly string[] = Object.values(functionData)
  .flat()
  .concat(aspectData.latest, weightData.soft, weightData.filler, LIGHT_VERBS, LIGHT_COMPOUNDS)
  .filter((word) => !OTHER_QUESTIONS.has(word))

/** Words that look like one that asks («متوسطه», secondary school, is no «متوسط»). */
export const NOT_INFLECTED: readonly string[] = aspectData.notInflected
/** Said of a place's figures one by one («به تفکیک استان»). */
export const EACH_PHRASES: readonly string[] = aspectData.aspects.each
/** Praise or blame («بهترین استان»): most or least, the asker tells which. */
export const JUDGED_PHRASES: readonly string[] = aspectData.judged
/** What was not fulfilled: beside a target, the part of it that is still missing. */
export const UNMET_PHRASES: readonly string[] = aspectData.unmet
/** Asks for a year («در کدام سال»). */
export const WHICH_YEAR_PHRASES: readonly string[] = aspectData.whichYear
export const ASPECT_PHRASES: Readonly<Record<Aspect, readonly string[]>> = {
  ...aspectData.aspects,
  value: [],
  target_and_actual: [],
  quotient: [],
  sum: [],
  statement: [],
  unmet: [],
}
/** Phrases that ask for an aspect, divided by what is asked about («فاصله … تا هدف»). */
export const ASPECT_PHRASES_APART: readonly {
  readonly aspect: Aspect
  readonly first: readonly string[]
  readonly last: readonly string[]
}[] = aspectData.apart.map((one) => ({ ...one, aspect: one.aspect as Aspect }))
export const KIND_PHRASES: Readonly<Record<Kind, readonly string[]>> = aspectData.kinds
/** «در کدام سال» asks for an order of years, or for what no figure answers. */
export const EXCLUSIONS: readonly string[] = [...aspectData.exclusions, ...aspectData.whichYear]
/** What a target is said to be («مصوب», «ابلاغی»). */
export const TARGET_MODIFIERS: readonly string[] = aspectData.targetModifiers
export const PAST_VERBS: readonly string[] = aspectData.tense.past
export const FUTURE_VERBS: readonly string[] = aspectData.tense.future
export const FOLLOW_UP_WORDS: readonly string[] = aspectData.followUp
export const HELP_PHRASES: readonly string[] = aspectData.help
/** Words of thanks, of leave-taking, and what is said beside them («خیلی», «از شما»). */
export const THANKS: readonly string[] = thanksData.thanks
export const FAREWELLS: readonly string[] = thanksData.farewells
export const BESIDE_THANKS: readonly string[] = thanksData.beside

const PHRASES: readonly string[] = [
  ...new Set(
    [ASPECT_PHRASES, KIND_PHRASES]
      .flatMap((table) => Object.values(table))
      .concat([EXCLUSIONS, EACH_PHRASES, WHICH_YEAR_PHRASES, JUDGED_PHRASES, aspectData.help])
      .flat(),
  ),
]

/** Words that ask for an aspect by themselves. */
export const ASPECT_WORDS: readonly string[] = PHRASES.filter((phrase) => !/[ \u200c]/.test(phrase))
/** Words that do so only beside others («کی گفته»). */
export const ASPECT_PARTS: readonly string[] = PHRASES.flatMap((phrase) =>
  phrase.split(/[ \u200c]/),
)

const SHORTEST_COMPANION = 5

/** Long enough words of who makes things, and where («باغداران»), to be heard by a slip. */
export const COMPANION_WORDS: readonly string[] = companionData.beside
  .flatMap(({ words }) => words)
  .filter((word) => joined(word).length >= SHORTEST_COMPANION)

export const TIME_WORDS: readonly string[] = timeData.words
export const TRAP_WORDS: readonly string[] = Object.values(trapData).flat()

/** Second parts of compounds, which some write without the half-space («هدفگذاری», «وصولنشده»). */
export const COMPOUND_TAILS: readonly string[] = weightData.compoundTails

/** Names of other things that begin with that of one («سیب‌زمینی» is no «سیب»). */
export const COMPOUNDS: readonly string[] = trapData.compounds
/** Places of the world and of the country that may be in no store. */
export const OTHER_PLACES: readonly string[] = [
  ...trapData.countries,
  ...trapData.foreignCities,
  ...trapData.iranianPlacesNotInStore,
]

/** Words that add nothing beside a period («تا آخر ۱۴۰۳»). */
export const BESIDE_PERIODS: readonly string[] = weightData.besidePeriods

/** Verbs of having and being there: they ask how much there is, not how much was done. */
export const STOCK_VERBS: readonly string[] = weightData.stockVerbs

/** What things are («راکد»), and verbs of becoming it: how many became so is not how many are. */
export const STATES: readonly string[] = weightData.states
export const BECOMING: readonly string[] = weightData.becoming

/** Verbs of making, as they are said of what a place produces. */
export const MAKING_VERBS: readonly string[] = weightData.makingVerbs

/** Words that many names share and that people leave out: they count little when missing. */
export const LIGHT_WORDS: readonly string[] = weightData.light
/** First words of names that only tell what is measured («مانده سپرده‌ها»). */
export const MEASURE_HEADS: readonly string[] = weightData.measureHeads
/** Words that the rest of a name implies: who says that rest, says the whole. */
export const IMPLIED_WORDS: readonly string[] = weightData.implied
/** Words without which a name means something else: they can never be left out. */
export const ESSENTIAL_WORDS: readonly string[] = weightData.essential

/** First words of names of what is there at one time («ظرفیت»): added over places, never over years. */
export const STOCK_NOUNS: readonly string[] = stockData.stockNouns
/** … even beside a word of what comes about («ظرفیت تولید سیمان»). */
export const ALWAYS_STOCK: readonly string[] = stockData.alwaysStock
/** What things are at a time («معادن فعال»). */
export const STOCK_STATES: readonly string[] = stockData.stockStates
/** Words that tell what came about in a time («صادرشده»). */
export const FLOW_WORDS: readonly string[] = stockData.flowWords

export interface Synonym {
  readonly text: string
  /** Not meant so beside one of these. */
  readonly notWith: readonly string[]
  /** Meant so only beside one of these; beside anything where there are none. */
  readonly with: readonly string[]
  /** How people ask for it; in a name it is something else («ساخت» of schools, and not of fridges). */
  readonly asked: boolean
}

export interface SynonymGroup {
  readonly words: readonly Synonym[]
}

/** Groups of words and phrases that mean the same in the field. */
export const SYNONYMS: readonly SynonymGroup[] = mergeGroups()

/** Several entries may have one canonical word, each with its own exceptions. */
function mergeGroups(): SynonymGroup[] {
  const groups = new Map<string, Map<string, Synonym>>()
  for (const group of synonymData.groups as readonly SynonymEntry[]) {
    const { canonical, verbs = [], asked = [], notWith = [] } = group
    const beside = { notWith, with: group.with ?? [] }
    const words = groups.get(canonical) ?? new Map()
    groups.set(canonical, words)
    if (words.size === 0) {
      const own = { text: canonical, notWith: [], with: [], asked: false }
      words.set(joined(canonical), own)
    }
    for (const text of group.words)
      words.set(`${joined(text)}|${notWith.join()}`, { text, ...beside, asked: false })
    for (const text of verbs.flatMap(toldOf))
      if (!words.has(joined(text))) words.set(joined(text), { text, ...beside, asked: false })
    for (const text of asked.flatMap(askedOf))
      if (!words.has(joined(text)) && !words.has(`${joined(text)}|${notWith.join()}`))
        words.set(joined(text), { text, ...beside, asked: true })
  }
  return [...groups.values()].map((words) => ({ words: [...words.values()] }))
}

/** «بیمه‌شده» and «بیمه شده» are one word. */
function joined(text: string): string {
  return text.replace(/[ \u200c]/g, '')
}

interface SynonymEntry {
  readonly canonical: string
  readonly words: readonly string[]
  /** Infinitives, said in any person and time. */
  readonly verbs?: readonly string[]
  /** Words and infinitives of questions alone. */
  readonly asked?: readonly string[]
  readonly notWith?: readonly string[]
  readonly with?: readonly string[]
}

function toldOf(infinitive: string): string[] {
  const verb = infinitive.split(' ').at(-1) ?? ''
  const others = ALSO_SAID[verb] ?? []
  return [verb, ...others].flatMap((said) => {
    const forms = toldForms(infinitive.slice(0, -verb.length) + said, presentOf, isBare)
    return forms.filter((form) => !OTHER_WORDS.has(joined(form)))
  })
}

/**
 * «درآوردن», «فرستادن خارج»: in a question a past stem alone tells too, and what is said with a
 * verb may stand behind it. Words without an infinitive are heard as they are.
 */
function askedOf(text: string): string[] {
  const words = text.split(' ')
  const at = words.findIndex((word) => PRESENT_STEMS.has(word.replace(/ن$/, '')) && /ن$/.test(word))
  if (at === -1) return [text]
  const behind = words.slice(at + 1).map((word) => ` ${word}`)
  const infinitive = words.slice(0, at + 1).join(' ')
  const alone = infinitive.replace(/ن$/, '')
  const told = [
    infinitive,
    ...toldOf(infinitive),
    ...(OTHER_WORDS.has(joined(alone)) ? [] : [alone]),
  ]
  return told.map((form) => form + behind.join(''))
}
