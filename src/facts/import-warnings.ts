import { type Writing, withRows } from './bulk.ts'
import { isJump } from './entry-checks.ts'
import { ROWS_LISTED, type Tally } from './import-report.ts'
import type { ObservationRevisionTable } from './schema.ts'

/** What is odd about a row that is stored all the same. */
export type ImportWarningCode = 'tenfold' | 'past_target' | 'future_actual'

export interface ImportWarning {
  readonly row: number
  readonly code: ImportWarningCode
}

/** A row of a sheet as it stands in the store now. */
export interface WrittenRow {
  readonly row: number
  readonly stored: ObservationRevisionTable
}

/**
 * Looks at rows that were just written as at a single figure before it is saved: a jump from the
 * period before (or else to the one after), a target whose period is over, an actual whose period
 * has not begun. `today` is an ISO day in Tehran.
 */
export async function warnOfRows(
  writing: Writing,
  tally: Tally,
  written: readonly WrittenRow[],
  today: string,
): Promise<void> {
  for (const { row, stored } of written) {
    const { kind, first_day, last_day } = stored
    if (kind !== 'actual' && last_day < today) warn(tally, row, 'past_target')
    if (kind === 'actual' && first_day !== null && first_day > today)
      warn(tally, row, 'future_actual')
  }
  for (const row of await jumpsIn(writing, written)) warn(tally, row, 'tenfold')
}

function warn({ warned, warnings }: Tally, row: number, code: ImportWarningCode): void {
  warned[code]++
  if (warnings.length < ROWS_LISTED) warnings.push({ row, code })
}

const WANTED_COLUMNS = {
  row_number: 'integer',
  indicator_id: 'integer',
  place_id: 'integer',
  kind: 'text',
  shape: 'text',
  last_day: 'text',
} as const

const nearest = (comparison: '<' | '>', order: 'desc' | 'asc') => `(
  select o.value from observation o
  where o.indicator_id = wanted.indicator_id and o.place_id = wanted.place_id
    and o.kind = wanted.kind and o.last_day ${comparison} wanted.last_day
    and o.period like wanted.shape
    and (wanted.shape <> '____-__' or substr(o.period, 6, 1) < 'A')
    and o.measure = 'level' and o.retired = 0 and o.value <> 0
  order by o.last_day ${order} limit 1)`

async function jumpsIn(writing: Writing, written: readonly WrittenRow[]): Promise<number[]> {
  const levels = written.filter(({ stored }) => stored.measure === 'level' && stored.value)
  if (levels.length === 0) return []
  const wanted = levels.map(({ row, stored }) => {
    const { indicator_id, place_id, kind, period, last_day } = stored
    return { row_number: row, indicator_id, place_id, kind, shape: shapeOf(period), last_day }
  })
  const rows = await withRows<{ row: number; before: number | null; after: number | null }>(
    writing,
    WANTED_COLUMNS,
    wanted,
    `select row_number as "row", ${nearest('<', 'desc')} as before, ${nearest('>', 'asc')} as after
    from wanted where row_number is not null`,
  )
  const beside = new Map(rows.map(({ row, before, after }) => [row, before ?? after]))
  return levels.flatMap(({ row, stored }) => {
    const other = beside.get(row)
    return other && isJump(stored.value ?? 0, other) ? [row] : []
  })
}

/** Periods of one length look alike: `1399-H2` is `____-H_`, a month `____-__`. */
const shapeOf = (period: string) => period.replace(/\d/g, '_')
