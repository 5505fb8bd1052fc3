import { describe, expect, it } from 'vitest'
import { describeChange } from '../../src/facts/change-texts.fa.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { changeSetsOf, historyOf } from '../../src/facts/history.ts'
import { putMember } from '../../src/facts/members.ts'
import type { Store } from '../../src/facts/open.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { added, by, FACTORIES, NOW, storeWithVocabulary } from './store-for-tests.ts'

const apply = (store: Store, ...operations: Operation[]) =>
  applyChanges(store, by('بهار'), operations)

const toNumber = (observationId: number, expectedRevision: number, digits: string): Operation => ({
  type: 'correct_observation',
  observationId,
  expectedRevision,
  content: { quantity: { digits, decimals: 1, power: 6, unit: 'واحد' } },
})

describe('the history of an observation', () => {
  it('tells every revision with who made it', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const { changeSet } = await apply(store, toNumber(id, 1, '125'))
    await undoChangeSet(store, by('مهر'), changeSet.id)
    await apply(store, { type: 'retire_observation', observationId: id, expectedRevision: 3 })
    const history = await historyOf(store.db, id)
    expect(
      history.map(({ revision, value, retired, changeSet }) => [
        revision,
        value,
        retired,
        changeSet.actor,
      ]),
    ).toEqual([
      [1, 37, false, 'الف'],
      [2, 12_500_000, false, 'بهار'],
      [3, 37, false, 'مهر'],
      [4, 37, true, 'بهار'],
    ])
  })
})

describe('the change sets', () => {
  it('come newest first, say what they did, and what undid them', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const { changeSet } = await apply(
      store,
      toNumber(id, 1, '125'),
      { type: 'rename_indicator', indicatorId: { name: FACTORIES }, name: 'بازگشت واحدها' },
      { type: 'add_alias', target: 'place', targetId: { name: 'قم' }, text: 'شهر قم' },
    )
    const undone = await undoChangeSet(store, by('مهر'), changeSet.id)
    const [last, change, first] = await changeSetsOf(store.db)
    expect(last).toMatchObject({ actor: 'مهر', undoesId: changeSet.id, undoneById: null, size: 4 })
    expect(last?.things.map(describeChange)).toContain(
      `تصحیح ۱: ${FACTORIES}، قم، سال ۱۳۹۹: ۱۲٫۵ میلیون واحد ← ۳۷ واحد`,
    )
    expect(change).toMatchObject({ id: changeSet.id, undoneById: undone.changeSet.id })
    expect(change?.things.map(describeChange)).toEqual([
      `تغییر شاخص: ${FACTORIES} ← بازگشت واحدها`,
      `افزودن نام دیگر: ${FACTORIES}`,
      'افزودن نام دیگر: شهر قم',
      `تصحیح ۱: ${FACTORIES}، قم، سال ۱۳۹۹: ۳۷ واحد ← ۱۲٫۵ میلیون واحد`,
    ])
    expect(first?.things.map(describeChange)).toEqual([
      `افزودن ۱: ${FACTORIES}، قم، سال ۱۳۹۹: ۳۷ واحد`,
    ])
  })

  it('say which field was corrected, and the role of a member', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store, { qualifier: 'more_than' })
    await apply(store, {
      type: 'correct_observation',
      observationId: id,
      expectedRevision: 1,
      content: { speaker: 'استاندار', period: '1398' },
    })
    await putMember(store, by('الف'), { telegramId: 9, name: 'بهار', role: 'editor' })
    await putMember(store, by('الف'), { telegramId: 9, name: 'بهار', role: 'admin' })
    const sets = await changeSetsOf(store.db, { limit: 3 })
    expect(sets.flatMap(({ things }) => things.map(describeChange))).toEqual([
      'تغییر عضو: بهار (ویراستار) ← بهار (مدیر)',
      'افزودن عضو: بهار (ویراستار)',
      `تصحیح ۱: ${FACTORIES}، قم، سال ۱۳۹۸: بیش از ۳۷ واحد (دوره، گوینده)`,
    ])
  })

  it('can be had of one observation, of one person, since a day, a page at a time', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await added(store)
    await apply(store, toNumber(id, 1, '125'))
    const ids = async (filter: Parameters<typeof changeSetsOf>[1]) =>
      (await changeSetsOf(store.db, filter)).map((set) => set.id)
    expect(await ids({ observationId: id })).toEqual([4, 2])
    expect(await ids({ actorTelegramId: 'بهار'.length })).toEqual([4])
    expect(await ids({ since: NOW })).toEqual([4, 3, 2, 1])
    expect(await ids({ since: new Date(NOW.getTime() + 1) })).toEqual([])
    expect(await ids({ limit: 1, offset: 1 })).toEqual([3])
  })
})
