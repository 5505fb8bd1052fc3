import { slipDistance } from '../persian/distance.ts'
import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { CONTEXT_RULES, type ContextRule } from './context-rules.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import type { Sense, Word } from './sense.ts'
import { isOnlyGrammar, mayDeny } from './silent-slips.ts'

/**
 * Slips that only their neighbours give away, because the typed word is a word of its own:
 * «گند درصد» for «چند درصد», «سل ۱۴۰۲» for «سال ۱۴۰۲», «… چقدر تولید کر؟» for «کرد».
 * Words that are nothing of ours get the word of grammar that alone can stand in their place.
 */
export function withContextSlips(
  words: readonly Word[],
  lexicon: Lexicon,
  knownWords: KnownWords,
): Word[] {
  return words.map((word, at) => {
    if (word.token.kind !== 'word') return word
    const exact = word.senses.filter((sense) => !sense.corrected)
    const isWritten = exact.some(({ cost }) => cost === 0)
    const isGrammar = exact.every(({ form }) => isOnlyGrammar(form))
    const typed = key(word.typed)
    if (isNegatedVerb(typed)) return word
    const known = knownWords.has(typed)
    for (const rule of CONTEXT_RULES) {
      const applies = isWritten
        ? rule.ofAny || (rule.ofVerb && isGrammar)
        : exact.length === 0 || rule.ofInflected || rule.ofAny
      if (!applies) continue
      if (!rule.fits(words, at, known)) continue
      const sense = nearestMeant(typed, rule, known, lexicon)
      if (sense !== null) return { ...word, senses: [sense] }
    }
    return word
  })
}

function nearestMeant(
  typed: string,
  { meant, limit = ONE_SLIP, knownLimit = limit }: ContextRule,
  known: boolean,
  lexicon: Lexicon,
): Sense | null {
  const furthest = known ? knownLimit : limit
  let best: { form: Form; distance: number } | null = null
  for (const word of meant) {
    const wanted = key(word)
    const form = lexicon.forms.get(wanted) ?? lexicon.forms.get(closeStemOf(wanted) ?? '')
    if (form === undefined || mayDeny(typed, form)) continue
    const distance = slipDistance(typed, wanted, furthest)
    if (distance <= furthest && (best === null || distance < best.distance))
      best = { form, distance }
  }
  return best && { form: best.form, cost: best.distance, risky: false, corrected: true }
}

const ONE_SLIP = 1
