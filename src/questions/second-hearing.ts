import { slipLimit } from '../persian/distance.ts'
import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'
import { isOneOfOurs, isRivalled, LIKELY_SLIP, rivalOf } from './corrected-senses.ts'
import { losesMeaning } from './kept-words.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import type { Correction } from './question.ts'
import { isClosingVerb, maySayNothing, type Standing, trapMargin } from './silent-slips.ts'
import { neighboursOf } from './slip-neighbours.ts'
import { splitWord } from './split-word.ts'

/** The words of a question with some of them taken for others that they may be slips of. */
export interface Rehearing {
  readonly tokens: readonly Token[]
  readonly corrections: readonly Correction[]
  /** The slips, summed up. */
  readonly cost: number
  /** Another word of the language is as near to what was typed: to be confirmed. */
  readonly doubtful: boolean
}

interface Option {
  readonly text: string
  readonly meant: string
  readonly cost: number
  readonly doubtful: boolean
}

interface Suspect {
  readonly at: number
  readonly options: readonly Option[]
}

/**
 * What a question that was not understood may have meant, nearest first: each word that is none of
 * ours may be one that is a slip away, and then the rest of the question must be explained too.
 * `unexplained` are the words that stood in the way; no others are `suspected` if so told.
 */
export function rehearings(
  tokens: readonly Token[],
  unexplained: readonly string[],
  lexicon: Lexicon,
  knownWords: KnownWords,
  suspected: 'all' | 'unexplained' = 'all',
): Rehearing[] {
  const suspects: Suspect[] = []
  const odd = new Set(unexplained.flatMap((typed) => typed.split(' ')).map(key))
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    if (suspected === 'unexplained' && !odd.has(key(token.text))) continue
    const next = lexicon.forms.get(key(tokens[at + 1]?.text ?? ''))
    const beforeName = (next?.concepts.length ?? 0) > 0
    const standing = { closing: isClosing(tokens, at), joined: token.joined, beforeName }
    const options = optionsOf(key(token.text), standing, odd, lexicon, knownWords)
    if (options.length > 0) suspects.push({ at, options })
  }
  if (suspects.length === 0 || suspects.length > MOST_SUSPECTS) return []
  return combined(suspects)
    .sort((a, b) => a.cost - b.cost)
    .map(({ chosen, cost }) => rehearing(tokens, chosen, cost))
}

const MOST_SUSPECTS = 4
const MOST_OPTIONS = 8
const MOST_COST = 3

interface Combination {
  readonly chosen: readonly { readonly at: number; readonly option: Option }[]
  readonly cost: number
}

/** All ways to take some of the suspects for other words. */
function combined(suspects: readonly Suspect[]): Combination[] {
  let all: Combination[] = [{ chosen: [], cost: 0 }]
  for (const { at, options } of suspects)
    all = all.flatMap((one) => [
      one,
      ...options
        .map((option) => ({
          chosen: [...one.chosen, { at, option }],
          cost: one.cost + option.cost,
        }))
        .filter(({ cost }) => cost <= MOST_COST),
    ])
  return all.filter(({ chosen }) => chosen.length > 0)
}

function rehearing(
  tokens: readonly Token[],
  chosen: Combination['chosen'],
  cost: number,
): Rehearing {
  const heard = [...tokens]
  for (const { at, option } of chosen) heard[at] = { ...(tokens[at] as Token), text: option.text }
  return {
    tokens: heard,
    corrections: chosen.map(({ at, option }) => ({
      typed: (tokens[at] as Token).text,
      meant: option.meant,
    })),
    cost,
    doubtful: chosen.some(({ option }) => option.doubtful),
  }
}

/** What a word may be a slip of, nearest first: nothing if it is a word that was understood. */
function optionsOf(
  typed: string,
  standing: Standing,
  odd: ReadonlySet<string>,
  lexicon: Lexicon,
  knownWords: KnownWords,
): Option[] {
  // No word of a name is as long: what lies around such a text would be looked up for nothing.
  if (typed.length > LONGEST_TYPED) return []
  const isOurs = (word: string) => isOneOfOurs(word, lexicon)
  const own = isOurs(typed)
  if (own && !odd.has(typed)) return []
  // «کرما», which nothing explains, is no inflection of «کرم».
  if (knownWords.has(typed) || lexicon.forms.has(typed) || isNegatedVerb(typed)) return []
  const near = new Map<string, number>()
  // Two letters («قم») are recognised as typed or not at all.
  for (const { word, cost } of neighboursOf(typed, isOurs))
    if (word.length >= SHORTEST_MEANT && (lexicon.forms.has(word) || isLikelyEnding(word, cost)))
      near.set(word, cost)
  if (typed.length >= SHORTEST_TWICE)
    for (const { key: word, distance } of lexicon.fuzzy.near(typed, (one) => slipLimit(one.length)))
      if (!near.has(word)) near.set(word, distance)
  if (near.size === 0 && typed.length >= SHORTEST_FAR)
    for (const { key: word, distance } of lexicon.fuzzy.within(typed, FAR, farLimit))
      near.set(word, distance)
  // «صادرتا» is no «صادرها»: what says nothing by itself takes no ending by a slip.
  function isLikelyEnding(word: string, cost: number): boolean {
    const stem = lexicon.forms.get(closeStemOf(word) ?? '')
    return cost <= LIKELY_SLIP && stem?.roles.has('function') !== true
  }
  // Of glued words none is put right as if it were a slip in the other.
  const glued = splitWord(typed, lexicon, knownWords)?.parts.some(
    (part) => part.length >= LONG_PART,
  )
  const furthest = glued ? ONE_SLIP : MOST_COST
  for (const [word, cost] of near)
    if (cost > furthest || losesMeaning(typed, word, cost, lexicon, knownWords)) near.delete(word)
  const isTrap = (word: string) => lexicon.forms.get(word)?.roles.has('trap') === true
  const trap = Math.min(...[...near].map(([word, cost]) => (isTrap(word) ? cost : MOST_COST)))
  const isName = (word: string) => {
    const form = lexicon.forms.get(word)
    return form === undefined || namesOrTells(form)
  }
  const name = Math.min(...[...near].map(([word, cost]) => (isName(word) ? cost : MOST_COST)))
  const ranked = [...near]
    .filter(([word, cost]) => {
      const form = lexicon.forms.get(word)
      if (form === undefined || isTrap(word)) return cost <= trap
      if (namesOrTells(form) && !form.roles.has('function')) return cost <= trap
      // «کرما», which passes for an inflected word, is none that says nothing.
      if (own) return false
      if (cost + trapMargin(form, cost, typed) >= trap || typed === `ن${word}`) return false
      return (
        asks(form) ||
        namesOrTells(form) ||
        (cost < name && maySayNothing(form, cost, typed, standing))
      )
    })
    .sort((a, b) => a[1] - b[1])
    .slice(0, MOST_OPTIONS)
  if (ranked.length === 0) return []
  const rival = rivalOf(typed, lexicon, knownWords)
  return ranked.map(([word, cost]) => {
    const form = lexicon.forms.get(word)
    return {
      text: word,
      meant: form?.text ?? word,
      cost,
      doubtful:
        rival !== null && (form === undefined ? rival < cost : isRivalled(form, cost, rival)),
    }
  })
}

const LONGEST_TYPED = 30
/** Two slips in one word, of which one is likely, where nothing is nearer. */
const FAR = 1.6
const SHORTEST_FAR = 5
const LONG_NAME = 6
const farLimit = (word: string) => (word.length >= LONG_NAME ? FAR : 0)

/** Part of a name, a place, a time or a unit. */
function namesOrTells({ roles, concepts, placeIds }: Form): boolean {
  return concepts.length > 0 || placeIds.length > 0 || roles.has('time') || roles.has('unit')
}

/** A word that is not dropped though it names nothing. */
function asks({ roles }: Form): boolean {
  return roles.has('aspect') || !roles.has('function')
}

function isClosing(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at + 1)
    .every(({ kind, text }) => kind === 'punctuation' || isClosingVerb(key(text)))
}

const SHORTEST_MEANT = 3
const ONE_SLIP = 1
const LONG_PART = 4
const SHORTEST_TWICE = 5
