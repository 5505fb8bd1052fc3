import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { withoutPlural, wordKeys } from './name-words.ts'
import { SYNONYMS } from './words.ts'

/** A run of words of a name that is one of a group of synonyms. */
export interface GroupRun {
  /** Null where no group is said. */
  readonly group: number | null
  readonly length: number
}

const GROUPS = groupsByKey()
/** What the keys of synonyms begin with: a run that begins otherwise need not be spelt out. */
const BEGINNINGS = new Set(
  [...GROUPS.keys()].flatMap((one) => Array.from(one, (_, at) => one.slice(0, at + 1))),
)
/** Group → key of a synonym → keys of the words beside which it means something else. */
const EXCEPTIONS = SYNONYMS.map(({ words }) => {
  const exceptions = new Map<string, readonly string[]>()
  for (const { text, notWith } of words) {
    const word = key(text)
    if (!exceptions.has(word)) exceptions.set(word, notWith.map(key))
  }
  return exceptions
})

function groupsByKey(): Map<string, number> {
  const groups = new Map<string, number>()
  SYNONYMS.forEach(({ words }, group) => {
    for (const { text } of words) {
      groups.set(key(text), group)
      const bare = wordKeys(text).map(withoutPlural).join('')
      if (!groups.has(bare)) groups.set(bare, group)
    }
  })
  return groups
}

/** The longest run of at most `longest` words from `at` on that is a synonym; else one word. */
export function longestGroupAt(words: readonly string[], at: number, longest: number): GroupRun {
  const runs = runsFrom(words, at, longest)
  for (let length = runs.length; length >= 2; length--)
    for (const candidate of runs[length - 1] ?? []) {
      const group = groupOf(candidate, words)
      if (group !== null) return { group, length }
    }
  const word = words[at] as string
  for (const candidate of [word, ...stemsOf(word)]) {
    const group = groupOf(candidate, words)
    if (group !== null) return { group, length: 1 }
  }
  return { group: null, length: 1 }
}

/** The words from `at` on run together, as they are and without plurals, while a synonym begins so. */
function runsFrom(words: readonly string[], at: number, longest: number): [string, string][] {
  const runs: [string, string][] = []
  let asIs = ''
  let bare = ''
  for (let length = 1; length <= longest && at + length <= words.length; length++) {
    const word = words[at + length - 1] as string
    asIs += word
    bare += withoutPlural(word)
    if (!BEGINNINGS.has(asIs) && !BEGINNINGS.has(bare)) break
    runs.push([asIs, bare])
  }
  return runs
}

/** The group of a synonym, unless a word beside it makes it mean something else. */
function groupOf(candidate: string, beside: readonly string[]): number | null {
  const group = GROUPS.get(candidate)
  return group === undefined || isExcepted(group, candidate, beside) ? null : group
}

/** «صادر» beside «پروانه» is no export. */
function isExcepted(group: number, word: string, beside: readonly string[]): boolean {
  const exceptions = EXCEPTIONS[group]?.get(word) ?? []
  return exceptions.some((other) => beside.some((one) => one.startsWith(other)))
}
