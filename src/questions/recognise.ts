import { slipLimit } from '../persian/distance.ts'
import { asWritten, closeStemOf, stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { withContextSlips } from './context-slips.ts'
import type { KnownWords } from './known-words.ts'
import { latinSenses } from './latin.ts'
import type { Form, Lexicon } from './lexicon.ts'

/** What a word may mean, and how much doubt that costs. */
export interface Sense {
  readonly form: Form
  /** 0 as written; grows with inflection, joins, splits and slips. */
  readonly cost: number
  /** The word as typed is a Persian word of its own: taking it for another is a guess. */
  readonly risky: boolean
  /** Reached by correcting spelling, as opposed to inflection. */
  readonly corrected: boolean
}

/** A word of the question after spaces were put right: one token, several, or a part of one. */
export interface Word {
  /** As typed, folded. */
  readonly typed: string
  readonly token: Token
  readonly senses: readonly Sense[]
}

const STEM_COST = 0.1
const SPLIT_COST = 0.1
const JOIN_COST = 0.03
const WORD_COST = 0.05
const UNKNOWN_COST = 1.5
const LONGEST_JOIN = 7
const EQUAL = 1e-9

/** Puts spaces right and finds the senses of each word. */
export function recognise(
  tokens: readonly Token[],
  lexicon: Lexicon,
  knownWords: KnownWords,
): Word[] {
  const first = cheapestPath(tokens, lexicon, knownWords)
  // Words that were glued may belong together with their neighbours («سیبدرآذربایجان غربی»).
  const wasSplit = first.length > tokens.length
  const words = wasSplit
    ? cheapestPath(
        first.flatMap((word) => (word.typed.includes(' ') ? tokenise(word.typed) : [word.token])),
        lexicon,
        knownWords,
      )
    : first
  return withContextSlips(words, lexicon, knownWords)
}

interface Step {
  readonly cost: number
  readonly from: number
  readonly words: readonly Word[]
}

/** The segmentation of least cost: known words, joined or split where that is what they are. */
function cheapestPath(tokens: readonly Token[], lexicon: Lexicon, known: KnownWords): Word[] {
  const best: (Step | undefined)[] = [{ cost: 0, from: -1, words: [] }]
  for (let at = 0; at < tokens.length; at++) {
    const here = best[at] as Step
    for (let length = 1; length <= LONGEST_JOIN && at + length <= tokens.length; length++) {
      const run = tokens.slice(at, at + length)
      const kinds = new Set(run.map((token) => token.kind))
      if (length > 1 && (kinds.size > 1 || !(kinds.has('word') || kinds.has('latin')))) break
      const edge = edgeOf(run, lexicon, known)
      if (edge === null) continue
      const cost = here.cost + edge.cost
      const target = at + length
      // Of equal ways the one whose earlier words are longer: names begin with what they count.
      if (best[target] === undefined || cost < (best[target] as Step).cost + EQUAL)
        best[target] = { cost, from: at, words: edge.words }
    }
  }
  const words: Word[][] = []
  for (let at = tokens.length; at > 0; at = (best[at] as Step).from)
    words.push([...(best[at] as Step).words])
  return words.reverse().flat()
}

function edgeOf(run: readonly Token[], lexicon: Lexicon, known: KnownWords): Edge | null {
  if (run.length === 1) return single(run[0] as Token, lexicon, known)
  return run[0]?.kind === 'latin' ? latinJoin(run, lexicon) : joined(run, lexicon, known)
}

/** «khorasan razavi», «nime tamam»: Latin words that spell one name together. */
function latinJoin(run: readonly Token[], lexicon: Lexicon): Edge | null {
  if (run.length > LONGEST_MISSPELT) return null
  const typed = run.map((token) => token.text).join('')
  const senses = latinSenses(typed, lexicon).filter((sense) => sense.form.words > 1)
  if (senses.length === 0) return null
  const first = run[0] as Token
  const token: Token = { ...first, text: typed, end: (run.at(-1) as Token).end }
  const spelled = run.map((part) => part.text).join(' ')
  return { cost: UNKNOWN_COST * 1.2, words: [{ typed: spelled, token, senses }] }
}

interface Edge {
  readonly cost: number
  readonly words: readonly Word[]
}

function single(token: Token, lexicon: Lexicon, known: KnownWords): Edge {
  if (token.kind === 'number' || token.kind === 'punctuation')
    return { cost: 0, words: [{ typed: token.text, token, senses: [] }] }
  if (token.kind === 'latin') return latinEdge(token, lexicon)
  const typed = key(token.text)
  const exact = exactSenses(typed, lexicon)
  const isKnown = exact.length === 0 || !isSound(typed, exact) ? known.has(typed) : true
  if (exact.length > 0 && (isKnown || isSound(typed, exact)))
    return {
      cost: WORD_COST + (exact[0] as Sense).cost,
      words: [{ typed: token.text, token, senses: exact }],
    }
  const parts = isKnown || isLikelySlip(typed, lexicon) ? null : splitWord(typed, lexicon)
  if (parts !== null) {
    const words = parts.map((part) => ({
      typed: part,
      token: { ...token, text: part },
      senses: exactSenses(part, lexicon),
    }))
    return { cost: SPLIT_COST * parts.length, words }
  }
  const senses = [...correctedSenses(typed, lexicon, isKnown), ...exact]
  return { cost: UNKNOWN_COST, words: [{ typed: token.text, token, senses }] }
}

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

/** A word one likely slip from another is that one, whatever its letters could be split into. */
function isLikelySlip(typed: string, lexicon: Lexicon): boolean {
  const limitOf = (near: string) =>
    near.length >= 4 && near.length >= typed.length - 1 ? LIKELY_SLIP : 0
  const [nearest] = lexicon.fuzzy.near(typed, limitOf, LIKELY_SLIP)
  return nearest !== undefined
}

function latinEdge(token: Token, lexicon: Lexicon): Edge {
  const senses = latinSenses(token.text, lexicon)
  return { cost: UNKNOWN_COST, words: [{ typed: token.text, token, senses }] }
}

/** Several tokens that together are one form: «سرمایه گذاری», «چهارمحال و بختیاری», «کار خانه». */
function joined(run: readonly Token[], lexicon: Lexicon, knownWords: KnownWords): Edge | null {
  const text = run.map((token) => token.text).join('\u200c')
  const typed = key(text)
  if (typed.length > lexicon.longestForm + 8) return null
  const first = run[0] as Token
  const last = run.at(-1) as Token
  const token: Token = { ...first, text: typed, end: last.end }
  // Of several words only the last takes an ending: «گوشت قرمز شتر» is no «گوشت قرمز».
  const known = exactSenses(typed, lexicon).filter(({ cost, form }) => {
    return (
      cost === 0 ||
      form.key === closeStemOf(typed) ||
      form.key.length >= typed.length - LONGEST_TAIL
    )
  })
  if (known.length === 0) return misspeltJoin(run, typed, token, lexicon, knownWords)
  const exact = [...known, ...composedSenses(run, typed, lexicon)]
  // Two words of grammar side by side are no third word («در آمد» may be just that).
  const spaced = run.slice(1).some((part) => !part.joined)
  const allGrammar = run.every((part) => isGrammar(lexicon.forms.get(key(part.text))))
  const doubt = spaced && allGrammar ? 0.2 : 0
  return {
    cost: WORD_COST + JOIN_COST * (run.length - 1) + (exact[0] as Sense).cost + doubt,
    words: [{ typed: run.map((part) => part.text).join(' '), token, senses: exact }],
  }
}

const LONGEST_MISSPELT = 3
const SHORTEST_MISSPELT = 7

/** «خمراسان رضوی», «سرمایه گلاری»: a name of several words of which one is no word. */
function misspeltJoin(
  run: readonly Token[],
  typed: string,
  token: Token,
  lexicon: Lexicon,
  knownWords: KnownWords,
): Edge | null {
  if (run.length > LONGEST_MISSPELT || typed.length < SHORTEST_MISSPELT) return null
  const keys = run.map((part) => key(part.text))
  const unheard = keys.filter((part) => !isHeard(part, lexicon))
  const odd = unheard.find((part) => !knownWords.has(part)) ?? unheard[0] ?? ''
  const others = keys.filter((part) => part !== odd)
  const isKnown = unheard.some((part) => knownWords.has(part))
  if (unheard.length === 0 || (unheard.length === run.length && knownWords.has(odd))) return null
  const limit = slipLimit(odd.length) || LIKELY_SLIP
  const isOddKnown = knownWords.has(odd)
  const limitOf = (near: string) => {
    if (!isKnown) return limit
    const form = lexicon.forms.get(near) as Form
    // «خراسان جنبی»: of a place one part was said right, so the other may be another word.
    // «برداشت حرد»: so may a part of what is no name by itself, if it stands there as said.
    const isSaid = unheard.length < run.length && form.placeIds.length > 0
    const stands = others.every((part) => near.startsWith(part) || near.endsWith(part))
    return isSaid || (stands && !isOddKnown) ? limit : 0
  }
  const senses = lexicon.fuzzyJoined.near(typed, limitOf, limit).map(({ key: near, distance }) => ({
    form: lexicon.forms.get(near) as Form,
    cost: distance,
    risky: false,
    corrected: true,
  }))
  if (senses.length === 0) return null
  const [best] = senses as [Sense]
  // «خراسانه جنوبی»: the first word passes for a name by itself, but its neighbour belongs to it.
  const isInflected =
    best.form.placeIds.length > 0 &&
    exactSenses(odd, lexicon).some(({ form }) => form.placeIds.length > 0)
  const cost = WORD_COST + (isInflected ? JOIN_COST : MISSPELT_JOIN_COST + best.cost / 4)
  return { cost, words: [{ typed: run.map((part) => part.text).join(' '), token, senses }] }
}

const MISSPELT_JOIN_COST = 1.1

/** Whether a part of a name stands as some name has it. */
function isHeard(wordKey: string, lexicon: Lexicon): boolean {
  return exactSenses(wordKey, lexicon).some((sense) => sense.cost === 0)
}

const MOST_COMPOSED = 12

/** What the words of a join mean one by one: a phrase may want them so. */
function composedSenses(run: readonly Token[], typed: string, lexicon: Lexicon): Sense[] {
  let composed: { run: readonly number[]; cost: number; notWith: readonly string[] }[] = [
    { run: [], cost: 0, notWith: [] },
  ]
  for (const token of run) {
    const senses = exactSenses(key(token.text), lexicon)
    if (senses.length === 0 || senses.every((sense) => sense.form.placeIds.length > 0)) return []
    const meanings = senses.flatMap((sense) =>
      sense.form.concepts.map((concept) => ({ ...concept, cost: concept.cost + sense.cost })),
    )
    const silent = senses.some((sense) => sense.form.roles.has('function'))
    const options = silent ? [...meanings, { run: [], cost: 0, notWith: [] }] : meanings
    composed = composed
      .flatMap((left) =>
        options.map((right) => ({
          run: [...left.run, ...right.run],
          cost: left.cost + right.cost,
          notWith: [...left.notWith, ...right.notWith],
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
  }
  return [{ form, cost: JOIN_COST, risky: false, corrected: false }]
}

function isGrammar(form: Form | undefined): boolean {
  return form !== undefined && form.roles.size > 0 && form.concepts.length === 0
}

/** Senses of a key as it stands or as an inflection, cheapest first. */
export function exactSenses(typed: string, lexicon: Lexicon): Sense[] {
  const senses: Sense[] = []
  const own = lexicon.forms.get(typed)
  if (own !== undefined) senses.push({ form: own, cost: 0, risky: false, corrected: false })
  if (own !== undefined && own.concepts.length === 0 && !isAspectAlone(own)) return senses
  const close = closeStemOf(typed)
  for (const stem of stemsOf(typed)) {
    const form = lexicon.forms.get(stem)
    if (form === undefined) continue
    const isClose = close === stem
    const mayBeName = form.concepts.length > 0 && stem.length >= 3
    // A place or a word of grammar has one common ending at most.
    if (
      isClose &&
      takesEnding(form, typed.slice(stem.length)) &&
      (stem.length >= 3 || form.placeIds.length > 0 || mayBeName)
    )
      senses.push({ form, cost: STEM_COST, risky: false, corrected: false })
    else if (mayBeName)
      senses.push({ form: namesOnly(form), cost: STEM_COST, risky: false, corrected: false })
  }
  // «چند تنه؟» asks for tonnes.
  const unit = typed.endsWith('ه') ? lexicon.forms.get(typed.slice(0, -1)) : undefined
  if (unit?.key.length === 2 && unit.roles.has('unit'))
    senses.push({ form: unit, cost: STEM_COST, risky: false, corrected: false })
  return senses
}

/** What may follow a place («کرمانه», «تهرانی») and a word of grammar («چقدرش»). */
const PLACE_ENDINGS = new Set(['ی', 'ه', 'و', 'رو'])
const GRAMMAR_ENDINGS = new Set(['ه', 'ش', 'و', 'رو', 'شون', 'شان', 'ها', 'های', 'هایی', 'اش'])

/** «دولتی» is no «دولت», «داخلی» no «داخل»: an adjective is a word of its own. */
function takesEnding({ placeIds, roles, concepts }: Form, ending: string): boolean {
  if (concepts.length > 0) return true
  // «بهارش» is the season.
  if (placeIds.length > 0)
    return PLACE_ENDINGS.has(ending) || (roles.has('time') && GRAMMAR_ENDINGS.has(ending))
  return !roles.has('function') && !roles.has('time') ? true : GRAMMAR_ENDINGS.has(ending)
}

/** «درصدش» stands in a phrase of an aspect and is «درصد» all the same. */
function isAspectAlone(form: Form): boolean {
  return [...form.roles].every((role) => role === 'aspect' || role === 'part')
}

/** What a form means as part of an indicator's name alone. */
function namesOnly(form: Form): Form {
  return form.placeIds.length === 0 && form.roles.size === 0
    ? form
    : { ...form, placeIds: [], roles: new Set() }
}

function correctedSenses(typed: string, lexicon: Lexicon, isKnown: boolean): Sense[] {
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
const LIKELY_SLIP = 0.6

const LONGEST_TAIL = 2
const LONG_RUN = 8
const SHORTEST_PART = 2

/** «چندواحدراکددرقم» → its words, when known words cover it from end to end; else null. */
function splitWord(typed: string, lexicon: Lexicon): string[] | null {
  if (typed.length < 4 || typed.length > 120) return null
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: -1 }]
  for (let start = 0; start < typed.length; start++) {
    const here = best[start]
    if (here === undefined) continue
    const longest = Math.min(typed.length, start + lexicon.longestForm + 4)
    for (let end = start + 1; end <= longest; end++) {
      const part = typed.slice(start, end)
      const partCost = costOfPart(part, lexicon)
      if (partCost === null) continue
      const cost = here.cost + partCost
      const before = best[end]
      if (before === undefined || cost < before.cost) best[end] = { cost, from: start }
    }
  }
  if (best[typed.length] === undefined) return null
  const parts: string[] = []
  for (let end = typed.length; end > 0; end = (best[end] as { from: number }).from)
    parts.push(typed.slice((best[end] as { from: number }).from, end))
  // Words of grammar alone may be a chance reading («مادران» is no «ما در آن»).
  const says = parts.some((part) => part.length >= 3 && !isGrammar(lexicon.forms.get(part)))
  const plausible = says || parts.length === 2 || typed.length >= LONG_RUN
  return parts.length > 1 && plausible ? parts.reverse() : null
}

/** Long parts are surer than short ones; a digit string or «و» may stand between two words. */
function costOfPart(part: string, lexicon: Lexicon): number | null {
  if (/^\d+$/.test(part)) return 0.5
  if (part === 'و') return 1.5
  if (part.length < SHORTEST_PART) return null
  const senses = exactSenses(part, lexicon)
  if (senses.length === 0 || (part.length < 4 && (senses[0] as Sense).cost > 0)) return null
  return 1 + (senses[0] as Sense).cost * 3 + (part.length === 2 ? 0.5 : 0)
}
