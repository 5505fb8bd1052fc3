import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { companionSense } from './companion-slips.ts'
import { withContextSlips } from './context-slips.ts'
import { correctedSenses, isLikelySlip } from './corrected-senses.ts'
import { exactSenses } from './exact-senses.ts'
import { isSpacedGrammar, JOIN_COST, joinedSenses } from './joined-words.ts'
import type { KnownWords } from './known-words.ts'
import { latinSenses } from './latin.ts'
import type { Form, Lexicon } from './lexicon.ts'
import { misspeltJoin } from './misspelt-join.ts'
import { numbersSaid } from './name-numbers.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import { newMemory, type RecognitionMemory, recall, type WordHeard } from './recognition-memory.ts'
import type { Sense, Word } from './sense.ts'
import { compoundParts, splitWord } from './split-word.ts'

const SPLIT_COST = 0.1
const MISSPELT_JOIN_COST = 1.1
const WORD_COST = 0.05
const UNKNOWN_COST = 1.5
const LONGEST_JOIN = 7
const LONGEST_LATIN_JOIN = 3
const LONG_WORD = 7
const LIKELY_JOIN = 0.3
const EQUAL = 1e-9

/**
 * Puts spaces right and finds the senses of each word. `memory` is shared by calls about one
 * message, with one lexicon and one dictionary.
 */
export function recognise(
  tokens: readonly Token[],
  lexicon: Lexicon,
  knownWords: KnownWords,
  memory: RecognitionMemory = newMemory(),
): Word[] {
  const ear = { lexicon, knownWords, memory }
  const first = cheapestPath(tokens, ear)
  // Words that were glued may belong together with their neighbours («سیبدرآذربایجان غربی»).
  const apart = first.flatMap(tokensOf)
  const words = apart.length > tokens.length ? cheapestPath(apart, ear) : first
  return joinedAgain(words, withContextSlips(words, lexicon, knownWords), ear)
}

/** «برداشت کر؟»: a word put right by its neighbours may be one with them («برداشت کرد»). */
function joinedAgain(before: readonly Word[], words: Word[], ear: Ear): Word[] {
  if (words.every((word, at) => word === before[at])) return words
  const again = cheapestPath(
    words.flatMap((word, at) =>
      word === before[at]
        ? tokensOf(word)
        : [{ ...word.token, text: word.senses[0]?.form.text ?? word.typed }],
    ),
    ear,
  )
  return again.length < words.length ? again : words
}

interface Ear {
  readonly lexicon: Lexicon
  readonly knownWords: KnownWords
  readonly memory: RecognitionMemory
}

function tokensOf({ typed, token }: Word): Token[] {
  return typed.includes(' ') ? tokenise(typed) : [token]
}

interface Step {
  readonly cost: number
  readonly from: number
  readonly words: readonly Word[]
}

/** The segmentation of least cost: known words, joined or split where that is what they are. */
function cheapestPath(tokens: readonly Token[], ear: Ear): Word[] {
  const best: (Step | undefined)[] = [{ cost: 0, from: -1, words: [] }]
  const numbers = [...numbersSaid(tokens, ear.lexicon.numbers)]
  for (let at = 0; at < tokens.length; at++) {
    const here = best[at] as Step
    for (let length = 1; length <= LONGEST_JOIN && at + length <= tokens.length; length++) {
      const run = tokens.slice(at, at + length)
      const kinds = new Set(run.map((token) => token.kind))
      if (length > 1 && (kinds.size > 1 || !(kinds.has('word') || kinds.has('latin')))) break
      const edge = edgeOf(run, ear)
      if (edge === null) continue
      const cost = here.cost + edge.cost
      const target = at + length
      // Of equal ways the one whose earlier words are longer: names begin with what they count.
      if (best[target] === undefined || cost < (best[target] as Step).cost + EQUAL)
        best[target] = { cost, from: at, words: edge.words }
    }
    for (const { from, to, key: numberKey } of numbers)
      if (from === at && here.cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY) + EQUAL)
        best[to] = {
          cost: here.cost,
          from,
          words: [numberOfName(tokens.slice(from, to), numberKey, ear)],
        }
  }
  const words: Word[][] = []
  for (let at = tokens.length; at > 0; at = (best[at] as Step).from)
    words.push([...(best[at] as Step).words])
  return words.reverse().flat()
}

/** «بالای ۶۰», «بیش از شصت»: one word, as the name has it. */
function numberOfName(run: readonly Token[], typed: string, { lexicon }: Ear): Word {
  const first = run[0] as Token
  const token: Token = { ...first, kind: 'word', text: typed, end: (run.at(-1) as Token).end }
  return {
    typed: run.map(({ text }) => text).join(' '),
    token,
    senses: exactSenses(typed, lexicon),
  }
}

interface Edge {
  readonly cost: number
  readonly words: readonly Word[]
}

function edgeOf(run: readonly Token[], ear: Ear): Edge | null {
  if (run.length === 1) return single(run[0] as Token, ear)
  return run[0]?.kind === 'latin' ? latinJoin(run, ear) : joined(run, ear)
}

/** «khorasan razavi», «nime tamam»: Latin words that spell one name together. */
function latinJoin(run: readonly Token[], ear: Ear): Edge | null {
  if (run.length > LONGEST_LATIN_JOIN) return null
  const typed = run.map((token) => token.text).join('')
  const senses = sensesOfLatin(typed, ear).filter(
    // «choghondar ghand» is «چغندرقند»: a long word that is spelt apart.
    ({ form, cost }) => form.words > 1 || (form.key.length >= LONG_WORD && cost <= LIKELY_JOIN),
  )
  return senses.length === 0 ? null : edge(run, typed, UNKNOWN_COST * 1.2, senses)
}

function sensesOfLatin(typed: string, { lexicon, memory }: Ear): readonly Sense[] {
  return recall(memory.latin, typed, () => latinSenses(typed, lexicon))
}

/** Several tokens that together are one form: «سرمایه گذاری», «چهارمحال و بختیاری», «کار خانه». */
function joined(run: readonly Token[], ear: Ear): Edge | null {
  const { lexicon, knownWords, memory } = ear
  const typed = key(run.map((token) => token.text).join('\u200c'))
  if (typed.length > lexicon.longestForm + 8) return null
  const senses = joinedSenses(run, typed, lexicon)
  const [best] = senses
  if (best !== undefined) {
    const doubt = isSpacedGrammar(run, lexicon) ? 0.2 : 0
    return edge(run, typed, WORD_COST + JOIN_COST * (run.length - 1) + best.cost + doubt, senses)
  }
  const keys = run.map((token) => key(token.text))
  const isCompound = run.slice(1).every((token) => token.joined)
  const misspelt = recall(memory.joins, keys.join(isCompound ? '\u200c' : ' '), () =>
    misspeltJoin(keys, typed, lexicon, knownWords, isCompound),
  )
  if (misspelt === null) return null
  const extra = misspelt.isInflected ? JOIN_COST : MISSPELT_JOIN_COST + misspelt.senses[0].cost / 4
  return edge(run, typed, WORD_COST + extra, misspelt.senses)
}

/** Several tokens as one word. */
function edge(run: readonly Token[], typed: string, cost: number, senses: readonly Sense[]): Edge {
  const token: Token = { ...(run[0] as Token), text: typed, end: (run.at(-1) as Token).end }
  return { cost, words: [{ typed: run.map((part) => part.text).join(' '), token, senses }] }
}

function single(token: Token, ear: Ear): Edge {
  if (token.kind === 'number' || token.kind === 'punctuation')
    return { cost: 0, words: [{ typed: token.text, token, senses: [] }] }
  if (token.kind === 'latin') {
    const senses = sensesOfLatin(token.text, ear)
    return { cost: UNKNOWN_COST, words: [{ typed: token.text, token, senses }] }
  }
  const heard = recall(ear.memory.words, key(token.text), (typed) => hear(typed, ear))
  const { cost, senses, parts } = heard
  if (parts === null) return { cost, words: [{ typed: token.text, token, senses }] }
  const words = parts.map((part) => ({
    typed: part,
    token: { ...token, text: part },
    senses: exactSenses(part, ear.lexicon),
  }))
  return { cost, words }
}

function hear(typed: string, { lexicon, knownWords }: Ear): WordHeard {
  const exact = exactSenses(typed, lexicon)
  const [best] = exact
  if (isNegatedVerb(typed) && best?.cost !== 0) return { cost: WORD_COST, senses: [], parts: null }
  const sound = isSound(typed, exact)
  const isKnown = sound || knownWords.has(typed)
  if (best !== undefined && isKnown)
    return { cost: WORD_COST + best.cost, senses: exact, parts: null }
  const parts = compoundParts(typed, lexicon, knownWords)
  if (parts !== null) return inParts(parts)
  const isWhole = isKnown || isLikelySlip(typed, lexicon, knownWords)
  const split = isWhole ? null : splitWord(typed, lexicon, knownWords)
  if (split !== null && !split.hasForeign) return inParts(split.parts)
  const corrected = correctedSenses(typed, lexicon, knownWords, isKnown)
  if (split !== null && (corrected[0]?.cost ?? FAR) > ONE_SLIP) return inParts(split.parts)
  const companion = isKnown || exact.length > 0 ? null : companionSense(typed)
  const isNearest = companion !== null && companion.cost < (corrected[0]?.cost ?? FAR)
  const senses = [...(isNearest ? [companion] : []), ...corrected, ...exact]
  return { cost: UNKNOWN_COST, senses, parts: null }
}

const ONE_SLIP = 1
const FAR = 9

const inParts = (parts: readonly string[]): WordHeard => ({
  ...{ cost: SPLIT_COST * parts.length, senses: [], parts },
})

/**
 * Whether a word was recognised as written or with one common ending. What is left when more is
 * taken off («میزاو» → «میز») says little of a word that no dictionary has.
 */
function isSound(typed: string, senses: readonly Sense[]): boolean {
  const close = closeStemOf(typed)
  return senses.some(({ cost, form }) => cost === 0 || (form.key === close && isWritten(form)))
}

/** A form that stands in some name or list as it is, not only as the stem of another. */
function isWritten({ roles, placeIds, concepts }: Form): boolean {
  return roles.size > 0 || placeIds.length > 0 || concepts.some(({ cost }) => cost === 0)
}
