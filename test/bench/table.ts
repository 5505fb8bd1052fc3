import type { QuestionKind } from './data/questions.ts'
import type { BenchResult, SubjectRow } from './results.ts'

export const NONE = '–'

/** Three digits that count: 0.0123, 1.23, 12.3, 1,230. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return NONE
  if (value >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US')

export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

/** Percent of the questions of a kind that were answered right. */
export function rightShare({ ceiling, result }: SubjectRow, kind: QuestionKind): number {
  const tally = result?.tallies[kind]
  return ceiling || !tally?.asked ? Number.NaN : (100 * tally.right) / tally.asked
}

/** Of all questions, the ones that a wrong figure was stated to. */
export function wrongOf({ ceiling, result }: SubjectRow): { wrong: number; asked: number } | null {
  if (ceiling || result === null) return null
  const tallies = Object.values(result.tallies)
  const sum = (of: (tally: (typeof tallies)[number]) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0)
  return { wrong: sum(({ wrong }) => wrong), asked: sum(({ asked }) => asked) }
}

/** Fewer questions than this make no share. */
export const LEAST_FOR_A_SHARE = 10

export function rightText(row: SubjectRow, kind: QuestionKind): string {
  const tally = row.result?.tallies[kind]
  const share = rightShare(row, kind)
  if (!tally || !Number.isFinite(share)) return NONE
  return tally.asked < LEAST_FOR_A_SHARE
    ? `${tally.right} of ${tally.asked}`
    : `${share.toFixed(1)}%`
}

export const SUBJECT_HEAD = [
  ...['', 'build s', 'MB', 'heap MB', 'p50 ms', 'p95', 'p99', 'questions/s'],
  ...['right', '1 error', '2 errors', 'wrong figures'],
] as const

/** From fewer questions a quantile is not known. */
const LEAST_FOR = { p95: 20, p99: 100 }

export function subjectCells(row: SubjectRow): string[] {
  const { title, result, importSeconds } = row
  if (result === null) return [title, ...SUBJECT_HEAD.slice(1).map(() => NONE)]
  const { latency, buildSeconds, rss, heap, perSecond } = result
  const wrong = wrongOf(row)
  return [
    title,
    importSeconds === null ? short(buildSeconds) : `${short(importSeconds)} once`,
    ...[whole(rss), whole(heap), short(latency.p50)],
    latency.count < LEAST_FOR.p95 ? NONE : short(latency.p95),
    latency.count < LEAST_FOR.p99 ? NONE : short(latency.p99),
    short(perSecond),
    ...(['clean', 'one error', 'two errors'] as const).map((kind) => rightText(row, kind)),
    wrong === null ? NONE : `${whole(wrong.wrong)} of ${whole(wrong.asked)}`,
  ]
}

/** Every subject at every size. */
export function subjectTable({ subjects, sizes }: BenchResult): string {
  if (subjects.length === 0) return ''
  const rows = sizes.flatMap((size) =>
    subjects.filter((row) => row.size === size).map((row) => [whole(size), ...subjectCells(row)]),
  )
  return markdown(['facts', ...SUBJECT_HEAD], rows)
}

export function postgresTable({ postgres }: BenchResult): string {
  if (postgres.length === 0) return ''
  return markdown(
    ['PostgreSQL, facts', 'processes', 'questions/s', 'p50 ms', 'p99'],
    postgres.map(({ size, processes, perSecond, p50, p99 }) => [
      ...[whole(size), String(processes), short(perSecond), short(p50), short(p99)],
    ]),
  )
}

/** What is measured once, at the largest size, a sentence each. */
export function otherLines(result: BenchResult): string {
  const { start, change, import: imported, extraction, charts } = result
  const lines: string[] = []
  const size = whole(result.sizes.at(-1) ?? 0)
  if (start)
    lines.push(
      `Start with ${size} facts: the first answer ${short(start.opened)} s after the store is opened, ` +
        `${short(start.started)} s after the process began; ${whole(start.rss)} MB.`,
    )
  if (change)
    lines.push(
      `The first answer after an admin added a name: ${short(change.afterChange)} ms (usually ${short(change.usual)} ms).`,
    )
  if (imported) {
    const { rows, seconds, rssBefore, rssPeak, meanwhile, asked, answered, failed } = imported
    lines.push(
      `Import of ${whole(rows)} rows: ${whole(rows / seconds)} rows a second, at most ` +
        `${whole(rssPeak)} MB (${whole(rssBefore)} MB before). Of ${whole(asked)} questions that ` +
        `came meanwhile ${whole(answered)} were answered before its end, p50 ` +
        `${short(meanwhile.p50)} ms, p99 ${short(meanwhile.p99)} ms${failed === 0 ? '' : `; ${failed} failed`}.`,
    )
  }
  if (extraction) {
    const { synthetic, real, first } = extraction
    const told = real === null ? '' : `, real ones ${short(real.perSecond)} (${real.reports})`
    lines.push(
      `Drafts from reports: ${short(synthetic.perSecond)} reports a second with ` +
        `${short(synthetic.drafts / synthetic.reports)} drafts each${told}; the first takes ${short(first)} ms.`,
    )
  }
  if (charts)
    lines.push(
      `Charts: ${short(charts.perSecond)} pictures a second, ${short(charts.p50)} ms each, ` +
        `the first of a process ${short(charts.first)} ms.`,
    )
  return lines.map((line) => `- ${line}`).join('\n')
}
