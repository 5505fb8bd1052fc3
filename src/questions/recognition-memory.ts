import type { MisspeltJoin } from './misspelt-join.ts'
import type { Sense } from './sense.ts'

/** What a word was taken for: one word, or `parts` that were glued. */
export interface WordHeard {
  readonly cost: number
  readonly senses: readonly Sense[]
  readonly parts: readonly string[] | null
}

/**
 * What was found out about the words of one message. They are looked at again where glued words
 * were parted and where a list or a follow-up is tried in several ways, and to search for what a
 * misspelt one means is most of the work.
 */
export interface RecognitionMemory {
  /** By key. */
  readonly words: Map<string, WordHeard>
  /** By the letters. */
  readonly latin: Map<string, readonly Sense[]>
  /** By the keys of the words, a space between them. */
  readonly joins: Map<string, MisspeltJoin | null>
}

export function newMemory(): RecognitionMemory {
  return { words: new Map(), latin: new Map(), joins: new Map() }
}

/** What is remembered under the key; found out and kept when it is asked for first. */
export function recall<Found>(
  memory: Map<string, Found>,
  key: string,
  findOut: (key: string) => Found,
): Found {
  const known = memory.get(key)
  if (known !== undefined) return known
  const found = findOut(key)
  memory.set(key, found)
  return found
}
