import { type Logger, pino } from 'pino'
import type { Configuration } from './configuration.ts'

export type LogLevel = NonNullable<Configuration['LOG_LEVEL']>

/**
 * Structured lines on standard error; secrets are taken out of each line, whoever wrote it.
 * `onLine` hears the level of each.
 */
export function createLogger(
  level: LogLevel,
  redact: (text: string) => string,
  onLine: (level: string) => void = () => undefined,
): Logger {
  return pino(
    {
      level,
      base: null,
      hooks: {
        logMethod(args, method, number) {
          onLine(pino.levels.labels[number] ?? String(number))
          method.apply(this, args)
        },
      },
    },
    { write: (line) => process.stderr.write(redact(line)) },
  )
}
