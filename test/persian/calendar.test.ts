import { describe, expect, it } from 'vitest'
import {
  addDays,
  isIsoDay,
  isJalaliDay,
  isLeapYear,
  isoOf,
  jalaliOf,
  monthLength,
  todayInTehran,
} from '../../src/persian/calendar.ts'

const intl = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

function byIntl(isoDay: string) {
  const parts = intl.formatToParts(new Date(`${isoDay}T12:00:00Z`))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

describe('the Jalali calendar', () => {
  it('agrees with Intl on Nowruz and the day before it, 1300 to 1500', () => {
    for (let year = 1300; year <= 1500; year++) {
      const nowruz = isoOf({ year, month: 1, day: 1 })
      expect(byIntl(nowruz)).toEqual({ year, month: 1, day: 1 })
      const last = addDays(nowruz, -1)
      expect(jalaliOf(last)).toEqual(byIntl(last))
    }
  })

  it('counts 365 days a year, 366 in a leap year, and every month to its length', () => {
    for (let year = 1300; year <= 1500; year++) {
      const lengths = Array.from({ length: 12 }, (_, index) => monthLength(year, index + 1))
      expect(lengths.slice(0, 11)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30])
      expect(lengths[11]).toBe(isLeapYear(year) ? 30 : 29)
      const next = isoOf({ year: year + 1, month: 1, day: 1 })
      const days = lengths.reduce((sum, length) => sum + length, 0)
      expect(addDays(isoOf({ year, month: 1, day: 1 }), days)).toBe(next)
    }
  })

  it.each([1395, 1399, 1403, 1408, 1412])('%i is a leap year', (year) => {
    expect(isLeapYear(year)).toBe(true)
    expect(isJalaliDay({ year, month: 12, day: 30 })).toBe(true)
  })

  it.each([1396, 1400, 1401, 1402, 1404, 1405])('%i is not', (year) => {
    expect(isLeapYear(year)).toBe(false)
    expect(isJalaliDay({ year, month: 12, day: 30 })).toBe(false)
  })

  // jalaali/jalaali-js test/index.test.ts (MIT)
  it.each([
    [{ year: 1304, month: 1, day: 2 }, '1925-03-22'],
    [{ year: 1378, month: 10, day: 11 }, '2000-01-01'],
    [{ year: 1393, month: 5, day: 13 }, '2014-08-04'],
    [{ year: 1400, month: 1, day: 1 }, '2021-03-21'],
    [{ year: 1403, month: 12, day: 30 }, '2025-03-20'],
    [{ year: 1404, month: 9, day: 3 }, '2025-11-24'],
  ])('%o is %s', (day, iso) => {
    expect(isoOf(day)).toBe(iso)
    expect(jalaliOf(iso)).toEqual(day)
  })

  it('says what is wrong with a day that does not exist', () => {
    expect(() => isoOf({ year: 1404, month: 12, day: 30 })).toThrow(RangeError)
    expect(() => jalaliOf('2025-02-30')).toThrow(RangeError)
    expect(() => jalaliOf('۱۴۰۳')).toThrow(RangeError)
    expect(isIsoDay('2024-02-29')).toBe(true)
    expect(isIsoDay('2025-02-29')).toBe(false)
  })
})

describe('todayInTehran', () => {
  it.each([
    ['2025-11-24T20:29:59Z', '2025-11-24', 'a second before midnight'],
    ['2025-11-24T20:30:00Z', '2025-11-25', 'midnight'],
    ['2025-03-20T20:29:59Z', '2025-03-20', 'the last second of 1403'],
    ['2025-03-20T20:30:00Z', '2025-03-21', 'Nowruz 1404'],
    ['2021-03-20T20:30:00Z', '2021-03-21', 'Nowruz 1400'],
    ['2020-12-31T20:30:00Z', '2021-01-01', 'the Gregorian new year'],
    // Until 1401 Tehran kept summer time (+04:30).
    ['2021-07-01T19:30:00Z', '2021-07-02', 'midnight in the summer time of 1400'],
    ['2025-07-01T19:30:00Z', '2025-07-01', 'no summer time any more'],
  ])('%s is %s (%s)', (now, day) => {
    expect(todayInTehran(new Date(now))).toBe(day)
  })

  it('turns the Jalali year at midnight in Tehran', () => {
    expect(jalaliOf(todayInTehran(new Date('2025-03-20T20:29:59Z'))).year).toBe(1403)
    expect(jalaliOf(todayInTehran(new Date('2025-03-20T20:30:00Z'))).year).toBe(1404)
  })
})
