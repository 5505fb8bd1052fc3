import type { Kind } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { FoundPhrase } from './phrase-finder.ts'
import { TARGET_MODIFIERS } from './words.ts'

const MODIFIERS = TARGET_MODIFIERS.map((one) => one.split(/[ \u200c]/).map(key))
/** What is approved elsewhere is another figure («تسهیلات مصوب»); a target is a target all the same. */
const HEADS = new Set('هدف اهداف برنامه برنامه‌های تعهد تعهدات تکلیف سهمیه'.split(' ').map(key))

/** Targets with what tells which they are: «هدف کمی مصوب», «برنامه ابلاغی سالانه», «سهمیه تعیین‌شده». */
export function withModifiers(
  kinds: readonly FoundPhrase<Kind>[],
  keys: readonly (string | null)[],
): FoundPhrase<Kind>[] {
  const isHead = (at: number) => HEADS.has(keys[at] ?? '')
  const targets = kinds.map((found) =>
    found.value === 'target' && isHead(found.from)
      ? { ...found, to: modifiedTo(keys, found.to) }
      : found,
  )
  const unsaid = keys.flatMap((_, at): FoundPhrase<Kind>[] => {
    const to = isHead(at) ? modifiedTo(keys, at + 1) : 0
    const isTaken = targets.some(({ from, to: end }) => from <= at && at < end)
    return to > at + 1 && !isTaken ? [{ value: 'target', from: at, to }] : []
  })
  return [...targets, ...unsaid].sort((a, b) => a.from - b.from)
}

function modifiedTo(keys: readonly (string | null)[], from: number): number {
  const fits = (words: readonly string[]) => words.every((word, i) => keys[from + i] === word)
  const modifier = MODIFIERS.find(fits)
  return modifier === undefined ? from : modifiedTo(keys, from + modifier.length)
}
