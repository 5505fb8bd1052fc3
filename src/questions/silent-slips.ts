import { key } from '../persian/normalise.ts'
import type { Form } from './lexicon.ts'
import { CLOSING_VERBS, FRAME_WORDS, LIGHT_VERBS, SOFT_WORDS } from './words.ts'

/** «پرسال» is no «در سال»: what has a space in it is heard where a space was typed. */
const CLOSING = singleWords(CLOSING_VERBS)
const FRAME = singleWords(FRAME_WORDS)
const LIGHT = singleWords(LIGHT_VERBS)
const SOFT = singleWords(SOFT_WORDS)
const ALL_CLOSING = new Set(CLOSING_VERBS.map(key))
const PLURALS = new Set(['ها', 'های', 'هایی'])

/** Where a misspelt word stands. */
export interface Standing {
  /** Nothing but verbs and punctuation follows. */
  readonly closing: boolean
  /** Only a half-space parts it from the word before. */
  readonly joined: boolean
  /** Part of an indicator's name follows. */
  readonly beforeName: boolean
}

/**
 * Whether a misspelt word may be taken for one that says nothing, and so be dropped. Almost any
 * word is near some form of some verb («بنکنی», «یالانه»), so it must be one that questions are
 * asked with, and verbs only where they stand: at the end.
 */
export function maySayNothing(form: Form, cost: number, typed: string, at: Standing): boolean {
  // «نتونستن» denies, it is no slip.
  if (typed === `ن${form.key}` || mayDeny(typed, form)) return false
  if (typed.includes(' ')) {
    // «در حالغ حاضر»: so many letters are no other word.
    if (cost <= ONE_SLIP && form.key.length >= LONG && isOnlyGrammar(form)) return true
    return ALL_CLOSING.has(form.key) && at.closing && cost <= ONE_SLIP
  }
  // «گردشگر خارجی اومذن اصفهان»: in speech a verb may stand before the place.
  if (CLOSING.has(form.key))
    return cost <= (at.closing ? ONE_SLIP : typed.length > SHORT && !at.beforeName ? LIKELY : 0)
  // «ذومدن اصفهان»
  if (LIGHT.has(form.key) && typed.length >= LONG_VERB && form.key.length >= LONG_VERB)
    return cost <= LIKELY_KEY && !at.beforeName
  if (PLURALS.has(form.key)) return at.joined
  if (SOFT.has(form.key)) return at.closing && cost <= ONE_SLIP
  const lacks = form.key.length > typed.length
  return FRAME.has(form.key) && cost <= (typed.length <= SHORT && !lacks ? LIKELY : ONE_SLIP)
}

/** «نیومدن» is no slip of «میومدن»: a verb that begins so may deny. */
export function mayDeny(typed: string, { key }: Form): boolean {
  return typed.startsWith(NO) && !key.startsWith(NO) && (ALL_CLOSING.has(key) || LIGHT.has(key))
}

const NO = 'ن'

/** A word or phrase that only joins, asks or tells that something is so. */
export function isOnlyGrammar({ roles, concepts, placeIds }: Form): boolean {
  return roles.has('function') && concepts.length + placeIds.length === 0
}

/**
 * How much nearer than a word that asks for something else a word must be that says nothing:
 * «چیدر» is rather «چقدر» than «چیده», «یمت» rather «قیمت» than «سمت».
 */
export function trapMargin(form: Form, cost: number, typed: string): number {
  const isFrame =
    (FRAME.has(form.key) || CLOSING.has(form.key)) && typed.length > SHORT && cost <= LIKELY_KEY
  return isFrame ? FRAME_MARGIN : TRAP_MARGIN
}

export function isClosingVerb(word: string): boolean {
  return ALL_CLOSING.has(word)
}

const ONE_SLIP = 1
const LONG = 7
const LONG_VERB = 5
const LIKELY_KEY = 0.6
const FRAME_MARGIN = 0.35
const TRAP_MARGIN = 0.45
const LIKELY = 0.7
const SHORT = 3

function singleWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !word.includes(' ')).map(key))
}
