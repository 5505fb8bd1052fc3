import { contentWords, isRepeat, type Stated, titleDisagrees } from './checks.ts'
import type { Draft } from './draft.ts'
import type { Drafted } from './extract.ts'

/** Counts below this turn up for many things in one report. */
const LEAST_TELLING = 20
const LEAST_SHARED = 0.6
/** A figure that stands in a report more often than this is not sought further back. */
const MOST_COMPARED = 12

/**
 * Drops what a title or a lead says before the body says it again, keeping the fuller one, and
 * flags a title that says otherwise.
 */
export function withoutRepeats(drafted: readonly Drafted[]): Draft[] {
  const body = drafted.filter(({ heading }) => !heading)
  const groups = grouped(body)
  const dropped = new Set<Drafted>()
  for (const same of groups.values()) markRepeats(same, dropped)
  const statements = body.map(stated)
  return drafted
    .filter((item) => (item.heading ? !groups.has(figureKey(item)) : !dropped.has(item)))
    .map((item) => {
      if (!item.heading || !titleDisagrees(stated(item), statements)) return item.draft
      return { ...item.draft, flags: [...item.draft.flags, 'title-disagrees' as const] }
    })
}

function grouped(items: readonly Drafted[]): Map<string, Drafted[]> {
  const groups = new Map<string, Drafted[]>()
  for (const item of items) {
    const same = groups.get(figureKey(item))
    if (same === undefined) groups.set(figureKey(item), [item])
    else same.push(item)
  }
  return groups
}

function figureKey({ draft }: Drafted): string {
  return `${draft.value ?? draft.alternatives.join()} ${draft.unit}`
}

/** Of two drafts that say the same the fuller stays, of equals the first. */
function markRepeats(same: readonly Drafted[], dropped: Set<Drafted>): void {
  const kept: Drafted[] = []
  for (const item of same) {
    const twin = kept.slice(-MOST_COMPARED).find((other) => saysTheSame(other.draft, item.draft))
    if (twin === undefined) kept.push(item)
    else if (fullness(item.draft) > fullness(twin.draft)) {
      kept[kept.indexOf(twin)] = item
      dropped.add(twin)
    } else dropped.add(item)
  }
}

function stated({ draft, heading }: Drafted): Stated {
  return { ...draft, heading }
}

function saysTheSame(a: Draft, b: Draft): boolean {
  if (!isRepeat({ ...a, heading: false }, { ...b, heading: false })) return false
  if (a.kind !== b.kind || a.measure !== b.measure || a.place !== b.place) return false
  if (a.quoteStart === b.quoteStart) return false
  const samePeriod = a.periodText === null || b.periodText === null || a.period === b.period
  return samePeriod && isSameThing(a, b)
}

/** «۳ پروژه» may be of anything: a small count needs more than its noun to be the same again. */
function isSameThing(a: Draft, b: Draft): boolean {
  const [left, right] = [a, b].map(({ indicator, unit }) => contentWords(indicator, unit))
  if (left === undefined || right === undefined) return false
  const fewer = Math.min(left.length, right.length)
  if (fewer === 0) return (a.value ?? 0) >= LEAST_TELLING
  return left.filter((word) => right.includes(word)).length / fewer >= LEAST_SHARED
}

function fullness(draft: Draft): number {
  const said = [draft.speaker?.includes('،'), draft.periodText, draft.matchedIndicator]
  return said.filter(Boolean).length
}
