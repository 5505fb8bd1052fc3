/**
 * The words of questions, read from `data/lexicon`: what carries no content, what asks for an
 * aspect, what means the same. Words are data; the mechanism knows none of them.
 */
import aspectData from '../../data/lexicon/aspects.json' with { type: 'json' }
import functionData from '../../data/lexicon/function-words.json' with { type: 'json' }
import synonymData from '../../data/lexicon/synonyms.json' with { type: 'json' }
import timeData from '../../data/lexicon/time-words.json' with { type: 'json' }
import trapData from '../../data/lexicon/trap-words.json' with { type: 'json' }
import weightData from '../../data/lexicon/weights.json' with { type: 'json' }
import type { Kind } from '../facts/types.ts'
import type { Aspect } from './question.ts'

/** Words that ask for something no figure is: why, how, where, who. They are never ignored. */
export const OTHER_QUESTIONS: ReadonlySet<string> = new Set(weightData.otherQuestions)

/** Present stems that are heard without a prefix («کنند», «دارد»). */
const BARE_STEMS: ReadonlySet<string> = new Set(weightData.bareStems)

/** Verbs that say only that something is so («شد», «می‌کنند», «رسیده»), in all their forms. */
const LIGHT_VERBS: readonly string[] = verbForms(weightData.lightVerbs)

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

export const FUNCTION_WORDS: readonly string[] = Object.values(functionData)
  .flat()
  .concat(aspectData.latest, weightData.soft, weightData.filler, LIGHT_VERBS)
  .filter((word) => !OTHER_QUESTIONS.has(word))

/** Said of a place's figures one by one («به تفکیک استان»). */
export const EACH_PHRASES: readonly string[] = aspectData.aspects.each
/** Praise or blame («بهترین استان»): most or least, the asker tells which. */
export const JUDGED_PHRASES: readonly string[] = aspectData.judged
/** Asks for a year («در کدام سال»). */
export const WHICH_YEAR_PHRASES: readonly string[] = aspectData.whichYear
export const ASPECT_PHRASES: Readonly<Record<Aspect, readonly string[]>> = {
  ...aspectData.aspects,
  value: [],
  target_and_actual: [],
}
export const KIND_PHRASES: Readonly<Record<Kind, readonly string[]>> = aspectData.kinds
/** «در کدام سال» asks for an order of years, or for what no figure answers. */
export const EXCLUSIONS: readonly string[] = [...aspectData.exclusions, ...aspectData.whichYear]
export const PAST_VERBS: readonly string[] = aspectData.tense.past
export const FUTURE_VERBS: readonly string[] = aspectData.tense.future
export const FOLLOW_UP_WORDS: readonly string[] = aspectData.followUp
export const HELP_PHRASES: readonly string[] = aspectData.help

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

export const TIME_WORDS: readonly string[] = timeData.words
export const TRAP_WORDS: readonly string[] = Object.values(trapData).flat()

/** Words that add nothing beside a period («تا آخر ۱۴۰۳»). */
export const BESIDE_PERIODS: readonly string[] = weightData.besidePeriods

/** Verbs of having and being there: they ask how much there is, not how much was done. */
export const STOCK_VERBS: readonly string[] = weightData.stockVerbs

/** Words that many names share and that people leave out: they count little when missing. */
export const LIGHT_WORDS: readonly string[] = weightData.light
/** First words of names that only tell what is measured («مانده سپرده‌ها»). */
export const MEASURE_HEADS: readonly string[] = weightData.measureHeads
/** Words without which a name means something else: they can never be left out. */
export const ESSENTIAL_WORDS: readonly string[] = weightData.essential

export interface SynonymGroup {
  readonly words: readonly { readonly text: string; readonly notWith: readonly string[] }[]
}

/** Groups of words and phrases that mean the same in the field. */
export const SYNONYMS: readonly SynonymGroup[] = mergeGroups()

/** Several entries may have one canonical word, each with its own exceptions. */
function mergeGroups(): SynonymGroup[] {
  const groups = new Map<string, { text: string; notWith: readonly string[] }[]>()
  for (const group of synonymData.groups) {
    const notWith = 'notWith' in group ? (group.notWith ?? []) : []
    const words = groups.get(group.canonical) ?? [{ text: group.canonical, notWith: [] }]
    words.push(...group.words.map((text) => ({ text, notWith })))
    groups.set(group.canonical, words)
  }
  return [...groups.values()].map((words) => ({ words }))
}

/** All forms of verbs given by their past and present stems, negated ones left out. */
function verbForms(verbs: readonly { past: string; present: readonly string[] }[]): string[] {
  const pastEndings = ['', 'م', 'ی', 'یم', 'ید', 'ین', 'ند', 'ن', 'ه', 'ه‌اند', 'ه‌است', 'ن']
  const presentEndings = ['م', 'ی', 'د', 'ه', 'یم', 'ید', 'ین', 'ند', 'ن']
  return verbs.flatMap(({ past, present }) => [
    ...pastEndings.flatMap((ending) => [`${past}${ending}`, `می‌${past}${ending}`]),
    ...present.flatMap((stem) =>
      presentEndings.flatMap((ending) => [
        `می‌${stem}${ending}`,
        `ب${stem}${ending}`,
        ...(BARE_STEMS.has(stem) ? [`${stem}${ending}`] : []),
      ]),
    ),
  ])
}
