import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'
import { exactSenses, isGrammar } from './exact-senses.ts'
import type { ConceptSense, Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'
import { COMPOUNDS } from './words.ts'

/** What it costs that words stand apart that belong together. */
export const JOIN_COST = 0.03

/** What several words are together, as they stand or with an ending: none, or cheapest first. */
export function joinedSenses(run: readonly Token[], typed: string, lexicon: Lexicon): Sense[] {
  // Of several words only the last takes an ending: «گوشت قرمز شتر» is no «گوشت قرمز».
  const last = run.at(-1)
  // «کدام استان ات؟» is a verb misspelt, and no «استانت».
  const endsLoose = last?.joined === false && key(last.text) === 'ات'
  const known = exactSenses(typed, lexicon).filter(({ cost, form }) => {
    if (endsLoose && cost > 0) return false
    return (
      cost === 0 ||
      form.key === closeStemOf(typed) ||
      form.key.length >= typed.length - LONGEST_TAIL
    )
  })
  if (known.length === 0 || known.some(isCompound)) return known
  return [...known, ...composedSenses(run, typed, lexicon)]
}

/** «سیب زمینی» that no name has is nothing that is known, and no «سیب». */
function isCompound({ form }: Sense): boolean {
  return form.concepts.length === 0 && COMPOUND_KEYS.has(form.key)
}

const COMPOUND_KEYS = new Set(COMPOUNDS.map(key))

/**
 * Two words of grammar side by side are no third word («در آمد» may be just that); more of them
 * stand together by no chance («در دست اجرا»).
 */
export function isSpacedGrammar(run: readonly Token[], lexicon: Lexicon): boolean {
  // «می خواستم»: what stands apart is a prefix.
  if (PREFIXES.has(run[0]?.text ?? '')) return false
  if (run.length > 2) return false
  const spaced = run.slice(1).some((part) => !part.joined)
  const parts = run.map((part) => lexicon.forms.get(key(part.text)))
  if (!spaced || !parts.every(isGrammar)) return false
  // «قرار دارند»: a word that says something beside others alone says nothing with its verb.
  const whole = lexicon.forms.get(key(run.map(({ text }) => text).join('')))
  return !(whole?.roles.has('function') && parts.some((part) => isOnlyPart(part)))
}

function isOnlyPart(form: Form | undefined): boolean {
  return form?.roles.size === 1 && form.roles.has('part')
}

const PREFIXES = new Set(['می', 'نمی'])
const LONGEST_TAIL = 2
const MOST_COMPOSED = 12

const NOTHING: ConceptSense = { run: [], cost: 0, notWith: [], with: [] }

/** What the words of a join mean one by one: a phrase may want them so. */
function composedSenses(run: readonly Token[], typed: string, lexicon: Lexicon): Sense[] {
  let composed: ConceptSense[] = [NOTHING]
  for (const token of run) {
    const senses = exactSenses(key(token.text), lexicon)
    if (senses.length === 0 || senses.every((sense) => sense.form.placeIds.length > 0)) return []
    const meanings = senses.flatMap((sense) =>
      sense.form.concepts.map((concept) => ({ ...concept, cost: concept.cost + sense.cost })),
    )
    const silent = senses.some((sense) => sense.form.roles.has('function'))
    const options = silent ? [...meanings, NOTHING] : meanings
    composed = composed
      .flatMap((left) =>
        options.map((right) => ({
          run: [...left.run, ...right.run],
          cost: left.cost + right.cost,
          notWith: [...left.notWith, ...right.notWith],
          with: [...left.with, ...right.with],
        })),
      )
      .slice(0, MOST_COMPOSED)
  }
  const concepts = composed.filter((one) => one.run.length > 0)
  if (concepts.length === 0) return []
  const form: Form = {
    key: typed,
    concepts,
    placeIds: [],
    roles: new Set(),
    words: run.length,
    spoken: typed,
    text: typed,
  }
  return [{ form, cost: JOIN_COST, risky: false, corrected: false }]
}
