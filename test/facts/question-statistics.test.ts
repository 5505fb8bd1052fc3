import { describe, expect, it } from 'vitest'
import { logQuestion } from '../../src/facts/question-log.ts'
import { questionStatistics } from '../../src/facts/question-statistics.ts'
import { FACTORIES, FINANCE, freshStore, NOW } from './store-for-tests.ts'

const DAY = 24 * 60 * 60 * 1000

describe('what was asked lately', () => {
  it('is counted by day in Tehran, by status, person and indicator', async () => {
    const store = await freshStore()
    const log = (daysAgo: number, telegramId: number, status: string, indicator: string | null) =>
      logQuestion(store.db, {
        chatId: telegramId,
        telegramId,
        question: 'پرسش',
        status,
        detail: { indicator },
        now: new Date(NOW.getTime() - daysAgo * DAY),
      })
    await log(0, 1, 'answered', FACTORIES)
    await log(0, 2, 'not_found', FACTORIES)
    await log(1, 1, 'answered', FINANCE)
    await log(2, 1, 'help', null)
    await log(9, 3, 'answered', FINANCE)
    expect(await questionStatistics(store.db, 3, NOW)).toEqual({
      questions: 3,
      byStatus: { answered: 2, not_found: 1 },
      people: 2,
      indicators: [
        { name: FACTORIES, count: 2 },
        { name: FINANCE, count: 1 },
      ],
      days: [
        { day: '2026-11-22', asked: 0, answered: 0 },
        { day: '2026-11-23', asked: 1, answered: 1 },
        { day: '2026-11-24', asked: 2, answered: 1 },
      ],
    })
  })

  it('is nothing when nobody asked', async () => {
    const store = await freshStore()
    expect(await questionStatistics(store.db, 1, NOW)).toMatchObject({ questions: 0, people: 0 })
  })
})
