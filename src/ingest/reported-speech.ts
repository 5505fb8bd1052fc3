import { key } from '../persian/normalise.ts'
import { keysOf, phraseSet } from './phrase-table.ts'
import { shown } from './plain-text.ts'
import type { Sentence } from './sentences.ts'
import {
  HONORIFICS,
  NAME_STOPS,
  NOT_NAMES,
  OFFICE_HEADS,
  OFFICE_LISTS,
  PRONOUNS,
  REPORTER_OPENINGS,
  SPEECH_VERBS,
  SUBJECT_STOPS,
} from './words/people.ts'

/** Who a sentence says is speaking. */
export interface Subject {
  readonly name: string | null
  readonly office: string | null
  /** «استاندار نیز گفت»: someone else than before. */
  readonly another: boolean
}

const OFFICE = phraseSet(OFFICE_HEADS)
const HONORIFIC = phraseSet(HONORIFICS)
const PRONOUN = phraseSet(PRONOUNS)
const SPEECH = phraseSet(SPEECH_VERBS)
const STOP = phraseSet(SUBJECT_STOPS)
const NAME_STOP = phraseSet(NAME_STOPS)
const LISTED = new Set(OFFICE_LISTS.map(key))
const REPORTER = phraseSet(REPORTER_OPENINGS)
const NOT_NAME = new Set(NOT_NAMES.map(key))
/** «استاندارگیلان». */
const GLUED_OFFICE = /^(استاندار|فرماندار|مدیرعامل|مدیرکل)(?=..)(?!ی)/
const LONGEST_NAME = 6
const LONGEST_OFFICE = 24

/** The subject of a sentence of speech; `same` for a pronoun, `none` for the reporter's own words. */
export function subjectOf(sentence: Sentence): Subject | 'same' | 'none' | null {
  const keys = keysOf(sentence.tokens)
  const quoted = quotedSource(sentence, keys)
  if (quoted !== null) return quoted
  const speaks = SPEECH.find(keys).length > 0
  const starts = openings(sentence, keys)
  if (PRONOUN.at(keys, starts[0] ?? 0) !== null) return 'same'
  if (!speaks) return isReporters(keys) ? 'none' : null
  for (const start of starts) {
    const subject = subjectAt(sentence, keys, start)
    if (subject !== null) return subject
  }
  return isReporters(keys) && starts.length < 2 ? 'none' : null
}

function isReporters(keys: readonly string[]): boolean {
  return REPORTER.at(keys, 0) !== null
}

/** «به گفته استاندار همدان، …»; «به گفته وی …» is of the one before. */
function quotedSource(sentence: Sentence, keys: readonly string[]): Subject | 'same' | null {
  if (keys[0] !== 'به' || !/^(گفته|اعتقاد|اظهار)$/.test(keys[1] ?? '')) return null
  const from = keys[2] === 'ی' ? 3 : 2
  if (PRONOUN.at(keys, from) !== null) return 'same'
  return subjectAt(sentence, keys, from)
}

/** Where the subject may begin: the sentence, after its dateline, after the parts of its lead-in. */
function openings(sentence: Sentence, keys: readonly string[]): number[] {
  const { tokens } = sentence
  const dash = keys.slice(0, 8).findIndex((word) => word === '-' || word === ':')
  const agency = /^(خبرگزاری|به|گزارش)$/.test(keys[0] ?? '')
  if (!agency) {
    const dateline = dash > 0 && dash <= 3 && keys[dash] === '-'
    return [dateline ? dash + 1 : 0]
  }
  const found = dash > 0 ? [dash + 1] : []
  for (let at = 1; at < Math.min(tokens.length, 60); at++) {
    if (/^[،,;]$/.test(keys[at] ?? '')) found.push(at + 1)
    if (SPEECH.at(keys, at) !== null) break
  }
  return found.length > 0 ? found : [0]
}

function subjectAt(sentence: Sentence, keys: readonly string[], start: number): Subject | null {
  let from = start
  while (keys[from] === '«' || keys[from] === '"') from++
  const holder = OFFICE.at(keys, from) !== null || GLUED_OFFICE.test(keys[from] ?? '')
  const end = subjectEnd(keys, from, holder)
  if (end <= from) return null
  const another = /^(نیز|هم)$/.test(keys[end] ?? '')
  if (holder) {
    if (end - from > LONGEST_OFFICE) return null
    return { name: null, office: textOf(sentence, from, end), another }
  }
  const comma = keys.slice(from, end).findIndex((word) => /^[،,]$/.test(word))
  const nameEnd = comma === -1 ? end : from + comma
  const name = nameOf(sentence, keys, from, nameEnd)
  if (name === null) return null
  const officeAt = nameEnd + 1
  const office =
    comma !== -1 && OFFICE.at(keys, officeAt) !== null ? textOf(sentence, officeAt, end) : null
  return { name, office, another }
}

/** The first word that cannot belong to a subject. */
function subjectEnd(keys: readonly string[], from: number, holder: boolean): number {
  let office = holder
  for (let at = from; at < keys.length; at++) {
    const comma = /^[،,]$/.test(keys[at] ?? '')
    if (comma && office && !LISTED.has(keys[at - 1] ?? '')) return at
    if (comma) office = OFFICE.at(keys, at + 1) !== null
    if (comma && !office && !LISTED.has(keys[at - 1] ?? '')) return at
    if (!office && NAME_STOP.at(keys, at) !== null) return at
    if (STOP.at(keys, at) !== null || SPEECH.at(keys, at) !== null) return at
    if (/^[:;(.!?"»\d]/.test(keys[at] ?? '')) return at
  }
  return keys.length
}

function nameOf(
  sentence: Sentence,
  keys: readonly string[],
  start: number,
  end: number,
): string | null {
  let from = start
  for (let hit = HONORIFIC.at(keys, from); hit !== null; hit = HONORIFIC.at(keys, from))
    from = hit.to
  const words = keys.slice(from, end)
  if (words.length === 0 || words.length > LONGEST_NAME) return null
  if (words.some((word) => NOT_NAME.has(word) || !/^\p{L}+$/u.test(word))) return null
  return textOf(sentence, from, end)
}

function textOf(sentence: Sentence, from: number, to: number): string {
  const start = sentence.tokens[from]?.start ?? 0
  const end = sentence.tokens[to - 1]?.end ?? start
  return shown(sentence.text.slice(start, end)).replace(/\s+/g, ' ')
}
