import negationData from '../../data/lexicon/negations.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'
import { deniedForms } from '../persian/verb-forms.ts'

const NOT_NEGATED = new Set(negationData.notNegated.map(key))
const NEGATED = new Set(
  negationData.verbs
    .flatMap(({ past, present }) => deniedForms({ past: key(past), present: present.map(key) }))
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
