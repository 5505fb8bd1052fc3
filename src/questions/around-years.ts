import { previousPeriod } from '../persian/period-relations.ts'
import type { PeriodMention } from '../persian/periods.ts'

const BEFORE = new Set(['قبل', 'پیش'])
const AFTER = new Set(['بعد', 'پس'])
const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ یک: 1, یه: 1, دو: 2, سه: 3, چهار: 4, پنج: 5 }),
)

export interface AroundYears {
  readonly periods: readonly PeriodMention[]
  /** Word spans that ask for an open stretch («قبل از ۱۴۰۰»): no figure answers that. */
  readonly open: readonly { readonly from: number; readonly to: number }[]
}

/**
 * «سال قبل از ۱۴۰۲» is 1401 and «دو سال بعد از ۱۴۰۰» 1402; «قبل از ۱۴۰۲» is no year. `keys` are
 * the keys of the words that the mentions count.
 */
export function aroundYears(
  mentions: readonly PeriodMention[],
  keys: readonly (string | null)[],
): AroundYears {
  const periods: PeriodMention[] = []
  const open: { from: number; to: number }[] = []
  for (const mention of mentions) {
    const relation = relationBefore(mention.from, keys)
    if (relation === null || mention.invalid !== undefined) {
      // «سال قبل» inside «سال قبل از ۱۴۰۲» is last year by itself.
      if (!isPartOfRelation(mention, mentions, keys)) periods.push(mention)
    } else if (relation.years === null) {
      open.push({ from: relation.from, to: mention.to })
    } else {
      const period = previousPeriod(mention.period, relation.years)
      periods.push({ ...mention, from: relation.from, period })
    }
  }
  return { periods, open }
}

interface Relation {
  readonly from: number
  /** Years back (negative: on); null when no single year is meant. */
  readonly years: number | null
}

function relationBefore(at: number, keys: readonly (string | null)[]): Relation | null {
  const year = keys[at - 1] === 'سال' ? at - 1 : at
  if (keys[year - 1] !== 'از') return null
  const word = keys[year - 2] ?? ''
  const sign = BEFORE.has(word) ? 1 : AFTER.has(word) ? -1 : 0
  if (sign === 0) return null
  if (keys[year - 3] !== 'سال') return { from: year - 2, years: null }
  const count = COUNTS.get(keys[year - 4] ?? '') ?? (Number(keys[year - 4]) || null)
  return { from: year - (count === null ? 3 : 4), years: sign * (count ?? 1) }
}

function isPartOfRelation(
  { from, to }: PeriodMention,
  mentions: readonly PeriodMention[],
  keys: readonly (string | null)[],
): boolean {
  return mentions.some((other) => {
    const relation = other.from >= to ? relationBefore(other.from, keys) : null
    return relation !== null && relation.from < to && from < other.from
  })
}
