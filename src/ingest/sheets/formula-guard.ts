/** Beginnings that make a spreadsheet program take a CSV cell for a formula, apostrophes before them or not. */
const FORMULA_LIKE = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+(?:[.٫]\d+)?$/

/** A text for a CSV cell that no spreadsheet program runs as a formula; numbers stay numbers. */
export function guarded(text: string): string {
  return FORMULA_LIKE.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

/** Takes away what {@link guarded} has put before a text. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
