import type { Token } from '../persian/tokens.ts'
import type { Form } from './lexicon.ts'

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

/** Whether a word is grammar or a mark, as typed. */
export function saysNothing({ token, senses: [best] }: Word): boolean {
  return token.kind === 'punctuation' || (best?.cost === 0 && best.form.roles.has('function'))
}

/** Whether it is written with letters, as opposed to a number or a mark. */
export function isWord(word: Word | undefined): boolean {
  return word?.token.kind === 'word' || word?.token.kind === 'latin'
}
