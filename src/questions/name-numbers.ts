import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { readNumber } from '../persian/numerals.ts'
import {
  type NumberQualifier,
  readQualifierAfter,
  readQualifierBefore,
} from '../persian/qualifiers.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import { isEnding, isFiller, withoutPlural, wordKeys } from './name-words.ts'

/**
 * A number that a name of an indicator has («بالای ۶۰ درصد», «پایه ۱۴۰۰»), with its bound: the
 * name is of that number alone.
 */
export interface NameNumber {
  /** The bound and the value, however they are said: «بیش از شصت» and «بالای ۶۰» are one. */
  readonly id: string
  /** The key of the one word of the name that it counts as. */
  readonly key: string
  /** The word in front that tells what it is of; null at the beginning. */
  readonly before: string | null
  /** The words behind, of which one is the unit: «درصد», «سال». */
  readonly after: readonly string[]
  /** Of a year all words from that in front on: elsewhere «۱۴۰۰» is the year asked about. */
  readonly run: readonly string[] | null
}

/** The words of a name, a number with its bound being one word. */
export interface NumberedWords {
  readonly words: readonly string[]
  /** Those without which the name is of something else. */
  readonly needed: readonly string[]
  readonly numbers: readonly NameNumber[]
}

/** A number as it stands among tokens. */
interface NumberSpan {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Digits, or a bound: else its words count as they stand («سه فرزند»). */
  readonly isOneWord: boolean
  readonly isYear: boolean
}

export function numberedWords(text: string): NumberedWords {
  const plain = wordKeys(text)
  const tokens = tokenise(text)
  const spans = numberSpans(tokens)
  if (spans.length === 0) return { words: plain, needed: [], numbers: [] }
  const words: string[] = []
  const needed: string[] = []
  const numbers: NameNumber[] = []
  for (let at = 0; at < tokens.length; ) {
    const span = spans.find(({ from }) => from === at)
    const isWhole = span !== undefined && (span.isOneWord || span.to - span.from > 1)
    const word = isWhole ? span.id : wordKey(tokens[at])
    if (word !== null) words.push(word)
    if (span !== undefined && word !== null) {
      needed.push(word, ...boundBehind(tokens, span.to))
      numbers.push({ id: span.id, key: word, ...besideOf(tokens, span) })
    }
    at = isWhole ? span.to : at + 1
  }
  return { words, needed, numbers }
}

/**
 * The numbers of names that stand among the tokens of a question: one of the words beside it is
 * the same, and it is of no other unit.
 */
export function* numbersSaid(
  tokens: readonly Token[],
  numbers: ReadonlyMap<string, readonly NameNumber[]>,
): Generator<{ from: number; to: number; key: string }> {
  if (numbers.size === 0) return
  for (const span of numberSpans(tokens)) {
    const found = numbers.get(span.id)?.find((one) => isOf(one, tokens, span))
    if (found !== undefined) yield { from: span.from, to: span.to, key: found.key }
  }
}

function numberSpans(tokens: readonly Token[]): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const reading = readNumber(tokens, at)
    if (reading === null) continue
    const { value, range, form, next } = reading
    const amount = range?.map(String).join(RANGE) ?? value?.toString()
    const isOther = reading.ordinal || reading.fraction || reading.times || reading.vague
    // «یک» is an article, «شش‌ماهه» a stretch of time.
    const isNoNumber =
      form === 'words' && (value?.lt(2) || OF_TIME.has(wordKey(tokens[next]) ?? ''))
    if (amount !== undefined && !isOther && !isNoNumber) {
      const before = readQualifierBefore(tokens, at)
      const bound = before === null ? '' : (BOUNDS[before.qualifier] ?? '')
      const from = bound === '' ? at : (before?.from ?? at)
      const isYear = range === undefined && YEAR.test(amount)
      const isOneWord = form !== 'words' || bound !== '' || range !== undefined
      spans.push({ id: bound + amount, from, to: next, isOneWord, isYear })
    }
    at = Math.max(at, next - 1)
  }
  return spans
}

/** What tells two numbers of one value apart; «حدود ۶۰» is none that a name has. */
const BOUNDS: Partial<Record<NumberQualifier, string>> = {
  more_than: 'بیش',
  at_least: 'دستکم',
  less_than: 'کم',
  at_most: 'سقف',
  about: 'حدود',
}
const RANGE = 'تا'
const YEAR = /^1[34]\d\d$/
const OF_TIME = new Set(['ماه', 'ماهه', 'ماههٔ', 'فصل', 'گانه'])

/** «سه فرزند و بیشتر», «۶۰ درصد به بالا»: behind the number or its unit. */
function boundBehind(tokens: readonly Token[], next: number): string[] {
  for (let at = next; at <= next + LONGEST_UNIT; at++) {
    const bound = readQualifierAfter(tokens, at)
    if (bound === null) continue
    const words = tokens.slice(bound.from, bound.next).map(wordKey)
    return words.filter((word) => word !== null && !isFiller(word)) as string[]
  }
  return []
}

const LONGEST_UNIT = 2

function besideOf(tokens: readonly Token[], { from, to, isYear }: NumberSpan) {
  const front = wordsBefore(tokens, from)
  const last = front.findLastIndex((word) => !isFiller(word))
  return {
    before: front[last] ?? null,
    after: wordsFrom(tokens, to).slice(0, LONGEST_UNIT),
    run: isYear ? front.slice(Math.max(last, 0)) : null,
  }
}

function isOf({ before, after, run }: NameNumber, tokens: readonly Token[], span: NumberSpan) {
  const front = wordsBefore(tokens, span.from)
  if (run !== null)
    return run.length > 0 && run.every((word, at) => isSame(word, front.at(at - run.length)))
  const next = wordsFrom(tokens, span.to)[0]
  const isUnit = next !== undefined && after.some((word) => isSame(word, next))
  // «بالای ۲۰ تن» is no «بالای ۲۰ سال».
  if (next !== undefined && isUnitWord(next) && after.length > 0 && !isUnit) return false
  return (
    isUnit ||
    (before !== null &&
      isSame(
        before,
        front.findLast((word) => !isFiller(word)),
      ))
  )
}

function isSame(one: string, other: string | undefined): boolean {
  if (other === undefined) return false
  const forms = formsOf(one)
  return formsOf(other).some((form) => forms.includes(form))
}

const formsOf = (word: string): string[] => [word, withoutPlural(word), closeStemOf(word) ?? word]

function wordsBefore(tokens: readonly Token[], at: number): string[] {
  return tokens
    .slice(0, at)
    .map(wordKey)
    .filter((word) => word !== null)
}

function wordsFrom(tokens: readonly Token[], at: number): string[] {
  return tokens
    .slice(at)
    .map(wordKey)
    .filter((word) => word !== null)
}

/** The key of a word; null of punctuation and of an ending that stands apart. */
function wordKey(token: Token | undefined): string | null {
  if (token === undefined) return null
  if (PERCENT.test(token.text)) return 'درصد'
  if (token.kind === 'punctuation') return null
  const word = key(token.text)
  return isEnding(word) ? null : word
}

const PERCENT = /^[%٪]$/
