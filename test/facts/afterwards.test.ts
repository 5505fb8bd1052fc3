import { describe, expect, it } from 'vitest'
import { type Afterwards, createAfterwards } from '../../src/facts/afterwards.ts'
import { storedPayload, storedState } from '../../src/facts/chat-state.ts'
import { lastQuestion } from '../../src/facts/conversations.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { recentQuestions } from '../../src/facts/question-log.ts'
import { freshUrl } from './fresh-url.ts'
import { freshStore, NOW } from './store-for-tests.ts'

const OWNER = { chatId: 5, telegramId: 9 }
const asked = (question: string) => ({
  chatId: 5,
  telegramId: 9,
  question,
  status: 'answered',
  now: NOW,
})

/** Nothing of it is written before the test says so. */
function withGate(store: Store): { afterwards: Afterwards; open(): void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const afterwards = createAfterwards(store.db, {
    ...store.engine,
    async aside(db, work) {
      await opened
      await store.engine.aside(db, work)
    },
  })
  return { afterwards, open }
}

describe('what comes after an answer', () => {
  it('is known at once, and written soon', async () => {
    const store = await freshStore()
    const { afterwards, open } = withGate(store)
    afterwards.remember(5, { indicator: 1 }, NOW)
    afterwards.remember(5, { indicator: 2 }, NOW)
    afterwards.setState(OWNER, 'choices', ['الف'], NOW)
    const id = afterwards.keep({ chatId: 5, kind: 'pages', payload: ['ب'] }, NOW)
    afterwards.log(asked('چند؟'))

    expect(await lastQuestion(store.db, 5, NOW)).toBeNull()
    const settled = afterwards.settled()
    expect(await afterwards.lastQuestion(5, NOW)).toEqual({ indicator: 2 })
    expect(await afterwards.stateOf(OWNER, 'choices')).toMatchObject({ payload: ['الف'] })
    expect(await afterwards.payloadOf(id)).toEqual({ chatId: 5, kind: 'pages', payload: ['ب'] })
    open()
    await settled
    expect(await lastQuestion(store.db, 5, NOW)).toEqual({ indicator: 2 })
    expect(await storedState(store.db, OWNER, 'choices')).toMatchObject({ payload: ['الف'] })
    expect(await storedPayload(store.db, id)).toMatchObject({ payload: ['ب'] })
    expect(await recentQuestions(store.db, 5)).toEqual(['چند؟'])
    await afterwards.close()
  })

  it('replaces what was written before', async () => {
    const { afterwards, db } = await freshStore()
    for (const payload of [1, 2]) {
      afterwards.setState(OWNER, 'choices', payload, NOW)
      afterwards.remember(5, payload, NOW)
      await afterwards.settled()
    }
    expect(await storedState(db, OWNER, 'choices')).toMatchObject({ payload: 2 })
    expect(await lastQuestion(db, 5, NOW)).toBe(2)
    expect(await afterwards.lastQuestion(5, new Date(NOW.getTime() + 3_700_000))).toBeNull()
  })

  it('is written when the store closes', async () => {
    const url = await freshUrl()
    const store = await openStore({ url })
    store.afterwards.log(asked('چند؟'))
    await store.close()
    const again = await openStore({ url })
    expect(await recentQuestions(again.db, 5)).toEqual(['چند؟'])
    await again.close()
  })

  it('is tried again when it fails, and newer words win', async () => {
    const store = await freshStore()
    let failures = 1
    const afterwards = createAfterwards(store.db, {
      ...store.engine,
      async aside(db, work) {
        if (failures-- > 0) {
          afterwards.remember(5, 'newer', NOW)
          throw new Error('the disk is full')
        }
        await store.engine.aside(db, work)
      },
    })
    const told: unknown[] = []
    afterwards.onFailure((error) => told.push(error))
    afterwards.remember(5, 'older', NOW)
    afterwards.log(asked('چند؟'))
    await afterwards.settled()
    expect(told).toEqual([new Error('the disk is full')])
    await afterwards.settled()
    expect(await lastQuestion(store.db, 5, NOW)).toBe('newer')
    expect(await recentQuestions(store.db, 5)).toEqual(['چند؟'])
    await afterwards.close()
  })

  it('is bounded: lines of the log are given up, and answers wait for room', async () => {
    const store = await freshStore()
    const { afterwards, open } = withGate(store)
    for (let index = 0; index < 10_500; index++) afterwards.log(asked(String(index)))
    const room = afterwards.room()
    await expect(Promise.race([room, Promise.resolve('no room')])).resolves.toBe('no room')
    open()
    await room
    await afterwards.settled()
    const { count } = await store.db
      .selectFrom('question_log')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(10_000)
    await afterwards.close()
  })
})
