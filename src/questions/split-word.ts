import { closeStemOf } from '../persian/morphology.ts'
import { exactSenses, isGrammar } from './exact-senses.ts'
import type { KnownWords } from './known-words.ts'
import type { Lexicon } from './lexicon.ts'
import { PLAIN_ENDINGS } from './name-words.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import type { Sense } from './sense.ts'
import { COMPOUND_TAILS } from './words.ts'

const LONG_RUN = 8
const SHORTEST_PART = 2
const LONGEST_WORD = 12

/** A word typed without spaces, taken apart. */
export interface SplitWord {
  readonly parts: readonly string[]
  /** Some parts are words of the language that no name or list has. */
  readonly hasForeign: boolean
}

/**
 * «چندواحدراکددرقم» → its words, when known words cover it from end to end; else null. What is a
 * word of the language is never read as two shorter ones («برگشتند» is no «بر گشتند»), though it
 * be none of ours.
 */
export function splitWord(
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
): SplitWord | null {
  if (typed.length < 4 || typed.length > 120) return null
  const own = cheapestWay(typed, lexicon, null)
  const foreign = cheapestWay(typed, lexicon, knownWords)
  if (foreign !== null && (own === null || foreign.cost <= own.cost - MUCH_CHEAPER))
    return foreign.parts.some((part) => part.length >= 3 && isSaid(part, lexicon))
      ? { parts: foreign.parts, hasForeign: true }
      : null
  if (own === null || own.parts.length === 1) return null
  // Words of grammar alone may be a chance reading («مادران» is no «ما در آن»).
  const says = own.parts.some((part) => part.length >= 3 && isSaid(part, lexicon))
  const plausible = says || own.parts.length === 2 || typed.length >= LONG_RUN
  return plausible ? { parts: own.parts, hasForeign: false } : null
}

const MUCH_CHEAPER = 0.8

/** Of ours alone, or with words of the language too. */
function cheapestWay(
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords | null,
): { readonly cost: number; readonly parts: string[] } | null {
  const best: (Way | undefined)[] = [{ cost: 0, from: -1 }]
  for (let start = 0; start < typed.length; start++) {
    const here = best[start]
    if (here === undefined) continue
    const longest = Math.min(typed.length, start + lexicon.longestForm + 4)
    for (let end = start + 1; end <= longest; end++) {
      const part = typed.slice(start, end)
      const partCost =
        costOfPart(part, end === typed.length, lexicon) ??
        (knownWords && costOfForeign(part, knownWords))
      if (partCost === null) continue
      const cost = here.cost + partCost
      const before = best[end]
      // Of equal ways the one whose earlier words are longer («چقدر شد», no «چقد رشد»).
      if (before === undefined || cost <= before.cost + ROUNDING) best[end] = { cost, from: start }
    }
  }
  const whole = best[typed.length]
  if (whole === undefined) return null
  const parts: string[] = []
  for (let end = typed.length; end > 0; end = (best[end] as Way).from)
    parts.push(typed.slice((best[end] as Way).from, end))
  return { cost: whole.cost, parts: parts.reverse() }
}

interface Way {
  readonly cost: number
  readonly from: number
}

const ROUNDING = 1e-9

function isSaid(part: string, lexicon: Lexicon): boolean {
  return !isGrammar(lexicon.forms.get(part)) && exactSenses(part, lexicon).length > 0
}

/** Long parts are surer than short ones; a digit string or «و» may stand between two words. */
function costOfPart(part: string, isLast: boolean, lexicon: Lexicon): number | null {
  if (/^\d+$/.test(part)) return 0.5
  if (part === 'و') return 1.5
  if (part.length < SHORTEST_PART) return null
  const senses = exactSenses(part, lexicon)
  if (senses.length === 0 || (part.length < 4 && (senses[0] as Sense).cost > 0)) return null
  // «شیرشتر» is no «شیر» with endings.
  const ending = part.slice((senses[0] as Sense).form.key.length)
  if (ending.length >= 3 && !/^(?:ها|تر)/.test(ending)) return null
  const isShort = part.length === 2 && !(isLast && part === BECAME)
  return 1 + (senses[0] as Sense).cost * 6 + (isShort ? 0.5 : 0)
}

const BECAME = 'شد'

/** What a word of the language costs that is none of ours: less than two that are. */
function costOfForeign(part: string, knownWords: KnownWords): number | null {
  if (part.length < 3 || part.length > LONGEST_WORD || PLAIN_ENDINGS.has(part)) return null
  const isWord = knownWords.has(part) || knownWords.has(part.replace(VERB_ENDING, '$1'))
  if (!isWord && !isNegatedVerb(part)) return null
  return part.length === 3 ? 2.1 : 1.6
}

const VERB_ENDING = /^(.{4,})(?:ند|یم|ید)$/

/**
 * «هدفگذاری», «پیشبینیشده», «وصولنشده»: compounds without their half-space, of which the dictionary
 * knows many; null for other words.
 */
export function compoundParts(
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
): string[] | null {
  for (const tail of COMPOUND_TAILS) {
    const head = typed.slice(0, -tail.length)
    if (!typed.endsWith(tail) || head.length < SHORTEST_PART) continue
    const before = compoundParts(head, lexicon, knownWords)
    if (before !== null) return [...before, tail]
    if (lexicon.forms.has(head) || knownWords.has(head) || closeStemIsOurs(head, lexicon))
      return [head, tail]
  }
  return null
}

function closeStemIsOurs(head: string, lexicon: Lexicon): boolean {
  const close = closeStemOf(head)
  return close !== null && close.length >= 3 && lexicon.forms.has(close)
}
