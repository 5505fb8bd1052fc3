import type { BenchQuestion, QuestionKind } from './data/questions.ts'
import type { Said, Subject } from './subjects/subject.ts'

/** How much of a kind of question was answered how. */
export interface Tally {
  asked: number
  right: number
  wrong: number
  /** Asked back, the figure that was meant being among the choices. */
  offered: number
}

export interface Miss {
  readonly kind: QuestionKind
  readonly text: string
  readonly said: string
}

export interface Asked {
  /** Milliseconds of each question, in order. */
  readonly times: readonly number[]
  readonly perSecond: number
  readonly tallies: Readonly<Partial<Record<QuestionKind, Tally>>>
  /** Questions that were not answered right: the wrong figures first, none of them left out. */
  readonly misses: readonly Miss[]
}

export interface AskOptions {
  /** No further question is begun after so long, but a few are asked in any case. */
  readonly seconds: number
  readonly least?: number
}

/** Asks one question after the other, and judges what was said when all is measured. */
export async function askAll(
  subject: Subject,
  questions: readonly BenchQuestion[],
  { seconds, least = 4 }: AskOptions,
): Promise<Asked> {
  const times: number[] = []
  const said: Said[] = []
  const started = performance.now()
  for (const { text } of questions) {
    const before = performance.now()
    if (times.length >= least && before - started > seconds * 1000) break
    said.push(await subject.ask(text))
    times.push(performance.now() - before)
  }
  // What an answer puts off is part of its price.
  await subject.settle?.()
  const perSecond = times.length / ((performance.now() - started) / 1000)
  return { times, perSecond, ...judge(questions, said) }
}

const MISSES_KEPT = 100

function judge(questions: readonly BenchQuestion[], said: readonly Said[]) {
  const tallies: Partial<Record<QuestionKind, Tally>> = {}
  const misses: Miss[] = []
  const wrong: Miss[] = []
  for (const [index, one] of said.entries()) {
    const question = questions[index]
    if (question === undefined) break
    const { kind, text, due } = question
    const tally = tallies[kind] ?? { asked: 0, right: 0, wrong: 0, offered: 0 }
    tallies[kind] = tally
    tally.asked++
    if (isRight(question, one)) {
      tally.right++
      continue
    }
    if (one.type === 'figure') tally.wrong++
    if (one.type === 'asked back' && due && one.offersDue(due)) tally.offered++
    const kept = one.type === 'figure' ? wrong : misses
    kept.push({ kind, text, said: toldOf(one) })
  }
  const room = Math.max(0, MISSES_KEPT - wrong.length)
  return { tallies, misses: [...wrong, ...misses.slice(0, room)] }
}

const toldOf = (said: Said): string =>
  said.type === 'figure' ? `${said.indicator}، ${said.place}، ${said.year}` : said.type

/** Questions a second with some of them under way at a time. */
export async function throughputOf(
  { ask, settle }: Subject,
  questions: readonly BenchQuestion[],
  { seconds, atOnce }: { seconds: number; atOnce: number },
): Promise<number> {
  let next = 0
  const started = performance.now()
  const until = started + seconds * 1000
  const askOn = async () => {
    while (performance.now() < until) await ask(questions[next++ % questions.length]?.text ?? '')
  }
  await Promise.all(Array.from({ length: atOnce }, askOn))
  await settle?.()
  return next / ((performance.now() - started) / 1000)
}

function isRight({ due }: BenchQuestion, said: Said): boolean {
  if (due === null) return said.type !== 'figure'
  return (
    said.type === 'figure' &&
    said.indicator === due.indicator.name &&
    said.place === due.place.name &&
    said.year === String(due.year)
  )
}

/** The value that a share of all lies at or below; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export interface Latency {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export const latencyOf = (times: readonly number[]): Latency => ({
  count: times.length,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  p99: quantile(times, 0.99),
})

export interface Memory {
  /** Megabytes of the whole process, and of its JavaScript heap. */
  readonly rss: number
  readonly heap: number
}

/** After the garbage is collected, where Node lets that be asked for (`--expose-gc`). */
export function memoryNow(): Memory {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { rss: rss / 1e6, heap: heapUsed / 1e6 }
}
