import { type Logger, pino } from 'pino'
import type { Configuration } from './configuration.ts'

export type LogLevel = NonNullable<Configuration['LOG_LEVEL']>

/** Structured lines on standard error; secrets are taken out of each line, whoever wrote it. */
export function createLogger(level: LogLevel, redact: (text: string) => string): Logger {
  return pino({ level, base: null }, { write: (line) => process.stderr.write(redact(line)) })
}
