import { describe, expect, it } from 'vitest'
import { closeDraft, openDraft, saveDraft } from '../../src/facts/drafts.ts'
import { recentQuestions } from '../../src/facts/question-log.ts'
import { DAYS_KEPT, sweep } from '../../src/facts/retention.ts'
import { added, NOW, storeWithVocabulary } from './store-for-tests.ts'

const OWNER = { chatId: 5, telegramId: 9 }
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000)

describe('what is past its time', () => {
  it('goes, and the rest stays', async () => {
    const { db, afterwards } = await storeWithVocabulary()
    const log = (question: string, now: Date) =>
      afterwards.log({ ...OWNER, question, status: 'answered', now })
    log('پیر', daysAgo(DAYS_KEPT.questionLog + 1))
    log('جوان', daysAgo(DAYS_KEPT.questionLog - 1))
    const old = afterwards.keep({ chatId: 5, kind: 'pages', payload: 1 }, daysAgo(401))
    const young = afterwards.keep({ chatId: 5, kind: 'pages', payload: 1 }, daysAgo(399))
    afterwards.setState(OWNER, 'choices', [], daysAgo(31))
    afterwards.remember(5, 'چند؟', daysAgo(31))
    await afterwards.settled()

    expect(await sweep(db, NOW)).toMatchObject({
      question_log: 1,
      kept: 1,
      chat_state: 1,
      conversation: 1,
    })
    expect(await recentQuestions(db, 9)).toEqual(['جوان'])
    expect(await afterwards.payloadOf(old)).toBeNull()
    expect(await afterwards.payloadOf(young)).not.toBeNull()
    expect(await sweep(db, NOW)).toMatchObject({ question_log: 0, kept: 0 })
  })

  it('is a draft that nobody touched, but for one that waits for an admin', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const { db } = store
    const draft = (kind: string, now: Date) => saveDraft(db, { ...OWNER, kind, payload: {} }, now)
    const pending = await draft('pending', daysAgo(91))
    const proposed = await draft('proposed', daysAgo(91))
    const settled = await draft('proposed', daysAgo(91))
    await closeDraft(db, settled, null, daysAgo(91))
    const dialog = await draft('dialog', daysAgo(89))
    expect(await sweep(db, NOW)).toMatchObject({ draft: 2 })
    expect(await openDraft(db, pending)).toBeNull()
    expect(await openDraft(db, proposed)).not.toBeNull()
    expect(await openDraft(db, dialog)).not.toBeNull()
  })

  it('goes in many small steps', async () => {
    const { db, afterwards } = await storeWithVocabulary()
    for (let index = 0; index < 1200; index++)
      afterwards.log({ ...OWNER, question: 'چند؟', status: 'help', now: daysAgo(500) })
    await afterwards.settled()
    expect(await sweep(db, NOW)).toMatchObject({ question_log: 1200 })
  })
})
