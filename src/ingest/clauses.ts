import { keysOf, phraseSet } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { GOVERNING_CUES } from './words/governing.ts'
import { AUXILIARIES, FINITE_VERBS, FUTURE_AUXILIARIES, PARTICIPLES } from './words/verbs.ts'

/** A stretch of a sentence that one verb governs. Token indexes, end exclusive. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** Opens with «که» and speaks on about what stands before it. */
  readonly relative: boolean
}

const FINITE = phraseSet(FINITE_VERBS)
const PARTICIPLE = phraseSet(PARTICIPLES)
const AUXILIARY = phraseSet(AUXILIARIES)
const FUTURE = phraseSet(FUTURE_AUXILIARIES)
const GOVERNS = phraseSet(GOVERNING_CUES.flatMap(([, phrases]) => phrases))
const ENDS = new Set([':', ';', '(', ')'])
/** What must follow a participle for it to be a verb: «… پرداخت شده و …». */
const AFTER_PARTICIPLE = new Set(['و', 'که', '،', ',', ';', '.', '!', ':', ''])

/** Cuts a sentence after its verbs and before «که». */
export function clausesOf(sentence: Sentence): Clause[] {
  const keys = keysOf(sentence.tokens)
  const clauses: Clause[] = []
  let from = 0
  let relative = false
  const close = (to: number, opensRelative: boolean) => {
    if (to > from) clauses.push({ from, to, relative })
    from = to
    relative = opensRelative
  }
  for (let at = 0; at < keys.length; ) {
    const governing = GOVERNS.at(keys, at)
    if (governing !== null) {
      const linked = /^(که|تا)$/.test(keys[governing.to] ?? '')
      at = linked ? governing.to + 1 : governing.to
      continue
    }
    const verb = verbAt(keys, at)
    if (verb !== null) {
      close(verb, false)
      at = verb
      continue
    }
    const word = keys[at] ?? ''
    if (word === 'که' || /^(اینکه|انکه)$/.test(word)) {
      close(at, word === 'که')
      at++
      continue
    }
    at++
    if (ENDS.has(word)) close(at, false)
  }
  close(keys.length, false)
  return clauses
}

/** The token after a verb group that begins here. */
function verbAt(keys: readonly string[], at: number): number | null {
  const future = FUTURE.at(keys, at)
  if (future !== null) return Math.min(keys.length, future.to + 1)
  const finite = FINITE.at(keys, at)
  const participle = PARTICIPLE.at(keys, at)
  if (participle !== null && participle.to >= (finite?.to ?? 0)) {
    const auxiliary = AUXILIARY.at(keys, participle.to)
    if (auxiliary !== null) return auxiliary.to
    return AFTER_PARTICIPLE.has(keys[participle.to] ?? '') ? participle.to : null
  }
  return finite?.to ?? null
}

export function clauseAt(clauses: readonly Clause[], token: number): Clause {
  const found = clauses.find((clause) => token < clause.to)
  return found ?? clauses.at(-1) ?? { from: 0, to: 0, relative: false }
}
