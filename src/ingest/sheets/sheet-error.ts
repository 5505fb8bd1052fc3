export type SheetErrorCode =
  | 'cannot_open'
  | 'unknown_format'
  | 'old_excel'
  | 'broken_file'
  | 'too_large'
  | 'too_slow'
  | 'wrong_encoding'
  | 'no_headings'
  | 'missing_columns'
  | 'duplicate_heading'
  | 'broken_csv'
  | 'broken_json'

/** A file that cannot be read; its message is Persian, says what to do, and may be shown as it is. */
export class SheetError extends Error {
  readonly code: SheetErrorCode

  constructor(code: SheetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SheetError'
    this.code = code
  }
}
