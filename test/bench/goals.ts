import type { BenchResult, SubjectRow } from './results.ts'
import { LEAST_FOR_A_SHARE, rightShare, short, wrongOf } from './table.ts'

const PEERS = ['fuse', 'minisearch', 'flexsearch', 'orama', 'fts5']
const KINDS = ['clean', 'one error', 'two errors'] as const

/** The goals of the project's speed, and how far this run reaches them. */
export function goals(result: BenchResult): string {
  const { sizes, subjects, start } = result
  const [smallest, largest] = [sizes[0] ?? 0, sizes.at(-1) ?? 0]
  const of = (name: string, size: number) =>
    subjects.find((row) => row.name === name && row.size === size)
  const p50 = (name: string, size: number) => of(name, size)?.result?.latency.p50 ?? Number.NaN
  const rate = (name: string) => of(name, largest)?.result?.perSecond ?? Number.NaN
  const fastest = Math.min(
    ...PEERS.map((name) => p50(name, largest)).filter((time) => Number.isFinite(time)),
  )
  const lines = [
    goal('of grammY that only replies, over HTTP', 0.5, rate('bot-http') / rate('grammy-http')),
    goal('of grammY that only replies, in the process', 0.5, rate('bot') / rate('grammy')),
    goal('times as fast as the fastest search', 200, fastest / p50('ask', largest)),
    limit('ms, a question (`ask`), median', 0.5, p50('ask', largest)),
    limit('ms, a question (`ask`), p99', 3, of('ask', largest)?.result?.latency.p99 ?? Number.NaN),
    limit('times its own time at the smallest', 1.3, p50('ask', largest) / p50('ask', smallest)),
    limit('s, start to the first answer', 1, start?.opened ?? Number.NaN),
    limit('MB with a full store', 250, start?.rss ?? Number.NaN),
    ...sizes.flatMap((size) => outdone(size, subjects)),
    ...subjects
      .filter(({ name }) => name === 'ask' || name === 'bot')
      .flatMap((row) =>
        limit(`wrong figures, ${row.name}, ${row.size}`, 0, wrongOf(row)?.wrong ?? Number.NaN),
      ),
  ]
  const known = lines.filter((line) => line !== null)
  return known.length === 0 ? '' : ['Goals:', ...known].join('\n')
}

const told = (isReached: boolean, value: number, what: string, bound: string) =>
  `  ${isReached ? 'reached' : 'MISSED '} ${short(value)} ${what} (goal: ${bound})`

const goal = (what: string, least: number, value: number): string | null =>
  Number.isFinite(value) ? told(value >= least, value, what, `at least ${least}`) : null

const limit = (what: string, most: number, value: number): string | null =>
  Number.isFinite(value) ? told(value <= most, value, what, `at most ${most}`) : null

const wasAsked = ({ result }: SubjectRow, kind: (typeof KINDS)[number]): boolean =>
  (result?.tallies[kind]?.asked ?? 0) >= LEAST_FOR_A_SHARE

/** The peers that answer more questions of a kind right than Arqam does. */
function outdone(size: number, subjects: readonly SubjectRow[]): string[] {
  const here = subjects.filter((row) => row.size === size)
  const own = here.find(({ name }) => name === 'ask')
  if (!own?.result) return []
  return KINDS.map((kind) => {
    const share = rightShare(own, kind)
    const better = here
      .filter((row) => PEERS.includes(row.name) && wasAsked(row, kind))
      .filter((row) => rightShare(row, kind) > share)
      .map((row) => `${row.title} ${rightShare(row, kind).toFixed(1)}%`)
    const isReached = better.length === 0
    const what = `% right, ${kind}, ${size}`
    return told(isReached, share, what, isReached ? 'no peer has more' : better.join(', '))
  })
}
