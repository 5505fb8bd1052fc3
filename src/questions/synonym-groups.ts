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
/** Group → key of a synonym → keys of the words beside which it means something else, or only so. */
const CONDITIONS = SYNONYMS.map(({ words }) => {
  const conditions = new Map<string, Beside>()
  for (const { text, notWith, with: only, asked } of words) {
    const word = key(text)
    if (!asked && !conditions.has(word))
      conditions.set(word, { notWith: notWith.map(key), with: only.map(key) })
  }
  return conditions
})

/** The groups that a word may be of, the one that it is rather of first. */
function groupsByKey(): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  SYNONYMS.forEach(({ words }, group) => {
    for (const { text, asked } of words) {
      if (asked) continue
      const own = key(text)
      groups.set(own, [group, ...(groups.get(own) ?? []).filter((one) => one !== group)])
      const bare = wordKeys(text).map(withoutPlural).join('')
      if (!groups.has(bare)) groups.set(bare, [group])
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

/** Whether a word is a synonym as it stands, and no inflection of one. */
export const isInGroup = (word: string, group: number): boolean =>
  GROUPS.get(word)?.includes(group) === true

/** The group of a synonym, unless a word beside it makes it mean something else. */
function groupOf(candidate: string, beside: readonly string[]): number | null {
  return GROUPS.get(candidate)?.find((group) => isMeant(group, candidate, beside)) ?? null
}

function isMeant(group: number, word: string, beside: readonly string[]): boolean {
  const conditions = CONDITIONS[group]?.get(word)
  return conditions === undefined || standsBeside(conditions, beside)
}

/** Keys of words beside which another one does not mean what it else does, or only so. */
export interface Beside {
  readonly notWith: readonly string[]
  readonly with: readonly string[]
}

/** «صادر» beside «پروانه» is no export; «تلفات» is a loss only beside what gets lost. */
export function standsBeside(conditions: Beside, said: readonly string[]): boolean {
  const isSaid = (other: string) => said.some((word) => word.startsWith(other))
  if (conditions.notWith.some(isSaid)) return false
  return conditions.with.length === 0 || conditions.with.some(isSaid)
}
