import { key } from '../persian/normalise.ts'
import type { Word } from './sense.ts'

const ASKING = new Set(
  'چند چندتا چن چنتا چقدر چقد چقدره چه کدام کدوم چیست چیه چنده چندم chand cheghadr'.split(' '),
)
const BREAKS = new Set(['?', '؟', '!', ';', '.'])

/**
 * Divides a message into its questions: at question marks and full stops, and at an «و» both
 * sides of which ask something. A message that asks once stays whole.
 */
export function splitQuestions(words: readonly Word[]): Word[][] {
  const parts: Word[][] = []
  for (const sentence of sentences(words)) parts.push(...atConjunctions(sentence))
  return parts.length > 0 ? parts : [[...words]]
}

function sentences(words: readonly Word[]): Word[][] {
  const found: Word[][] = [[]]
  for (const word of words) {
    const ends = word.token.kind === 'punctuation' && BREAKS.has(word.token.text)
    if (ends) found.push([])
    else (found.at(-1) as Word[]).push(word)
  }
  const full = found.filter((part) => part.some((word) => word.token.kind !== 'punctuation'))
  // «… بیشتر بود یا یزد؟ (سال ۱۴۰۲)»: what asks nothing at the end belongs to what was asked.
  const last = full.at(-1)
  if (full.length > 1 && last !== undefined && !asks(last))
    full.splice(-2, 2, [...(full.at(-2) as Word[]), ...last])
  // «سلام. واحد راکد قم؟» asks once: what asks nothing goes with what follows.
  const asking: Word[][] = []
  let before: Word[] = []
  for (const [at, part] of full.entries()) {
    before.push(...part)
    if (!asks(part) && at + 1 < full.length) continue
    asking.push(before)
    before = []
  }
  return asking
}

function atConjunctions(words: readonly Word[]): Word[][] {
  for (let at = 1; at + 1 < words.length; at++) {
    if (key((words[at] as Word).typed) !== 'و') continue
    const left = words.slice(0, at)
    const right = words.slice(at + 1)
    if (asks(left) && asks(right) && startsAsking(right)) return [left, ...atConjunctions(right)]
  }
  return [[...words]]
}

/** The words of a question but for those that ask. */
export function withoutAsking(words: readonly Word[]): Word[] {
  return words.filter((word) => !ASKING.has(key(word.typed)))
}

function asks(words: readonly Word[]): boolean {
  return words.some((word) => ASKING.has(key(word.typed)))
}

/** The asking word stands near the start: «… و چند درصدش», «… و رتبه چندم». */
function startsAsking(words: readonly Word[]): boolean {
  return asks(words.slice(0, 3))
}
