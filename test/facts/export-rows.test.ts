import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { type ExportRow, exportRows } from '../../src/facts/export-rows.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, by, FINANCE, storeWithVocabulary } from './store-for-tests.ts'

async function rowsOf(store: Store): Promise<ExportRow[]> {
  const rows: ExportRow[] = []
  for await (const row of exportRows(store.db)) rows.push(row)
  return rows
}

const quantity = (digits: string, decimals: number, power: number) => ({
  digits,
  decimals,
  power,
  unit: 'تومان',
})

describe('an export', () => {
  it('has the columns of an import, with values as they were quoted', async () => {
    const store = await storeWithVocabulary()
    await added(store, {
      indicatorId: { name: FINANCE },
      quantity: quantity('125', 1, 9),
      qualifier: 'more_than',
      speaker: 'استاندار',
      quote: 'بیش از ۱۲٫۵ میلیارد تومان',
      periodBasis: 'inferred',
    })
    expect(await rowsOf(store)).toEqual([
      {
        indicator: FINANCE,
        place: 'قم',
        period: '1399',
        value: '12.5',
        unit: 'میلیارد تومان',
        kind: 'actual',
        measure: 'level',
        qualifier: 'more_than',
        statement: '',
        speaker: 'استاندار',
        quote: 'بیش از ۱۲٫۵ میلیارد تومان',
        source_title: 'گزارش استان',
        source_publisher: 'ایرنا',
        source_url: '',
        source_published_on: '2021-05-01',
        period_basis: 'inferred',
        note: '',
      },
    ])
  })

  it('is read back as it was: unchanged here, and the same in another store', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    await added(store, { kind: 'target', placeId: { name: 'یزد' }, note: 'یادداشت' })
    await added(store, { quantity: null, statement: 'موانع بانکی' })
    await added(store, { indicatorId: { name: FINANCE }, quantity: quantity('3', 0, 4) })
    const retired = await added(store, { period: '1397' })
    await applyChanges(store, by('ب'), [
      { type: 'retire_observation', observationId: retired, expectedRevision: 1 },
    ])
    const exported = await rowsOf(store)
    const rows = exported.map((cells, index) => ({ row: index + 2, cells }))
    const options = { readers: persianReaders() }
    expect(await importRows(store, by('ب'), rows, options)).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 4,
      refused: 0,
    })
    const other = await storeWithVocabulary()
    expect(await importRows(other, by('ب'), rows, options)).toMatchObject({ new: 4, refused: 0 })
    expect(await rowsOf(other)).toEqual(exported)
  })
})
