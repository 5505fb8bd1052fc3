/**
 * The pairs of neighbouring letters of a word that another word has side by side too, the ends of
 * both counting as letters: how many, and where the first one stands (-1: nowhere).
 */
export function pairsAlike(typed: string, other: string): { count: number; first: number } {
  let count = 0
  let first = -1
  for (let at = 0; at <= typed.length; at++) {
    if (!hasPair(other, typed.charCodeAt(at - 1), typed.charCodeAt(at))) continue
    if (count === 0) first = at
    count++
  }
  return { count, first }
}

/** NaN stands for an end. */
function hasPair(word: string, left: number, right: number): boolean {
  if (Number.isNaN(left)) return word.charCodeAt(0) === right
  if (Number.isNaN(right)) return word.charCodeAt(word.length - 1) === left
  for (let at = 1; at < word.length; at++)
    if (word.charCodeAt(at - 1) === left && word.charCodeAt(at) === right) return true
  return false
}

/** Pair → how often the typed word has it; all zero between calls. */
const typedPairs = new Uint8Array(1 << 16)

/** Lets {@link mostAlike} count what words have in common with this one; undone by `-1`. */
export function markPairs(typed: string, times: 1 | -1): void {
  let left = 0
  for (let at = 0; at <= typed.length; at++) {
    const right = at === typed.length ? 0 : typed.charCodeAt(at) & 0xff
    const pair = (left << 8) | right
    typedPairs[pair] = (typedPairs[pair] as number) + times
    left = right
  }
}

/**
 * At least the count of {@link pairsAlike} for the word whose pairs are marked, in one step for
 * each letter. More where a word has a pair twice, or where low bytes of other scripts meet.
 */
export function mostAlike(word: string): number {
  let count = 0
  let left = 0
  for (let at = 0; at < word.length; at++) {
    const right = word.charCodeAt(at) & 0xff
    count += typedPairs[(left << 8) | right] as number
    left = right
  }
  return count + (typedPairs[left << 8] as number)
}
