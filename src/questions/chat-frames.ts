import chatData from '../../data/lexicon/chat.json' with { type: 'json' }
import { finglishDistance, skeletonOfKey, skeletonOfSounds, soundsOf } from '../persian/finglish.ts'
import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(key))
const { addresses, oaths } = chatData
const ANYWHERE = setOf(addresses.anywhere)
const PERSONS = setOf(addresses.persons)
const AFTER = setOf(addresses.after)
/** Longest first. */
const OATHS = oaths.map((one) => one.split(' ').map(key)).sort((a, b) => b.length - a.length)
const STRONG = setOf(chatData.strong)
const BESIDE = setOf(chatData.beside)
/** Verb → the nouns that it says nothing with. */
const WEAK: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(chatData.weak).flatMap(([verbs, nouns]) =>
    verbs.split(' ').map((verb) => [key(verb), setOf(nouns)] as const),
  ),
)
const OCCASIONS = setOf(chatData.occasions)
const PURPOSES = setOf(chatData.purposes)
const DAYS = setOf(chatData.days)

/** A word of the message: «می» is one with the verb after it. */
interface Unit {
  /** '' of a mark or a number. */
  readonly key: string
  readonly isMark: boolean
  readonly from: number
  readonly to: number
}

/**
 * A message without what is only said to the one who answers: addresses («داداش», «مهندس جان»), oaths,
 * and clauses in which the asker speaks of himself («فردا جلسه دارم», «واسه درسم می‌خوام») or bids («چک کن
 * ببین», «فقط بگو»). Such a clause ends in a verb of the first or second person, which tells of nothing
 * that is counted; before it only words of the lists are taken. As it was where nothing else is left.
 */
export function withoutChatFrames(tokens: readonly Token[]): readonly Token[] {
  const units = unitsOf(tokens)
  const framed = new Set<number>()
  const take = (from: number, to: number) => {
    for (let at = from; at < to; at++) framed.add(at)
  }
  for (let at = 0; at < units.length; at++) {
    const length = oathAt(units, at)
    if (length > 0) take(at, at + length)
    else if (isAddress(units, at)) take(at, AFTER.has(keyAt(units, at + 1)) ? at + 2 : at + 1)
    else {
      const from = clauseBefore(units, at)
      if (from !== null) take(from, at + 1)
    }
  }
  if (framed.size === 0) return tokens
  const gone = new Set([...framed].flatMap((at) => indexesOf(units[at] as Unit)))
  const left = tokens.filter((_, at) => !gone.has(at))
  return left.some(({ kind }) => kind !== 'punctuation') ? left : tokens
}

function indexesOf({ from, to }: Unit): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

const PREFIXES = new Set(['می', 'نمی'])

function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    let to = at + 1
    while (to < tokens.length && tokens[to]?.kind === 'word' && tokens[to]?.joined) to++
    if (to === at + 1 && isSpaced(token, tokens[to])) to++
    const isWord = token.kind === 'word'
    const joined = tokens.slice(at, isWord ? to : at + 1)
    units.push({
      key: isWord
        ? key(joined.map(({ text }) => text).join(''))
        : token.kind === 'latin'
          ? persianOf(token.text)
          : '',
      isMark: token.kind === 'punctuation',
      from: at,
      to: at + joined.length,
    })
    at += joined.length
  }
  return units
}

/** «می خوام», «پایان نامه», «پس فردا». */
function isSpaced(token: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'word') return false
  const both = key(token.text + next.text)
  return PREFIXES.has(token.text) || OCCASIONS.has(both) || DAYS.has(both)
}

const keyAt = (units: readonly Unit[], at: number): string => units[at]?.key ?? ''
const isBorder = (units: readonly Unit[], at: number): boolean => units[at]?.isMark ?? true

function oathAt(units: readonly Unit[], at: number): number {
  const oath = OATHS.find((words) => words.every((word, i) => keyAt(units, at + i) === word))
  return oath?.length ?? 0
}

/** At either end of the message; who may be counted («دکتر», «مهندس») only where he is spoken to. */
function isAddress(units: readonly Unit[], at: number): boolean {
  const word = keyAt(units, at)
  const first = units.findIndex(({ isMark }) => !isMark)
  const greeted = keyAt(units, at - 1) === 'سلام'
  const isCalled = AFTER.has(keyAt(units, at + 1))
  const leads = at === first || greeted
  const closes = units.slice(at + (isCalled ? 2 : 1)).every(({ isMark }) => isMark)
  if (ANYWHERE.has(word)) return leads || closes || isBorder(units, at + 1)
  if (!PERSONS.has(word)) return false
  if (isCalled) return leads || closes
  return (
    (leads && isBorder(units, at + 1) && at + 1 < units.length) ||
    (closes && isBorder(units, at - 1) && at > 0)
  )
}

/** Where the clause begins that ends in the verb at a place; null where none ends there. */
function clauseBefore(units: readonly Unit[], at: number): number | null {
  const verb = keyAt(units, at)
  const nouns = WEAK.get(verb)
  if (nouns === undefined && !STRONG.has(verb)) return null
  let from = at
  let isHeld = nouns === undefined
  for (let before = at - 1; before >= 0; before--) {
    const word = keyAt(units, before)
    const isNoun = nouns?.has(word) ?? false
    const isOccasion = OCCASIONS.has(word) && isPurpose(units, before)
    const isPart = isNoun || isOccasion || BESIDE.has(word) || DAYS.has(word)
    if (!isPart && !PURPOSES.has(word) && !WEAK.has(word) && !STRONG.has(word)) break
    if (isNoun) isHeld = true
    // What stands before the nouns of a verb that says nothing alone is left: «در دارم».
    from = before
  }
  return isHeld ? from : null
}

/** «برای جلسه», «واسه یه مقاله», «سر جلسه فردا»; not «آمار جلسه». */
function isPurpose(units: readonly Unit[], at: number): boolean {
  const before = keyAt(units, at - 1)
  return (
    PURPOSES.has(before) ||
    isBorder(units, at - 1) ||
    (/^(یه|یک|ی|این)$/.test(before) && PURPOSES.has(keyAt(units, at - 2)))
  )
}

/** Words of the lists by their consonants: a chat writes «farda jalase daram». */
let latinIndex: ReadonlyMap<string, readonly string[]> | null = null
const LATIN_LIMIT = 0.2
/** «ehya» is no «هی»: of one consonant hardly anything is told. */
const FEWEST_CONSONANTS = 2

function persianOf(latin: string): string {
  latinIndex ??= indexed()
  let best = { word: '', cost: LATIN_LIMIT }
  for (const sounds of soundsOf(latin)) {
    const skeleton = skeletonOfSounds(sounds)
    if (skeleton.length < FEWEST_CONSONANTS) continue
    for (const word of latinIndex.get(skeleton) ?? []) {
      const cost = finglishDistance(sounds, word, LATIN_LIMIT)
      if (cost < best.cost) best = { word, cost }
    }
  }
  return best.word
}

function indexed(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  const sets = [ANYWHERE, PERSONS, AFTER, STRONG, BESIDE, OCCASIONS, PURPOSES, DAYS]
  const words = [...sets.flatMap((set) => [...set]), ...WEAK.keys(), ...OATHS.flat()]
  for (const nouns of WEAK.values()) words.push(...nouns)
  for (const word of new Set(words)) {
    const skeleton = skeletonOfKey(word)
    index.set(skeleton, [...(index.get(skeleton) ?? []), word])
  }
  return index
}
