import { isLeapJalaaliYear, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js'

/** A day of the Jalali (Solar Hijri) calendar; months and days count from 1. */
export interface JalaliDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Years outside these are taken for something else; jalaali-js is checked against Intl within them. */
export const FIRST_YEAR = 1200
export const LAST_YEAR = 1599

const tehran = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tehran',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day that a clock in Tehran shows, as a Gregorian ISO day (`2025-11-24`). */
export function todayInTehran(now: Date): string {
  const second = Math.floor(now.getTime() / 1000)
  if (second !== lastAsked.second) lastAsked = { second, day: dayInTehran(now) }
  return lastAsked.day
}

/** Of the second that was asked about last: all questions of one second ask for the same day. */
let lastAsked = { second: Number.NaN, day: '' }

function dayInTehran(now: Date): string {
  const parts = new Map(tehran.formatToParts(now).map(({ type, value }) => [type, value]))
  const year = (parts.get('year') ?? '').padStart(4, '0')
  return `${year}-${parts.get('month')}-${parts.get('day')}`
}

/** The Jalali day of a Gregorian ISO day. Throws RangeError when it is not one. */
export function jalaliOf(isoDay: string): JalaliDay {
  if (!isIsoDay(isoDay)) throw new RangeError(`not an ISO day (YYYY-MM-DD): ${isoDay}`)
  const [year, month, day] = isoDay.split('-').map(Number) as [number, number, number]
  const { jy, jm, jd } = toJalaali(year, month, day)
  return { year: jy, month: jm, day: jd }
}

/** Whether a text is a day that exists in the Gregorian calendar, as `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The Gregorian ISO day of a Jalali day. Throws RangeError when the day does not exist. */
export function isoOf({ year, month, day }: JalaliDay): string {
  if (!isJalaliDay({ year, month, day })) {
    throw new RangeError(`no such Jalali day: ${year}-${month}-${day}`)
  }
  const { gy, gm, gd } = toGregorian(year, month, day)
  return `${gy}-${String(gm).padStart(2, '0')}-${String(gd).padStart(2, '0')}`
}

/** Whether the day exists: month 1–12, day within the month, year 1200–1599. */
export function isJalaliDay({ year, month, day }: JalaliDay): boolean {
  if (![year, month, day].every(Number.isInteger)) return false
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false
  return day >= 1 && day <= monthLength(year, month)
}

/** 31 days from Farvardin to Shahrivar, 30 to Bahman, Esfand 29, or 30 in a leap year. */
export function monthLength(year: number, month: number): number {
  return jalaaliMonthLength(year, month)
}

export function isLeapYear(year: number): boolean {
  return isLeapJalaaliYear(year)
}

/** The day `days` later (earlier when negative). */
export function addDays(isoDay: string, days: number): string {
  const time = Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000
  return new Date(time).toISOString().slice(0, 10)
}
