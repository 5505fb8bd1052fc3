import { describe, expect, it } from 'vitest'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { openDraft, saveDraft } from '../../src/facts/drafts.ts'
import { ConflictError } from '../../src/facts/errors.ts'
import {
  countObservations,
  findObservations,
  observationById,
} from '../../src/facts/observations.ts'
import { storeVersion } from '../../src/facts/open.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import {
  added,
  by,
  FACTORIES,
  FINANCE,
  figure,
  NOW,
  storeWithVocabulary,
} from './store-for-tests.ts'

const quantity = (digits: string) => ({ digits, decimals: 0, power: 0, unit: 'واحد' })

describe('applying changes', () => {
  it('keeps a value exactly as quoted, and gives it in the base unit', async () => {
    const store = await storeWithVocabulary()
    const quoted = { digits: '125', decimals: 1, power: 12, unit: 'ریال' }
    const id = await added(store, { indicatorId: { name: FINANCE }, quantity: quoted })
    const observation = await observationById(store.db, id)
    expect(observation).toMatchObject({
      quantity: quoted,
      value: 1_250_000_000_000,
      firstDay: '2020-03-20',
      lastDay: '2021-03-20',
      revision: 1,
      source: { title: 'گزارش استان', publisher: 'ایرنا', url: null, publishedOn: '2021-05-01' },
    })
  })

  it('is all or nothing', async () => {
    const store = await storeWithVocabulary()
    const version = await storeVersion(store.db)
    const operations: Operation[] = [
      { type: 'add_observation', content: figure() },
      { type: 'add_observation', content: figure({ placeId: { name: 'هرات' } }) },
    ]
    await expect(applyChanges(store, by('الف'), operations)).rejects.toThrow('هرات')
    expect(await countObservations(store.db)).toBe(0)
    expect(await storeVersion(store.db)).toBe(version)
  })

  it('applies an update that Telegram repeats once only', async () => {
    const store = await storeWithVocabulary()
    const operations: Operation[] = [{ type: 'add_observation', content: figure() }]
    const first = await applyChanges(store, by('الف', { updateId: 7 }), operations)
    const second = await applyChanges(store, by('الف', { updateId: 7 }), operations)
    expect(second).toEqual({ ...first, repeated: true })
    expect(await countObservations(store.db)).toBe(1)
  })

  it('corrects what it is told to and leaves the rest', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store, { speaker: 'استاندار' })
    await applyChanges(store, by('ب'), [
      {
        type: 'correct_observation',
        observationId: id,
        expectedRevision: 1,
        content: { quantity: quantity('38') },
      },
    ])
    expect(await observationById(store.db, id)).toMatchObject({
      value: 38,
      speaker: 'استاندار',
      revision: 2,
    })
  })

  it('tells who was faster when an observation changed in between', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const correct = (digits: string): Operation => ({
      type: 'correct_observation',
      observationId: id,
      expectedRevision: 1,
      content: { quantity: quantity(digits) },
    })
    await applyChanges(store, by('ب'), [correct('38')])
    const late = applyChanges(store, by('پ'), [correct('39')])
    await expect(late).rejects.toBeInstanceOf(ConflictError)
    await expect(late).rejects.toMatchObject({
      details: { observationId: id, currentRevision: 2, changedBy: { actor: 'ب' } },
    })
    expect((await observationById(store.db, id))?.value).toBe(38)
  })

  it('hides a retired observation and keeps it', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await applyChanges(store, by('ب'), [
      { type: 'retire_observation', observationId: id, expectedRevision: 1 },
    ])
    expect(await observationById(store.db, id)).toBeNull()
    expect(await findObservations(store.db, {})).toEqual([])
  })

  it('keeps the old name of an indicator as an alias', async () => {
    const store = await storeWithVocabulary()
    await applyChanges(store, by('ب'), [
      { type: 'rename_indicator', indicatorId: { name: FACTORIES }, name: 'بازگشت واحدها' },
    ])
    const { indicators, aliases } = await loadVocabulary(store.db)
    expect(indicators[0]?.name).toBe('بازگشت واحدها')
    expect(aliases).toMatchObject([{ target: 'indicator', targetId: 1, text: FACTORIES }])
  })

  it('changes whether an indicator adds up, and what it means', async () => {
    const store = await storeWithVocabulary()
    const change: Operation = { type: 'change_indicator', indicatorId: 1, additive: false }
    await applyChanges(store, by('ب'), [change, { ...change, additive: true, definition: 'تعریف' }])
    expect((await loadVocabulary(store.db)).indicators[0]).toMatchObject({
      name: FACTORIES,
      additive: true,
      definition: 'تعریف',
    })
  })

  it('settles a draft once, whoever presses the button', async () => {
    const store = await storeWithVocabulary()
    const payload = { any: 'thing' }
    const draft = { chatId: 5, telegramId: 6, kind: 'add', payload }
    const draftId = await saveDraft(store.db, draft, NOW)
    const operations: Operation[] = [{ type: 'add_observation', content: figure() }]
    await applyChanges(store, by('ب', { draftId, updateId: 1 }), operations)
    const again = applyChanges(store, by('پ', { draftId, updateId: 2 }), operations)
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    expect(await openDraft(store.db, draftId)).toBeNull()
    expect(await countObservations(store.db)).toBe(1)
  })

  it('an observation may use an indicator that the same change adds', async () => {
    const store = await storeWithVocabulary()
    const { observationIds } = await applyChanges(store, by('ب'), [
      { type: 'add_indicator', name: 'تولید سیب', unit: 'تن', additive: true },
      {
        type: 'add_observation',
        content: figure({
          indicatorId: { name: 'تولید سیب' },
          quantity: { digits: '125', decimals: 1, power: 6, unit: 'تن' },
        }),
      },
    ])
    expect((await observationById(store.db, observationIds[0] ?? 0))?.value).toBe(12_500_000)
  })
})

describe('what a change is refused for', () => {
  const refused: [string, Partial<Parameters<typeof figure>[0]>][] = [
    ['ناسازگار|سازگار نیست', { quantity: { digits: '3', decimals: 0, power: 0, unit: 'تن' } }],
    ['رقم معنادار', { quantity: quantity('1234567890123456') }],
    ['خوانده نشد', { quantity: quantity('۳۷') }],
    ['خوانده نشد', { quantity: quantity('') }],
    ['مقدار دارد یا گزاره', { quantity: null }],
    ['مقدار دارد یا گزاره', { statement: 'موانع بانکی' }],
    ['شناخته نشد', { period: '1399-Q5' }],
    ['شناخته نشد', { period: '1399-13' }],
    ['شناخته نشد', { period: '1400/1399' }],
    ['منبع معلوم نیست', { sourceId: { publishedOn: '2021-05-01' } }],
    ['تاریخ انتشار', { sourceId: { title: 'گزارش', publishedOn: '1400/02/11' } }],
    ['پیدا نشد', { sourceId: 99 }],
    ['پیدا نشد', { indicatorId: 99 }],
  ]
  it.each(refused)('%s: %j', async (message, content) => {
    const store = await storeWithVocabulary()
    await expect(added(store, content)).rejects.toThrow(new RegExp(message))
    expect(await countObservations(store.db)).toBe(0)
  })

  it('a name that is taken', async () => {
    const store = await storeWithVocabulary()
    const again: Operation = { type: 'add_indicator', name: FACTORIES, unit: 'تن', additive: true }
    await expect(applyChanges(store, by('ب'), [again])).rejects.toThrow('از پیش هست')
  })
})

describe('a name that a province and a county share', () => {
  it('means the province, whichever was added first', async () => {
    const store = await storeWithVocabulary()
    await applyChanges(store, by('ب'), [
      { type: 'add_place', name: 'سمنان', kind: 'county', parentId: { name: 'قم' } },
      { type: 'add_place', name: 'سمنان', kind: 'province', parentId: { name: 'ایران' } },
    ])
    const id = await added(store, { placeId: { name: 'سمنان' } })
    const { places } = await loadVocabulary(store.db)
    const { placeId } = (await observationById(store.db, id)) ?? {}
    expect(places.find((place) => place.id === placeId)?.kind).toBe('province')
  })
})
