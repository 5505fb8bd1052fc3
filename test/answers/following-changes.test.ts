import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { openStore } from '../../src/facts/open.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { freshUrl } from '../facts/fresh-url.ts'
import { by, figure, NOW, VOCABULARY } from '../facts/store-for-tests.ts'

const CONTEXT = { now: NOW, previous: null, defaultPlaceId: null }
const ADDED: Operation[] = [
  { type: 'add_indicator', name: 'تولید سیمان', unit: 'تن', additive: true },
  {
    type: 'add_observation',
    content: figure({
      indicatorId: { name: 'تولید سیمان' },
      quantity: { digits: '12', decimals: 0, power: 3, unit: 'تن' },
    }),
  },
]

describe('what one process changes', () => {
  it('another process knows at its next question: words, figures and undos', async () => {
    const url = await freshUrl()
    const [here, there] = [await openStore({ url }), await openStore({ url })]
    await applyChanges(here, by('الف'), VOCABULARY)
    const asker = createAsker(there)
    const ask = async () => (await asker.ask('تولید سیمان قم در ۱۳۹۹', CONTEXT)).figures
    expect(await ask()).toEqual([])
    const { changeSet, observationIds } = await applyChanges(here, by('الف'), ADDED)
    expect(await ask()).toMatchObject([{ value: 12_000 }])
    const content = { quantity: { digits: '13', decimals: 0, power: 3, unit: 'تن' } }
    const observationId = observationIds[0] ?? 0
    const correction = await applyChanges(here, by('ب'), [
      { type: 'correct_observation', observationId, expectedRevision: 1, content },
    ])
    expect(await ask()).toMatchObject([{ value: 13_000 }])
    await undoChangeSet(here, by('ب'), correction.changeSet.id)
    await undoChangeSet(here, by('ب'), changeSet.id)
    expect(await ask()).toEqual([])
    await here.close()
    await there.close()
  })
})
