import { describe, expect, it } from 'vitest'
import { forgetQuestion, lastQuestion, rememberQuestion } from '../../src/facts/conversations.ts'
import {
  changeDraft,
  closeDraft,
  latestDraft,
  openDraft,
  saveDraft,
} from '../../src/facts/drafts.ts'
import { changeSetsOf } from '../../src/facts/history.ts'
import { listMembers, putMember, removeMember, roleOf } from '../../src/facts/members.ts'
import {
  awaitedQuestions,
  logQuestion,
  requestNotice,
  resolveQuestions,
  unansweredQuestions,
} from '../../src/facts/question-log.ts'
import { openReports, reportMistake, resolveReport } from '../../src/facts/reports.ts'
import { changeSettings, DEFAULT_SETTINGS, settingsOf } from '../../src/facts/settings.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { added, by, freshStore, NOW, storeWithVocabulary } from './store-for-tests.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe('members', () => {
  const bahar = { telegramId: 7_000_000_001, name: 'بهار', role: 'editor' } as const

  it('have the role they were given until they are removed', async () => {
    const store = await freshStore()
    expect(await roleOf(store.db, bahar.telegramId, [])).toBeNull()
    await putMember(store, by('الف'), bahar)
    await putMember(store, by('الف'), { ...bahar, role: 'admin' })
    expect(await roleOf(store.db, bahar.telegramId, [])).toBe('admin')
    expect(await listMembers(store.db)).toEqual([{ ...bahar, role: 'admin' }])
    await removeMember(store, by('الف'), bahar.telegramId)
    expect(await roleOf(store.db, bahar.telegramId, [])).toBeNull()
    await putMember(store, by('الف'), bahar)
    expect(await roleOf(store.db, bahar.telegramId, [])).toBe('editor')
  })

  it('are owners when the configuration says so, whatever a chat says', async () => {
    const store = await freshStore()
    await putMember(store, by('الف'), { ...bahar, role: 'member' })
    expect(await roleOf(store.db, bahar.telegramId, [bahar.telegramId])).toBe('owner')
  })

  it('change by change sets, which an undo does not reverse', async () => {
    const store = await freshStore()
    const { changeSet } = await putMember(store, by('الف'), bahar)
    expect(await changeSetsOf(store.db)).toMatchObject([
      { things: [{ type: 'member', action: 'added', after: { role: 'editor' } }] },
    ])
    await expect(undoChangeSet(store, by('ب'), changeSet.id)).rejects.toMatchObject({
      reason: 'member_change',
    })
    expect(await roleOf(store.db, bahar.telegramId, [])).toBe('editor')
  })

  it('who are strangers cannot be removed', async () => {
    await expect(removeMember(await freshStore(), by('الف'), 9)).rejects.toThrow('پیدا نشد')
  })
})

describe('the last question of a chat', () => {
  it('lasts an hour', async () => {
    const { db } = await freshStore()
    await rememberQuestion(db, 5, { indicatorId: 1 }, NOW)
    await rememberQuestion(db, 5, { indicatorId: 2 }, NOW)
    expect(await lastQuestion(db, 5, later(60))).toEqual({ indicatorId: 2 })
    expect(await lastQuestion(db, 5, later(61))).toBeNull()
    expect(await lastQuestion(db, 6, NOW)).toBeNull()
    await forgetQuestion(db, 5)
    expect(await lastQuestion(db, 5, NOW)).toBeNull()
  })
})

describe('the settings of a chat', () => {
  it('change one at a time', async () => {
    const { db } = await storeWithVocabulary()
    expect(await settingsOf(db, 5)).toEqual(DEFAULT_SETTINGS)
    await changeSettings(db, 5, { defaultPlaceId: 2 })
    await changeSettings(db, 5, { digits: 'latin' })
    expect(await settingsOf(db, 5)).toEqual({ defaultPlaceId: 2, digits: 'latin', moneyUnit: null })
  })
})

describe('the log of questions', () => {
  it('lists what found no answer until it is dealt with', async () => {
    const { db } = await freshStore()
    const ask = (question: string, status: string) =>
      logQuestion(db, {
        chatId: 5,
        telegramId: 5,
        question,
        status,
        detail: { place: 'قم' },
        now: NOW,
      })
    await ask('تولید سیب قم؟', 'answered')
    const missing = await ask('تولید به قم؟', 'not_found')
    const strange = await ask('هوا چطور است؟', 'not_understood')
    expect((await unansweredQuestions(db)).map(({ id }) => id)).toEqual([strange, missing])
    await requestNotice(db, missing)
    expect(await awaitedQuestions(db)).toMatchObject([
      { id: missing, chatId: 5, wantsNotice: true, detail: { place: 'قم' } },
    ])
    await resolveQuestions(db, [missing], NOW)
    expect(await awaitedQuestions(db)).toEqual([])
    expect((await unansweredQuestions(db)).map(({ id }) => id)).toEqual([strange])
  })
})

describe('reports of mistakes', () => {
  it('stay open until someone closes them', async () => {
    const store = await storeWithVocabulary()
    const observationId = await added(store)
    const id = await reportMistake(store.db, {
      chatId: 5,
      telegramId: 5,
      observationId,
      text: 'عدد ۳۸ است',
      reportedAt: NOW,
    })
    expect(await openReports(store.db)).toMatchObject([{ id, observationId }])
    expect(await resolveReport(store.db, id, 'الف', NOW)).toBe(true)
    expect(await resolveReport(store.db, id, 'الف', NOW)).toBe(false)
    expect(await openReports(store.db)).toEqual([])
  })
})

describe('drafts', () => {
  it('are open until they are closed, once', async () => {
    const { db } = await freshStore()
    const draft = { chatId: 5, telegramId: 6, kind: 'add', payload: { step: 1 } }
    const id = await saveDraft(db, draft, NOW)
    expect(await changeDraft(db, id, { step: 2 }, NOW)).toBe(true)
    expect(await openDraft(db, id)).toMatchObject({ ...draft, payload: { step: 2 } })
    expect((await latestDraft(db, 5, 6))?.id).toBe(id)
    expect(await latestDraft(db, 5, 6, 'import')).toBeNull()
    expect(await latestDraft(db, 5, 7)).toBeNull()
    expect(await closeDraft(db, id, null, NOW)).toBe(true)
    expect(await closeDraft(db, id, null, NOW)).toBe(false)
    expect(await changeDraft(db, id, { step: 3 }, NOW)).toBe(false)
    expect(await openDraft(db, id)).toBeNull()
  })
})
