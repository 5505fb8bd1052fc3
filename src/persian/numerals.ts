import { joinNeighbours } from './mention-joins.ts'
import { type Found, findUnit } from './mention-units.ts'
import { isNoQuantity, startsLine } from './not-a-quantity.ts'
import { type NumberReading, readNumber } from './number-reading.ts'
import { type NumberQualifier, readQualifierAfter, readQualifierBefore } from './qualifiers.ts'
import { type Token, tokenise } from './tokens.ts'
import { readUnit } from './units.ts'

export type { NumberReading } from './number-reading.ts'
export { readNumber } from './number-reading.ts'
export type { NumberQualifier } from './qualifiers.ts'

export interface UnitMention {
  readonly unit: string
  /** UTF-16 offsets in the original text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A number found in a text. Offsets and `text` span the number with its unit. */
export interface NumberMention extends Omit<NumberReading, 'next'> {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly qualifier: NumberQualifier
  /** Where the words of the qualifier begin, when they stand before the number. */
  readonly qualifierStart?: number
  readonly unit: UnitMention | null
  /** Looks like a year («۱۴۰۳», «سال ۹۷»): take it as a value only for want of a period. */
  readonly yearLike?: boolean
}

/**
 * All numbers of a text in order, each with its unit and qualifier. Left out are dates («دوم خرداد»),
 * times, item numbers of lists, codes, names that hold a number word («چهارمحال») and the article «یک».
 * Who has the tokens of the text already gives them.
 */
export function findNumbers(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): NumberMention[] {
  const found: Found[] = []
  /** Index after the words of the last mention: no word counts for two. */
  let taken = 0
  for (let at = 0; at < tokens.length; ) {
    const from = isBullet(text, tokens, at) ? at + 1 : at
    const reading = readNumber(tokens, from)
    if (reading === null) {
      at = from + 1
      continue
    }
    const mention = describe(tokens, from, taken, reading)
    if (!isNoQuantity(text, tokens, from, reading) && !isArticle(tokens, mention)) {
      found.push(mention)
      taken = mention.next
    }
    at = Math.max(mention.next, reading.next)
  }
  return joinNeighbours(tokens, found).map((mention) => toMention(text, tokens, mention))
}

/** A dash before a number that opens a line of several is a bullet, not a minus. */
function isBullet(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token?.text === '-' && text.includes('\n') && startsLine(text, token.start)
}

function describe(
  tokens: readonly Token[],
  at: number,
  taken: number,
  reading: NumberReading,
): Found {
  const yearLike = isYearLike(tokens, at, reading)
  const early = readQualifierAfter(tokens, reading.next)
  const afterNumber = early?.next ?? reading.next
  const near = yearLike ? null : findUnit(tokens, at, afterNumber, reading)
  const unit = near !== null && near.from < taken ? null : near
  const before = reading.ordinal ? null : readQualifierBefore(tokens, at)
  const end = Math.max(afterNumber, unit?.next ?? 0)
  const late = early ?? readQualifierAfter(tokens, end)
  const bound = before?.qualifier === 'at_most' && !mayBeBounded(tokens, before.from, unit?.name)
  const used = bound ? null : before
  return {
    reading,
    from: Math.min(at, unit?.from ?? at),
    next: Math.max(end, late?.next ?? 0),
    unit,
    qualifier: used?.qualifier ?? late?.qualifier ?? 'exact',
    qualifierFrom: used?.from ?? null,
    yearLike,
  }
}

const TIME = new Set(['سال', 'ماه', 'روز', 'ساعت', 'هفته', 'دقیقه'])
/** After a verb «تا» means «so that»: «برنامه‌ریزی کردیم تا هزار واحد …». */
const VERB = /(?:یم|ند|ید|شد|کرد|داد|است|بود)$/

/** «تا ۴۰ درصد» bounds, «تا ۱۴۰۴» and «از … تا ۳ سال» do not. */
function mayBeBounded(tokens: readonly Token[], from: number, unit: string | undefined): boolean {
  if (tokens[from]?.text !== 'تا' || tokens[from + 1]?.text === 'سقف') return true
  if (unit === 'درصد') return true
  return unit !== undefined && !TIME.has(unit) && !VERB.test(tokens[from - 1]?.text ?? '')
}

const YEAR = /^1[2-4]\d\d$/

/** A bare «۱۴۰۳», or any number of a year after «سال». */
function isYearLike(tokens: readonly Token[], at: number, reading: NumberReading): boolean {
  const token = tokens[at]
  if (reading.form !== 'digits' || token?.kind !== 'number') return false
  const year = YEAR.test(token.text)
  const afterYear = /^سال(?:های|ها)?$/.test(tokens[at - 1]?.text ?? '')
  if (afterYear && (year || /^\d\d$|^(?:19|20)\d\d$/.test(token.text))) return true
  return year && readUnit(tokens, reading.next) === null
}

/** «یک برنامه», «هر دو»: without a unit «یک» is the article, and «هر» makes a pronoun. */
function isArticle(tokens: readonly Token[], mention: Found): boolean {
  const { reading, from } = mention
  if (mention.unit !== null || mention.qualifier !== 'exact' || reading.times) return false
  const word = tokens[from]?.text
  if (tokens[from - 1]?.text === 'هر') return true
  return (word === 'یک' || word === 'یه') && reading.next === from + 1 && tokens.length > 1
}

function toMention(text: string, tokens: readonly Token[], found: Found): NumberMention {
  const { next: _, ...reading } = found.reading
  const ownUnit = found.unit?.shared ? null : found.unit
  const last = Math.max(found.reading.next, ownUnit?.next ?? 0)
  const start = tokens[found.from]?.start ?? 0
  const end = tokens[last - 1]?.end ?? start
  const qualifierStart =
    found.qualifierFrom === null ? undefined : tokens[found.qualifierFrom]?.start
  return {
    ...reading,
    start,
    end,
    text: text.slice(start, end),
    qualifier: found.qualifier,
    ...(qualifierStart === undefined ? {} : { qualifierStart }),
    unit: unitMention(text, tokens, found),
    ...(found.yearLike ? { yearLike: true } : {}),
  }
}

function unitMention(text: string, tokens: readonly Token[], found: Found): UnitMention | null {
  if (found.unit === null) return null
  const before = found.unit.from < found.reading.next && found.unit.from <= found.from
  const start = tokens[found.unit.from]?.start ?? text.length
  const last = before ? found.unit.from : found.unit.next - 1
  const end = Math.max(start, tokens[last]?.end ?? start)
  return { unit: found.unit.name, start, end, text: text.slice(start, end) }
}
