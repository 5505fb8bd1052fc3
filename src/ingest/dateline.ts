import { fold } from '../persian/normalise.ts'
import { periodSpan } from '../persian/period-notation.ts'
import { findPeriodsInText } from '../persian/periods.ts'
import { DATELINE_WORDS } from './words/datelines.ts'

/** A date stands at the head of a report or nowhere. */
const LINES = 5
const LONGEST = 80
/** A full date does not depend on it. */
const ANY_DAY = '2021-03-21'
const WORDS = new Set(DATELINE_WORDS.map(fold))

/**
 * The day that a line of its own at the head of a report gives («یکشنبه ۱۲ اردیبهشت ۱۴۰۰»), as a
 * Gregorian ISO day; null when there is none.
 */
export function datelineDay(text: string): string | null {
  const lines = text.slice(0, 2000).split(/[\n\r]+/)
  for (const line of lines.filter((one) => one.trim() !== '').slice(0, LINES)) {
    if (line.length > LONGEST) continue
    const day = findPeriodsInText(line, ANY_DAY).find(
      ({ shape, basis }) => shape === 'day' && basis === 'stated',
    )
    if (day === undefined || day.period === '') continue
    const rest = fold(line.slice(0, day.start) + line.slice(day.end)).replace(/\(.*\)/, '')
    const words = rest.match(/\p{L}+/gu) ?? []
    if (words.every((word) => WORDS.has(word))) return periodSpan(day.period).lastDay
  }
  return null
}
