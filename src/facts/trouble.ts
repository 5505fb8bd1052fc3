import { texts } from './texts.fa.ts'

export type Trouble = keyof typeof texts.troubles

/** Codes of SQLite, of PostgreSQL (SQLSTATE) and of the system, and what they come down to. */
const CODES: readonly (readonly [code: RegExp, trouble: Trouble])[] = [
  [/^(?:SQLITE_FULL|53100|ENOSPC|EDQUOT)$/, 'full'],
  [/^(?:SQLITE_READONLY|SQLITE_CANTOPEN|25006$|EROFS$|EACCES$)/, 'readOnly'],
  [/^(?:SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|58030$|XX00[12]$|EIO$)/, 'damaged'],
  [/^(?:57P0[123]|08...|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/, 'away'],
]
/** What pg says of a connection that ended, without a code. */
const ENDED =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/**
 * What is wrong with the store itself, in Persian, when an error of the database means that and
 * nothing of the program's own: the disk is full, nothing may be written, it is out of reach. Null
 * for all else.
 */
export function troubleOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const known = CODES.find(([pattern]) => pattern.test(code))?.[1]
  const isOfDatabase =
    /^(?:SQLITE_|[0-9A-Z]{5}$)/.test(code) || ENDED.test(error.message) || 'severity' in error
  const trouble = known ?? (ENDED.test(error.message) ? 'away' : null)
  return trouble !== null && isOfDatabase ? texts.troubles[trouble] : null
}
