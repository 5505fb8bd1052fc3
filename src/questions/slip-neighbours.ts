import { slipDistance } from '../persian/distance.ts'

const LETTERS = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی']

export interface Neighbour {
  readonly word: string
  /** A slip distance, at most that of one slip. */
  readonly cost: number
}

/**
 * The words that `isWord` knows of those one slip of the hand away, nearest first. All of some
 * hundred spellings are looked up, so it costs the same however many words there are.
 */
export function neighboursOf(typed: string, isWord: (word: string) => boolean): Neighbour[] {
  const found: Neighbour[] = []
  for (const word of spellingsNear(typed))
    if (word !== typed && isWord(word)) found.push({ word, cost: slipDistance(typed, word, 1) })
  return found
    .filter(({ cost }) => cost <= 1)
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
}

/** Each letter left out, another in its place, one put in, two swapped. */
function spellingsNear(typed: string): Set<string> {
  const near = new Set<string>()
  for (let at = 0; at <= typed.length; at++) {
    const before = typed.slice(0, at)
    const from = typed.slice(at)
    const after = typed.slice(at + 1)
    for (const letter of LETTERS) near.add(before + letter + from)
    if (at === typed.length) continue
    near.add(before + after)
    for (const letter of LETTERS) near.add(before + letter + after)
    if (after !== '') near.add(before + after.charAt(0) + typed.charAt(at) + after.slice(1))
  }
  return near
}
