import verbData from '../../data/lexicon/negations.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'

const PAST_ENDINGS = ['', 'م', 'ی', 'یم', 'ید', 'ین', 'ند', 'ن', 'ه', 'هاند', 'هاست', 'هان']
const PRESENT_ENDINGS = ['م', 'ی', 'د', 'ه', 'یم', 'ید', 'ین', 'ند', 'ن']

const NOT_NEGATED = new Set(verbData.notNegated.map(key))
const NEGATED = new Set(
  verbData.verbs
    .flatMap(({ past, present }) => [
      ...negatedForms(key(past), PAST_ENDINGS),
      ...present.flatMap((stem) => negatedForms(key(stem), PRESENT_ENDINGS)),
    ])
    .filter((form) => form.length >= 3 && !NOT_NEGATED.has(form)),
)
/** «نمی خرن», typed apart. */
const PREFIX = 'نمی'

/**
 * Whether a key is a verb that denies («نخرید», «نیومدن», «نمی‌تونه»): one letter from the verb
 * that affirms, it must never be taken for a slip of it.
 */
export function isNegatedVerb(wordKey: string): boolean {
  return wordKey === PREFIX || NEGATED.has(wordKey)
}

/** «آمد» → «نیامد», «اومد» → «نیومد», «خرید» → «نخرید», «نمیخرید». */
function negatedForms(stem: string, endings: readonly string[]): string[] {
  const joined = stem.startsWith('ا')
    ? [`نی${stem}`, ...(stem.length > 2 ? [`نی${stem.slice(1)}`] : [])]
    : [`ن${stem}`]
  return endings.flatMap((ending) =>
    [...joined, `نمی${stem}`].map((beginning) => beginning + ending),
  )
}
