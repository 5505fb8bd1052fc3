import { isRepeat, type Stated, sharedWords, titleDisagrees } from './checks.ts'
import type { Draft } from './draft.ts'
import type { Drafted } from './extract.ts'

/**
 * Drops what a title or a lead says before the body says it again, keeping the fuller one, and
 * flags a title that says otherwise.
 */
export function withoutRepeats(drafted: readonly Drafted[]): Draft[] {
  const body = drafted.filter(({ heading }) => !heading)
  const kept = drafted.filter((item, index) => {
    if (item.heading) return !body.some((other) => isRepeat(stated(item), stated(other)))
    return !drafted.some((other, at) => at !== index && outdoes(other, at, item, index))
  })
  const statements = body.map(stated)
  return kept.map((item) => {
    if (!item.heading || !titleDisagrees(stated(item), statements)) return item.draft
    return { ...item.draft, flags: [...item.draft.flags, 'title-disagrees' as const] }
  })
}

function stated({ draft, heading }: Drafted): Stated {
  return { ...draft, heading }
}

/** Whether a draft says the same as another, and more of it; of equals the first stays. */
function outdoes(better: Drafted, at: number, item: Drafted, index: number): boolean {
  const [a, b] = [better.draft, item.draft]
  if (better.heading || !isRepeat(stated(better), stated(item))) return false
  if (a.kind !== b.kind || a.measure !== b.measure || a.place !== b.place) return false
  if (a.start === b.start || a.quoteStart === b.quoteStart) return false
  const sameQuestion = a.periodText === null || b.periodText === null || a.period === b.period
  if (!sameQuestion || sharedWords(a.indicator, b.indicator) === 0) return false
  const [left, right] = [fullness(a), fullness(b)]
  return left > right || (left === right && at < index)
}

function fullness(draft: Draft): number {
  const said = [draft.speaker?.includes('،'), draft.periodText, draft.matchedIndicator]
  return said.filter(Boolean).length
}
