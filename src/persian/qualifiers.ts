import type { Token } from './tokens.ts'

/** How a number stands to the true value; a bound is part of the fact and always shown. */
export type NumberQualifier = 'exact' | 'more_than' | 'at_least' | 'less_than' | 'at_most' | 'about'

type Bound = Exclude<NumberQualifier, 'exact'>

/** Words before a number, folded. */
const BEFORE: Record<Bound, readonly string[]> = {
  more_than: [
    'بیش از',
    'بیشتر از',
    'بیش تر از',
    'افزون بر',
    'متجاوز از',
    'بالغ بر',
    'بالای',
    'بالاتر از',
    'بالا تر از',
    'فراتر از',
    'مازاد بر',
  ],
  at_least: ['حداقل', 'دست کم', 'دستکم', 'لااقل', 'دست پایین', 'کمینه'],
  less_than: ['کمتر از', 'کم تر از', 'زیر', 'پایین تر از', 'پایینتر از'],
  at_most: ['حداکثر', 'تا سقف', 'نهایتا', 'تا'],
  about: [
    'حدود',
    'حدودا',
    'در حدود',
    'حدود به',
    'تقریبا',
    'نزدیک به',
    'نزدیک',
    'قریب به',
    'قریب',
    'حوالی',
    'در حوالی',
  ],
}

/** Words after a number (and its unit), folded. */
const AFTER: Record<'more_than' | 'at_least' | 'at_most', readonly string[]> = {
  more_than: [
    'و خرده ای',
    'و خورده ای',
    'و خردهای',
    'و خردهیی',
    'و خرده',
    'و اندی',
    'و بیش از ان',
    'و بیش از آن',
  ],
  at_least: ['و بیشتر', 'یا بیشتر', 'به بالا', 'یا بیش از ان', 'یا بیش از آن'],
  at_most: ['یا کمتر', 'و کمتر', 'به پایین'],
}

/** Words that may stand between a qualifier and its number: «بیش از مبلغ ۵۰۰ میلیون». */
const FILLERS = new Set(['مبلغ', 'تعداد', 'رقم', 'میزان'])

interface Phrase {
  readonly words: readonly string[]
  readonly qualifier: Bound
}

function phrases(table: Partial<Record<Bound, readonly string[]>>): Phrase[] {
  return Object.entries(table)
    .flatMap(([qualifier, texts]) =>
      texts.map((text) => ({ words: text.split(' '), qualifier: qualifier as Bound })),
    )
    .sort((a, b) => b.words.length - a.words.length)
}

const PHRASES_BEFORE = phrases(BEFORE)
const PHRASES_AFTER = phrases(AFTER)

export interface QualifierReading {
  readonly qualifier: Bound
  /** Index of its first token. */
  readonly from: number
  /** Index after its last token. */
  readonly next: number
}

/** The qualifier that ends just before a token: «بیش از», «حدود». */
export function readQualifierBefore(tokens: readonly Token[], at: number): QualifierReading | null {
  const end = FILLERS.has(tokens[at - 1]?.text ?? '') ? at - 1 : at
  for (const { words, qualifier } of PHRASES_BEFORE) {
    const from = end - words.length
    if (matches(tokens, from, words)) return { qualifier, from, next: at }
  }
  return null
}

/** The qualifier that starts at a token: «و خرده‌ای», «به بالا». */
export function readQualifierAfter(tokens: readonly Token[], at: number): QualifierReading | null {
  for (const { words, qualifier } of PHRASES_AFTER) {
    if (matches(tokens, at, words)) return { qualifier, from: at, next: at + words.length }
  }
  return null
}

function matches(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return from >= 0 && words.every((word, i) => tokens[from + i]?.text === word)
}
