import { describe, expect, it } from 'vitest'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { findObservations, observationById } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import {
  added,
  by,
  FACTORIES,
  figure,
  freshStore,
  storeWithVocabulary,
  VOCABULARY,
} from './store-for-tests.ts'

const apply = async (store: Store, ...operations: Operation[]) =>
  (await applyChanges(store, by('ب'), operations)).changeSet.id
const undo = async (store: Store, id: number) =>
  (await undoChangeSet(store, by('پ'), id)).changeSet.id
const correct = (observationId: number, expectedRevision: number, digits: string): Operation => ({
  type: 'correct_observation',
  observationId,
  expectedRevision,
  content: { quantity: { digits, decimals: 0, power: 0, unit: 'واحد' } },
})
const figureOf = async (store: Store, id: number) => (await observationById(store.db, id))?.value

describe('undoing a change set', () => {
  it('brings back what a correction replaced; undoing that brings the correction back', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const correction = await apply(store, correct(id, 1, '38'))
    const undone = await undo(store, correction)
    expect(await figureOf(store, id)).toBe(37)
    await undo(store, undone)
    expect(await figureOf(store, id)).toBe(38)
    await undo(store, correction)
    expect(await figureOf(store, id)).toBe(37)
  })

  it('reverses every operation of the change set', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const before = await loadVocabulary(store.db)
    const observations = await findObservations(store.db, {})
    const change = await apply(
      store,
      { type: 'add_indicator', name: 'تولید سیب', unit: 'تن', additive: true },
      { type: 'add_observation', content: figure() },
      { type: 'rename_indicator', indicatorId: { name: FACTORIES }, name: 'نام نو' },
      { type: 'add_alias', target: 'place', targetId: { name: 'قم' }, text: 'شهر قم' },
      correct(id, 1, '38'),
      correct(id, 2, '39'),
    )
    const undone = await undo(store, change)
    expect(await loadVocabulary(store.db)).toEqual({ ...before, version: before.version + 2 })
    expect(await findObservations(store.db, {})).toMatchObject(
      observations.map(({ value, quantity }) => ({ value, quantity })),
    )
    await undo(store, undone)
    expect(await figureOf(store, id)).toBe(39)
    expect((await findObservations(store.db, {})).length).toBe(2)
    expect((await loadVocabulary(store.db)).indicators.length).toBe(3)
  })

  it('brings back a retired observation', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await undo(
      store,
      await apply(store, { type: 'retire_observation', observationId: id, expectedRevision: 1 }),
    )
    expect(await figureOf(store, id)).toBe(37)
  })

  it('undoing the first change set leaves nothing', async () => {
    const store = await freshStore()
    await undo(store, await apply(store, ...VOCABULARY))
    expect(await loadVocabulary(store.db)).toMatchObject({
      places: [],
      indicators: [],
      aliases: [],
    })
    await apply(store, ...VOCABULARY)
    expect((await loadVocabulary(store.db)).places.length).toBe(3)
  })

  it('is refused a second time, and says by which change it was undone', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const correction = await apply(store, correct(id, 1, '38'))
    const undone = await undo(store, correction)
    await expect(undo(store, correction)).rejects.toMatchObject({
      reason: 'already_undone',
      inTheWay: [{ id: undone, actor: 'پ' }],
    })
  })

  it('is refused where a later change stands on it, until that is undone too', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const first = await apply(store, correct(id, 1, '38'))
    const second = await apply(store, correct(id, 2, '39'))
    await expect(undo(store, first)).rejects.toMatchObject({
      reason: 'later_changes',
      inTheWay: [{ id: second, actor: 'ب' }],
    })
    expect(await figureOf(store, id)).toBe(39)
    const undoneSecond = await undo(store, second)
    const undoneFirst = await undo(store, first)
    expect(await figureOf(store, id)).toBe(37)
    await undo(store, undoneFirst)
    await undo(store, undoneSecond)
    expect(await figureOf(store, id)).toBe(39)
  })

  it('is refused where a name was changed since, even if by hand to the same again', async () => {
    const store = await storeWithVocabulary()
    const rename = (name: string) =>
      apply(store, { type: 'rename_indicator', indicatorId: 1, name })
    const first = await rename('نام نو')
    const [second, third] = [await rename('نام دیگر'), await rename('نام نو')]
    await expect(undo(store, first)).rejects.toMatchObject({
      reason: 'later_changes',
      inTheWay: [{ id: second }, { id: third }],
    })
  })

  it('is refused where a figure would lose its indicator', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    await expect(undo(store, 1)).rejects.toMatchObject({
      reason: 'still_in_use',
      inTheWay: [{ id: 2 }],
    })
  })

  it('is refused where a name was given to another since', async () => {
    const store = await storeWithVocabulary()
    const add: Operation = { type: 'add_indicator', name: 'تولید سیب', unit: 'تن', additive: true }
    const undone = await undo(store, await apply(store, add))
    await apply(store, add)
    await expect(undo(store, undone)).rejects.toMatchObject({ reason: 'name_taken' })
  })

  it('is done once when Telegram repeats the update', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    const correction = await apply(store, correct(id, 1, '38'))
    const context = by('پ', { updateId: 9 })
    const first = await undoChangeSet(store, context, correction)
    expect(await undoChangeSet(store, context, correction)).toEqual({ ...first, repeated: true })
  })

  it('of an unknown change set is refused', async () => {
    await expect(undo(await freshStore(), 5)).rejects.toThrow('پیدا نشد')
  })
})
