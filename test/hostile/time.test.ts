import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { holdLease } from '../../src/facts/leases.ts'
import { isRecent } from '../../src/facts/recent-moment.ts'
import { isLeapYear, jalaliOf, todayInTehran } from '../../src/persian/calendar.ts'
import { parsePeriod } from '../../src/persian/period-notation.ts'
import { labels, openStage } from '../bot/harness.ts'
import { added, FACTORIES, freshStore, storeWithVocabulary } from '../facts/store-for-tests.ts'

const DAY = 24 * 60 * 60 * 1000
const YEAR = 365 * DAY

/** What was asked is kept after the answer was sent. */
const remembered = () => wait(300)

describe('the year changes at midnight in Tehran', () => {
  // UTC+3:30 the whole year since 1402; before that an hour more in summer, which began after Nowruz.
  it.each<[string, string, string, number]>([
    ['2026-03-20T20:29:59Z', '2026-03-20', '1404-12-29', 1404],
    ['2026-03-20T20:30:00Z', '2026-03-21', '1405-1-1', 1405],
    ['2025-03-20T20:29:59Z', '2025-03-20', '1403-12-30', 1403],
    ['2025-03-20T20:30:00Z', '2025-03-21', '1404-1-1', 1404],
    ['2021-03-20T20:29:59Z', '2021-03-20', '1399-12-30', 1399],
    ['2021-03-20T20:30:00Z', '2021-03-21', '1400-1-1', 1400],
    ['2021-03-21T19:29:59Z', '2021-03-21', '1400-1-1', 1400],
    ['2021-03-22T19:29:59Z', '2021-03-22', '1400-1-2', 1400],
    ['2021-03-22T19:30:00Z', '2021-03-23', '1400-1-3', 1400],
  ])('%s is %s, %s', (instant, day, jalali, year) => {
    expect(todayInTehran(new Date(instant))).toBe(day)
    const read = jalaliOf(day)
    expect(`${read.year}-${read.month}-${read.day}`).toBe(jalali)
    expect(read.year).toBe(year)
  })

  it('has a last day of Esfand more in leap years only', () => {
    expect([1399, 1403, 1404, 1408].map(isLeapYear)).toEqual([true, true, false, true])
    expect(parsePeriod('1403-12-30')).not.toBeNull()
    expect(parsePeriod('1404-12-30')).toBeNull()
  })

  it('and «پارسال» with it, from one second to the next', async () => {
    const store = await storeWithVocabulary()
    const year = (period: string, digits: string) =>
      added(store, { period, quantity: { digits, decimals: 0, power: 0, unit: 'واحد' } })
    await year('1403', '31')
    await year('1404', '41')
    const asker = createAsker(store)
    const valueAt = async (instant: string) => {
      const context = { now: new Date(instant), previous: null, defaultPlaceId: null }
      const answer = await asker.ask(`${FACTORIES} قم پارسال`, context)
      return answer.figures.map(({ value, period }) => [value, period])
    }
    expect(await valueAt('2026-03-20T20:29:59Z')).toEqual([[31, '1403']])
    expect(await valueAt('2026-03-20T20:30:00Z')).toEqual([[41, '1404']])
  })
})

describe('a clock that jumps', () => {
  it('makes nothing recent that is far from now, before or after', () => {
    const now = new Date('2026-03-21T00:00:00Z')
    const at = (offset: number) => new Date(now.getTime() + offset).toISOString()
    expect([-1001, -1000, 0, 1000, 1001].map((one) => isRecent(at(one), now, 1000))).toEqual([
      ...[false, true, true, true, false],
    ])
    expect(isRecent('no moment', now, 1000)).toBe(false)
  })

  it('leaves no work held by one whose clock was a year ahead', async () => {
    const { db } = await freshStore()
    const now = new Date('2026-03-21T00:00:00Z')
    expect(await holdLease(db, 'work', 'a', new Date(now.getTime() + YEAR), 60_000)).toBe(true)
    expect(await holdLease(db, 'work', 'b', now, 60_000)).toBe(true)
    // An hour later it is held as any other.
    expect(await holdLease(db, 'work', 'a', new Date(now.getTime() + 1000), 60_000)).toBe(false)
  })

  it('gives up what the bot waited to hear, whichever way it jumps', async () => {
    const stage = await openStage()
    for (const jump of [YEAR, -YEAR]) {
      await stage.say(stage.owner, '/add')
      stage.pass(jump)
      const told = await stage.say(stage.owner, FACTORIES)
      expect(labels(told)).not.toContain('انصراف')
      expect(told.text).not.toContain('مرحله')
    }
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('takes no follow-up for one on a question of another time', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const stage = await openStage({ store, asker: createAsker })
    const { sara } = stage
    expect((await stage.say(sara, `${FACTORIES} قم`)).text).toContain('۳۷ واحد')
    await remembered()
    stage.pass(YEAR)
    expect((await stage.say(sara, 'منبعش؟')).text).not.toContain('۳۷ واحد')
    expect((await stage.say(sara, `${FACTORIES} قم`)).text).toContain('۳۷ واحد')
    await remembered()
    stage.pass(-YEAR)
    expect((await stage.say(sara, 'منبعش؟')).text).not.toContain('۳۷ واحد')
  })

  it('keeps nobody from hearing news', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const stage = await openStage({ store, asker: createAsker })
    const { sara, server } = stage
    const answer = await stage.say(sara, `${FACTORIES} قم`)
    await stage.press(sara, answer, 'خبرم کن')
    for (const [jump, period] of [
      [YEAR, '1400'],
      [-2 * YEAR, '1401'],
      [YEAR, '1402'],
    ] as const) {
      stage.pass(jump)
      await added(store, { period })
      expect((await server.nextMessage(sara.chat.id)).text).toContain('۳۷ واحد')
    }
  })

  it('makes no question wait for the pace', async () => {
    const stage = await openStage()
    for (let index = 0; index < 25; index++) await stage.say(stage.sara, 'سلام')
    stage.pass(-YEAR)
    await stage.say(stage.sara, 'سلام')
    stage.pass(60_000)
    for (let index = 0; index < 25; index++) {
      expect((await stage.say(stage.sara, 'سلام')).text).not.toContain('تندتر')
    }
  })
})
