import Big from 'big.js'
import type { Token } from './tokens.ts'

/** A number in digits, as one token, with what else its separators could have meant. */
export interface Literal {
  readonly value: Big
  /** Digits after the decimal separator, zeros at the end included. */
  readonly decimals: number
  readonly doubt?: { readonly kind: LiteralDoubt; readonly value: Big; readonly decimals: number }
}

export type LiteralDoubt = 'reversed-decimal' | 'thousands-or-decimal'

/** More digits than any figure has: a number this long is a code. */
const LONGEST = 40
const GROUP = /^\d{3}$/
const THOUSANDS = ',٬،'

/**
 * Reads the digits of a number token. Null for what is no quantity: dates («1403/07/15»), versions
 * («1.2.3»), codes with leading zeros. Persian news writes decimals with a dot or a slash, and so
 * does some of it the thousands; where both are possible the literal carries the doubt.
 */
export function readLiteral(token: Token): Literal | null {
  if (token.kind !== 'number' || token.text.length > LONGEST) return null
  const groups = token.text.split(/[.,/٫٬،]/)
  const separators = [...token.text].filter((character) => !/\d/.test(character))
  const first = groups[0] ?? ''
  if (first.length > 1 && first.startsWith('0')) return null
  const last = separators.at(-1)
  if (last === undefined) return whole(groups)
  if (separators.length === 1) return withOneSeparator(first, groups[1] ?? '', last, token)
  if (separators.every((separator) => separator === last)) {
    return last !== '/' && areThousands(groups) ? whole(groups) : null
  }
  return withThousandsAndDecimals(groups, separators)
}

function areThousands(groups: readonly string[]): boolean {
  const [first = '', ...others] = groups
  return /^[1-9]\d{0,2}$/.test(first) && others.every((group) => GROUP.test(group))
}

function whole(groups: readonly string[]): Literal {
  return { value: new Big(groups.join('')), decimals: 0 }
}

function decimal(integer: string, fraction: string): Literal {
  return { value: new Big(`${integer}.${fraction}`), decimals: fraction.length }
}

function doubtful(said: Literal, kind: LiteralDoubt, other: Literal): Literal {
  return { ...said, doubt: { kind, value: other.value, decimals: other.decimals } }
}

function withOneSeparator(a: string, b: string, separator: string, token: Token): Literal | null {
  const grouped = areThousands([a, b])
  if (separator === '٫') return decimal(a, b)
  if (separator === '.') {
    const said = decimal(a, b)
    return grouped ? doubtful(said, 'thousands-or-decimal', whole([a, b])) : said
  }
  if (THOUSANDS.includes(separator)) {
    if (grouped) return whole([a, b])
    return doubtful(decimal(a, b), 'thousands-or-decimal', whole([a, b]))
  }
  return withSlash(a, b, grouped, token)
}

/**
 * «۱/۵» is 1.5. With Latin digits news archives of the 1380s hold the two sides in the order in
 * which they were seen, so «8/19» is 19.8: all seven such literals that were annotated by hand, in
 * three reports, are meant so. That is little, and a modern writer may mean 8.19: always in doubt.
 */
function withSlash(a: string, b: string, grouped: boolean, token: Token): Literal | null {
  const yearBefore = /^1[234]\d\d$/.test(a)
  if (yearBefore && (b.length === 4 || (b.length <= 2 && Number(b) <= 12))) return null
  if (token.latinDigits && a !== '0') return reversed(a, b)
  if (grouped) return doubtful(decimal(a, b), 'thousands-or-decimal', whole([a, b]))
  return decimal(a, b)
}

function reversed(a: string, b: string): Literal {
  return doubtful(decimal(b, a), 'reversed-decimal', decimal(a, b))
}

/** «2/ 11 درصد» is 11.2: a reversed decimal whose sides are set apart. */
export function readSpacedSlash(tokens: readonly Token[], at: number): Literal | null {
  const [a, slash, b] = tokens.slice(at, at + 3)
  if (a === undefined || slash?.text !== '/' || !slash.joined || b === undefined) return null
  if (b.joined || !a.latinDigits || !b.latinDigits) return null
  return /^\d{1,2}$/.test(a.text) && /^[1-9]\d{0,3}$/.test(b.text) ? reversed(a.text, b.text) : null
}

/** «1,234.56», «۱٬۲۳۴٫۵»: groups of three, then another separator and the decimals. */
function withThousandsAndDecimals(
  groups: readonly string[],
  separators: readonly string[],
): Literal | null {
  const integer = groups.slice(0, -1)
  const [thousands, ...others] = separators.slice(0, -1)
  if (!areThousands(integer) || thousands === '/' || thousands === '٫') return null
  if (others.some((separator) => separator !== thousands)) return null
  return decimal(integer.join(''), groups.at(-1) ?? '')
}
