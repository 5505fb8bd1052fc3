import { key } from '../persian/normalise.ts'

/** Words of a question by their keys, null where something else stands. */
export type Keys = readonly (string | null)[]

/** Words of a lexicon list by their keys. */
export const keySet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(key))

/** Phrases of a lexicon list as sequences of keys: half-spaces part words as spaces do. */
export function sequences(phrases: readonly string[]): string[][] {
  return phrases.map((phrase) => phrase.split(/[ \u200c]/).map(key))
}

/** How many words of the longest of the sequences stand at a place; 0 when none does. */
export function longestAt(all: readonly (readonly string[])[], keys: Keys, at: number): number {
  let most = 0
  for (const one of all)
    if (one.length > most && one.every((word, i) => keys[at + i] === word)) most = one.length
  return most
}
