import wantedData from '../../data/lexicon/statements.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'
import { findPeriods, type PeriodMention } from '../persian/periods.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import type { InterpretContext } from './interpret-context.ts'
import type { Lexicon } from './lexicon.ts'
import { isFunctionWord } from './name-words.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import { recognise } from './recognise.ts'
import { newMemory } from './recognition-memory.ts'
import { saysNothing, type Word } from './sense.ts'
import { CAUSE, GOODS, isAskedFor, type Topic, topicOf } from './text-asked.ts'
import { keySet } from './word-sequences.ts'

/** A question that a text may answer, in words to be found again in the text itself. */
export interface TextWanted {
  readonly topics: readonly Topic[]
  /** Words that the text, or the name of its indicator, must say; as typed. */
  readonly telling: readonly string[]
  readonly placeIds: readonly number[]
  /** Canonical notation; null where none was said. */
  readonly period: string | null
}

const AMOUNTS = keySet(wantedData.amounts)
const TELL = keySet(wantedData.tell)
const OBJECTS = keySet(wantedData.objects)
const DOING = keySet(wantedData.doing)
const BESIDE = keySet([...wantedData.beside, ...wantedData.passing])
const THINGS = keySet(wantedData.things)
const UNFINISHED = keySet(wantedData.unfinished)

/** «… چی تولید می‌کنن»: things are asked for, cheap to tell before the words are heard. */
export function asksForThings(text: string): boolean {
  return isOfThings(keysOf(tokenise(text)))
}

const keysOf = (tokens: readonly Token[]): string[] =>
  tokens.map(({ kind, text }) => (kind === 'punctuation' ? '' : key(text)))

function isOfThings(keys: readonly string[]): boolean {
  return keys.some((word, at) => OBJECTS.has(word) && DOING.has(keys[at + 1] ?? ''))
}

/**
 * What text a question may ask for, more freely than {@link textAsked}: «علت رکود واحدها»,
 * «اقلام عمده صادراتی», «مقصد صادرات کدام کشور است», «… را نام ببرید». Only a text that itself says
 * all the telling words answers it. Null where an amount is asked for, or nothing asks for a text.
 */
export function textWanted(
  text: string,
  lexicon: Lexicon,
  { today, knownWords }: Pick<InterpretContext, 'today' | 'knownWords'>,
): TextWanted | null {
  const tokens = tokenise(text)
  const keys = keysOf(tokens)
  if (keys.some((word) => AMOUNTS.has(word))) return null
  const isNoAmount = isOfThings(keys)
  const topics = new Set(keys.map(topicOf).filter((topic) => topic !== null))
  if (keys.some((word) => isAskedFor(word, CAUSE))) topics.add(CAUSE)
  if (isNoAmount) topics.add(GOODS)
  const asksText = topics.has(CAUSE) || isNoAmount || keys.some((word) => TELL.has(word))
  if (!asksText && topics.size === 0) return null
  const words = recognise(tokens, lexicon, knownWords, newMemory())
  const periods = findPeriods(tokens, today)
  const placeIds = words.flatMap((word) => word.senses[0]?.form.placeIds ?? [])
  const said = words.filter(
    (word) => !saysNothing(word) && isContent(word) && !isWithin(word, periods),
  )
  const parts = said.flatMap(({ typed }) => typed.split(' '))
  const telling = parts.filter((part, at) => {
    const next = key(parts[at + 1] ?? '')
    // «واحدهای تولیدی» are who produces, and «بزرگ‌ترین» is split.
    if (next === SUPERLATIVE || (next === PRODUCING && THINGS.has(key(part)))) return false
    return !isAsking(key(part), topics)
  })
  return {
    topics: [...topics],
    telling,
    placeIds: [...new Set(placeIds)],
    period: periods.find(({ invalid }) => invalid === undefined)?.period ?? null,
  }
}

function isContent({ token, senses: [best] }: Word): boolean {
  return token.kind === 'word' && (best?.form.placeIds.length ?? 0) === 0
}

function isWithin({ token }: Word, periods: readonly PeriodMention[]): boolean {
  return periods.some(({ start, end }) => start <= token.start && token.start < end)
}

const SUPERLATIVE = 'ترین'
const PRODUCING = 'تولیدی'

/** A word that asks, or that names the topic: the text is known by what it tells instead. */
function isAsking(word: string, topics: ReadonlySet<Topic>): boolean {
  if (TELL.has(word) || OBJECTS.has(word) || BESIDE.has(word) || isAskedFor(word, 'any'))
    return true
  if (topicOf(word) !== null || isFunctionWord(word)) return true
  return topics.has(CAUSE) && (UNFINISHED.has(word) || isNegatedVerb(word))
}
