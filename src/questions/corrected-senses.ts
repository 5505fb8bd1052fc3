import { slipLimit } from '../persian/distance.ts'
import { asWritten, closeStemOf } from '../persian/morphology.ts'
import { exactSenses, STEM_COST } from './exact-senses.ts'
import { affirms, losesMeaning } from './kept-words.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'
import { neighboursOf } from './slip-neighbours.ts'

/** What a word that is none of ours may be a slip of, nearest first. */
export function correctedSenses(
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
  isKnown: boolean,
): Sense[] {
  const found = new Map<string, Sense>()
  const rival = isKnown ? null : rivalOf(typed, lexicon, knownWords)
  const consider = (word: string, extra: number) => {
    const limitOf = (near: string) => slipsAllowed(word, lexicon.forms.get(near) as Form, isKnown)
    for (const { key: near, distance } of lexicon.fuzzy.near(word, limitOf)) {
      const form = lexicon.forms.get(near) as Form
      // «کرمانشان» is no «کرمان» of theirs: which endings a place takes is told elsewhere.
      if (distance === 0 && form.placeIds.length > 0) continue
      if (distance > 0 && losesMeaning(typed, near, distance, lexicon, knownWords)) continue
      const cost = distance + extra
      const before = found.get(near)
      if (before === undefined || before.cost > cost)
        found.set(near, {
          form: distance === 0 ? form : withoutAsked(form),
          cost,
          risky: isKnown ? !isSurelyProvince(form, cost, lexicon) : isRivalled(form, cost, rival),
          corrected: true,
        })
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

/** Nothing is taken for a slip of a word that a name is only asked by: «سوخت» is no «ساخت» of paper. */
function withoutAsked(form: Form): Form {
  if (!form.concepts.some(({ asked }) => asked)) return form
  return { ...form, concepts: form.concepts.filter(({ asked }) => !asked) }
}

/**
 * «حرمان» for «کرمان»: a dozen words of the language are a likely slip from a province of five
 * letters or more, and none of them is asked about.
 */
function isSurelyProvince({ key, placeIds }: Form, cost: number, { places }: Lexicon): boolean {
  const isProvince = placeIds.some((id) => places.get(id)?.kind === 'province')
  return isProvince && key.length >= SHORTEST_SURE && cost <= LIKELY_SLIP
}

const SHORTEST_SURE = 5

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
export function isLikelySlip(typed: string, lexicon: Lexicon, knownWords: KnownWords): boolean {
  const limitOf = (near: string) =>
    near.length >= 4 && near.length >= typed.length - 1 ? LIKELY_SLIP : 0
  return lexicon.fuzzy
    .near(typed, limitOf, LIKELY_SLIP)
    .some(({ key: near }) => !affirms(typed, near, lexicon, knownWords))
}

/** What the nearest other word of the language costs; null when there is none one slip away. */
export function rivalOf(typed: string, lexicon: Lexicon, knownWords: KnownWords): number | null {
  const isRival = (word: string) => knownWords.has(word) && !isOneOfOurs(word, lexicon)
  return neighboursOf(typed, isRival)[0]?.cost ?? null
}

/**
 * Whether another word of the language is so much nearer to what was typed that this one must be
 * confirmed. A word in its place in a question is far likelier than one of a dictionary's 104,000.
 */
export function isRivalled(form: Form, cost: number, rival: number | null): boolean {
  if (rival === null) return false
  const isName = form.concepts.length > 0 || form.placeIds.length > 0
  return rival + ROUNDING < cost - (isName ? NEARER_THAN_NAME : NEARER_THAN_GRAMMAR)
}

const NEARER_THAN_NAME = 0.5
const NEARER_THAN_GRAMMAR = 0.7
const ROUNDING = 1e-9

/** A word that stands in some name or list, as it is or with a common ending. */
export function isOneOfOurs(word: string, lexicon: Lexicon): boolean {
  if (lexicon.forms.has(word)) return true
  const close = closeStemOf(word)
  if (close !== null && lexicon.forms.has(close)) return exactSenses(word, lexicon).length > 0
  const written = asWritten(word)
  return written !== null && lexicon.forms.has(written)
}
