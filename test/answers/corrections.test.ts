import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { observationById } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import type { ObservationContent } from '../../src/facts/types.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { added, by, FACTORIES, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'

const quantity = (digits: string) => ({ digits, decimals: 0, power: 0, unit: 'واحد' })

async function correct(store: Store, id: number, content: Partial<ObservationContent>) {
  const expectedRevision = (await observationById(store.db, id))?.revision ?? 0
  const { changeSet } = await applyChanges(store, by('الف'), [
    { type: 'correct_observation', observationId: id, expectedRevision, content },
  ])
  return changeSet.id
}

async function answerOf(store: Store): Promise<string> {
  const context = { now: NOW, previous: null, defaultPlaceId: null }
  return (await createAsker(store).ask(`${FACTORIES} قم در سال ۱۳۹۹`, context)).text
}

describe('a corrected figure', () => {
  it('says what it was before, and when it was corrected', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store, { qualifier: 'more_than' })
    expect(await answerOf(store)).not.toContain('اصلاح')
    await correct(store, id, { quantity: quantity('41'), qualifier: 'exact' })
    expect(await answerOf(store)).toContain(
      'اصلاح شد: پیش‌تر بیش از ۳۷ واحد (تاریخ اصلاح: ۱۴۰۵/۰۹/۰۳)',
    )
  })

  it('says it also after a later change of its source or note', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await correct(store, id, { quantity: quantity('41') })
    await correct(store, id, { note: 'از گزارش تازه' })
    expect(await answerOf(store)).toContain('پیش‌تر ۳۷ واحد')
  })

  it('says nothing when only the note changed, or the correction was undone', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await correct(store, id, { note: 'یادداشت' })
    expect(await answerOf(store)).not.toContain('اصلاح')
    await undoChangeSet(store, by('الف'), await correct(store, id, { quantity: quantity('41') }))
    expect(await answerOf(store)).not.toContain('اصلاح')
  })

  it('says nothing of what was another figure', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store, { period: '1398', quantity: quantity('25') })
    await correct(store, id, { period: '1399', quantity: quantity('37') })
    expect(await answerOf(store)).not.toContain('اصلاح')
  })

  it('stands beside another source that disagrees', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await added(store, {
      quantity: quantity('44'),
      sourceId: { title: 'گزارش', publisher: 'ایسنا' },
    })
    await correct(store, id, { quantity: quantity('41') })
    const answer = await answerOf(store)
    for (const said of ['دو منبع', '۴۱ واحد', '۴۴ واحد', 'ایرنا', 'ایسنا', 'پیش‌تر ۳۷ واحد']) {
      expect(answer).toContain(said)
    }
  })
})

describe('an answer that rests on a corrected figure', () => {
  it.each([
    ['computed', `چند درصد هدف ${FACTORIES} قم در سال ۱۳۹۹ محقق شد`],
    ['compared', `مقایسه ${FACTORIES} قم و یزد در ۱۳۹۹`],
  ])('says so as well: %s', async (_, question) => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await added(store, { kind: 'target', quantity: quantity('25') })
    await added(store, { placeId: { name: 'یزد' }, quantity: quantity('40') })
    const ask = async () => {
      const context = { now: NOW, previous: null, defaultPlaceId: null }
      return (await createAsker(store).ask(question, context)).text
    }
    expect(await ask()).not.toContain('اصلاح')
    await correct(store, id, { quantity: quantity('41') })
    expect(await ask()).toContain(
      `${FACTORIES}، قم، سال ۱۳۹۹ (عملکرد): اصلاح شد؛ پیش‌تر ۳۷ واحد (تاریخ اصلاح: ۱۴۰۵/۰۹/۰۳)`,
    )
  })
})
