import { isoOf } from '../../persian/calendar.ts'
import { readPeriod } from '../../persian/parse-period.ts'
import { parsePeriod } from '../../persian/period-notation.ts'

/** A Persian date, or a Gregorian ISO day, as an ISO day; null when it is neither. */
export function readDay(text: string, today: string): string | null {
  const trimmed = text.trim()
  if (/^(19|20)\d\d-\d\d-\d\d$/.test(trimmed)) {
    return Number.isNaN(Date.parse(trimmed)) ? null : trimmed
  }
  const reading = readPeriod(trimmed, today)
  if ('error' in reading) return null
  const period = parsePeriod(reading.period)
  return period?.unit === 'day' ? isoOf(period) : null
}
