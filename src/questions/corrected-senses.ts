import { slipLimit } from '../persian/distance.ts'
import { asWritten, closeStemOf } from '../persian/morphology.ts'
import { STEM_COST } from './exact-senses.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

/** What a word that is none of ours may be a slip of, nearest first. */
export function correctedSenses(typed: string, lexicon: Lexicon, isKnown: boolean): Sense[] {
  const found = new Map<string, Sense>()
  const consider = (word: string, extra: number) => {
    const limitOf = (near: string) => slipsAllowed(word, lexicon.forms.get(near) as Form, isKnown)
    for (const { key: near, distance } of lexicon.fuzzy.near(word, limitOf)) {
      const form = lexicon.forms.get(near) as Form
      const cost = distance + extra
      const before = found.get(near)
      if (before === undefined || before.cost > cost)
        found.set(near, { form, cost, risky: isKnown, corrected: true })
    }
  }
  consider(typed, 0)
  const close = closeStemOf(typed)
  const isPlural = close !== null && PLURAL.test(typed.slice(close.length))
  if (close !== null && (close.length >= 4 || (isPlural && close.length === 3)))
    consider(close, STEM_COST)
  // «زطمستون»: a slip in a word as it is spoken.
  for (const word of close === null ? [typed] : [typed, close]) {
    const written = asWritten(word)
    if (written !== null) consider(written, STEM_COST)
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).slice(0, 10)
}

/**
 * A name of three letters is taken for another word of three only when the slip is a likely one;
 * a word of grammar bears more, since nothing is stated on its strength.
 */
function slipsAllowed(typed: string, form: Form, isKnown: boolean): number {
  if (form.key.length > 3) return slipLimit(form.key.length)
  const longer = typed.length > form.key.length
  if (form.concepts.length > 0 && form.roles.size === 0)
    return longer ? (isKnown ? DOUBLED_LETTER : 1) : 0
  return longer ? 1 : LIKELY_SLIP
}

const PLURAL = /^ها/
const DOUBLED_LETTER = 0.5
/** What a likely slip costs at most: a neighbouring key, letters of one look or sound. */
export const LIKELY_SLIP = 0.6

/** A word one likely slip from another is that one, whatever its letters could be split into. */
export function isLikelySlip(typed: string, lexicon: Lexicon): boolean {
  const limitOf = (near: string) =>
    near.length >= 4 && near.length >= typed.length - 1 ? LIKELY_SLIP : 0
  const [nearest] = lexicon.fuzzy.near(typed, limitOf, LIKELY_SLIP)
  return nearest !== undefined
}
