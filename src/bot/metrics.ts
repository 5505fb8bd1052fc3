import type { MiddlewareFn, Transformer } from 'grammy'
import type { Asker } from '../answers/asker.ts'
import type { BotContext } from './services.ts'

/** Upper bounds of the histogram, in seconds. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

const HELP = {
  arqam_updates_total: ['counter', 'Updates that were handled, by kind.'],
  arqam_answers_total: ['counter', 'Questions that were answered, by status.'],
  arqam_limited_total: ['counter', 'Updates left unanswered since they came too fast, by reason.'],
  arqam_api_calls_total: ['counter', 'Calls to Telegram, by method and error code.'],
  arqam_log_lines_total: ['counter', 'Lines of the log, by level.'],
  arqam_update_seconds: ['histogram', 'Time that handling an update took.'],
  arqam_store_version: ['gauge', 'Change sets that the store has seen.'],
  arqam_notices_waiting: ['gauge', 'Notices that wait to be sent.'],
  process_start_time_seconds: ['gauge', 'When the process started.'],
  process_resident_memory_bytes: ['gauge', 'Memory of the process.'],
  process_cpu_seconds_total: ['counter', 'Processor time of the process.'],
} as const

export type MetricName = keyof typeof HELP
type Labels = Readonly<Record<string, string>>

/** Counts what the bot does, as Prometheus reads it. Names and texts of people are never in it. */
export interface Metrics {
  count(name: MetricName, labels?: Labels): void
  readonly middleware: MiddlewareFn<BotContext>
  readonly transformer: Transformer
  /** The asker, with its answers counted. */
  counting(asker: Asker): Asker
  /** The text of `/metrics`, with the gauges as they are now. */
  text(gauges: Partial<Record<MetricName, number>>): string
}

export function createMetrics(now: () => number = () => performance.now()): Metrics {
  const counts = new Map<MetricName, Map<string, number>>()
  const buckets = BUCKETS.map(() => 0)
  let seconds = 0
  let observed = 0

  function count(name: MetricName, labels: Labels = {}): void {
    const series = counts.get(name) ?? new Map<string, number>()
    counts.set(name, series)
    const key = labelText(labels)
    series.set(key, (series.get(key) ?? 0) + 1)
  }

  function observe(duration: number): void {
    seconds += duration
    observed++
    BUCKETS.forEach((bound, index) => {
      if (duration <= bound) buckets[index] = (buckets[index] ?? 0) + 1
    })
  }

  return {
    count,
    async middleware(ctx, next) {
      const started = now()
      try {
        await next()
      } finally {
        const kind = Object.keys(ctx.update).find((name) => name !== 'update_id') ?? 'unknown'
        count('arqam_updates_total', { kind })
        observe((now() - started) / 1000)
      }
    },
    async transformer(previous, method, payload, signal) {
      const outcome = (code: string) => count('arqam_api_calls_total', { method, code })
      try {
        const response = await previous(method, payload, signal)
        outcome(response.ok ? '200' : String(response.error_code))
        return response
      } catch (error) {
        outcome('network')
        throw error
      }
    },
    counting: (asker) => ({
      async ask(text, context) {
        const answer = await asker.ask(text, context)
        count('arqam_answers_total', { status: answer.status })
        return answer
      },
      answer: (question, context) => asker.answer(question, context),
    }),
    text(gauges) {
      const lines: string[] = []
      const head = (name: MetricName) => {
        const [type, help] = HELP[name]
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
      }
      for (const [name, series] of counts) {
        head(name)
        for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`)
      }
      head('arqam_update_seconds')
      BUCKETS.forEach((bound, index) => {
        lines.push(`arqam_update_seconds_bucket{le="${bound}"} ${buckets[index]}`)
      })
      lines.push(
        `arqam_update_seconds_bucket{le="+Inf"} ${observed}`,
        `arqam_update_seconds_sum ${seconds}`,
        `arqam_update_seconds_count ${observed}`,
      )
      for (const name of Object.keys(HELP).filter(isMetric)) {
        if (gauges[name] === undefined) continue
        head(name)
        lines.push(`${name} ${gauges[name]}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}

const isMetric = (name: string): name is MetricName => Object.hasOwn(HELP, name)

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
