import { describe, expect, it } from 'vitest'
import { changeSetsOf } from '../../src/facts/history.ts'
import type { ImportRow } from '../../src/facts/import-columns.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { type ImportOptions, importRows } from '../../src/facts/import-rows.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { by, FACTORIES, storeWithVocabulary } from './store-for-tests.ts'

type Cells = ImportRow['cells']

const ROW: Cells = {
  indicator: FACTORIES,
  place: 'قم',
  period: '1399',
  value: '37',
  unit: 'واحد',
  source_title: 'گزارش',
}

const OPTIONS: ImportOptions = { readers: persianReaders() }

const load = (store: Store, cells: Cells[], options: Partial<ImportOptions> = {}) =>
  importRows(
    store,
    by('الف'),
    cells.map((row, index) => ({ row: index + 2, cells: row })),
    { ...OPTIONS, ...options },
  )

const counts = ({ new: added, changed, unchanged, refused }: Awaited<ReturnType<typeof load>>) => ({
  new: added,
  changed,
  unchanged,
  refused,
})

const valuesIn = async (store: Store) =>
  (await findObservations(store.db, {})).map(({ value }) => value).sort()

describe('what becomes of a row', () => {
  const cases: [string, Cells[], Cells[], Partial<ReturnType<typeof counts>>, (number | null)[]][] =
    [
      ['no such key is stored', [], [ROW], { new: 1 }, [37]],
      ['the same row again', [ROW], [ROW], { unchanged: 1 }, [37]],
      ['the same value, other digits', [ROW], [{ ...ROW, value: '37.0' }], { unchanged: 1 }, [37]],
      ['another value', [ROW], [{ ...ROW, value: 38 }], { changed: 1 }, [38]],
      [
        'another source with another value',
        [ROW],
        [{ ...ROW, value: '38', source_title: 'گزارش دوم' }],
        { new: 1 },
        [37, 38],
      ],
      ['another kind', [ROW], [{ ...ROW, kind: 'هدف', value: '50' }], { new: 1 }, [37, 50]],
      ['another period', [ROW], [{ ...ROW, period: '1398' }], { new: 1 }, [37, 37]],
      ['another qualifier', [ROW], [{ ...ROW, qualifier: 'بیش از' }], { changed: 1 }, [37]],
      [
        'an empty cell keeps what is stored',
        [{ ...ROW, speaker: 'استاندار', qualifier: 'about', quote: '«۳۷ واحد»' }],
        [ROW],
        { unchanged: 1 },
        [37],
      ],
      [
        'another speaker in the same source stands beside',
        [{ ...ROW, speaker: 'استاندار' }],
        [{ ...ROW, speaker: 'مدیرکل', value: '38' }],
        { new: 1 },
        [37, 38],
      ],
      ['a range of two rows', [], range(30, 40), { new: 2 }, [30, 40]],
      ['a range again', range(30, 40), range(30, 40), { unchanged: 2 }, [30, 40]],
      ['one end of a range', range(30, 40), range(30, 45), { changed: 1, unchanged: 1 }, [30, 45]],
      ['a row twice in one file', [], [ROW, ROW], { new: 1, unchanged: 1 }, [37]],
      [
        'two statements of one source',
        [],
        [statement('موانع بانکی'), statement('موانع مالیاتی'), statement('موانع بانکی')],
        { new: 2, unchanged: 1 },
        [null, null],
      ],
      [
        'a statement added beside one',
        [statement('موانع بانکی')],
        [statement('موانع مالیاتی'), statement('موانع بانکی')],
        { new: 1, unchanged: 1 },
        [null, null],
      ],
      [
        'a statement corrected',
        [statement('موانع بانکی')],
        [statement('موانع مالیاتی')],
        { changed: 1 },
        [null],
      ],
    ]
  it.each(cases)('%s', async (_, stored, rows, expected, values) => {
    const store = await storeWithVocabulary()
    if (stored.length > 0) await load(store, stored)
    const report = await load(store, rows)
    expect(counts(report)).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 0, ...expected })
    expect(await valuesIn(store)).toEqual(values)
  })
})

function range(low: number, high: number): Cells[] {
  return [
    { ...ROW, value: low, qualifier: 'at_least', quote: 'بین دو عدد' },
    { ...ROW, value: high, qualifier: 'at_most', quote: 'بین دو عدد' },
  ]
}

function statement(text: string): Cells {
  return { ...ROW, value: '', unit: '', statement: text }
}

describe('refused rows', () => {
  const cases: [string, Cells, string][] = [
    ['place', { ...ROW, place: 'قمم' }, 'قم'],
    ['place', { ...ROW, place: 'هرات' }, 'شناخته نشد'],
    ['place', { ...ROW, place: '' }, 'ستون «مکان» خالی است'],
    ['indicator', { ...ROW, indicator: ' ' }, 'ستون «شاخص» خالی است'],
    ['period', { ...ROW, period: 'روزی' }, 'روزی'],
    ['period', { ...ROW, period: 'سال گذشته' }, 'تاریخ انتشار'],
    ['value', { ...ROW, value: 'زیاد' }, 'زیاد'],
    ['value', { ...ROW, value: null }, 'ستون «مقدار» خالی است'],
    ['value', { ...ROW, unit: 'تن' }, 'سازگار نیست'],
    ['value', { ...ROW, value: '1234567890123456' }, 'رقم معنادار'],
    ['unit', { ...ROW, unit: '' }, 'ستون «واحد» خالی است'],
    ['kind', { ...ROW, kind: 'رؤیا' }, 'رؤیا'],
    ['measure', { ...ROW, measure: 'وزن' }, 'وزن'],
    ['qualifier', { ...ROW, qualifier: 'شاید' }, 'شاید'],
    ['source_published_on', { ...ROW, source_published_on: 'دیروز' }, 'دیروز'],
    ['source_title', { ...ROW, source_title: '' }, 'منبع معلوم نیست'],
    ['statement', { ...ROW, statement: 'موانع بانکی' }, 'یکی و نه هر دو'],
  ]
  it.each(cases)('%s %#', async (column, row, reason) => {
    const store = await storeWithVocabulary()
    const report = await load(store, [{ ...ROW, period: '1398' }, row])
    expect(report).toMatchObject({ refused: 1, changeSet: null })
    expect(report.refusedRows).toMatchObject([{ row: 3, column }])
    expect(report.refusedRows[0]?.reason).toContain(reason)
    expect(await countObservations(store.db)).toBe(0)
  })

  it('two values for one key in one file', async () => {
    const store = await storeWithVocabulary()
    const report = await load(store, [ROW, { ...ROW, value: '38' }])
    expect(report.refusedRows).toMatchObject([{ row: 3, column: 'value' }])
  })

  it('are left out with skipErrors, and the rest is imported', async () => {
    const store = await storeWithVocabulary()
    const report = await load(store, [ROW, { ...ROW, place: 'هرات' }], { skipErrors: true })
    expect(counts(report)).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 })
    expect(await valuesIn(store)).toEqual([37])
  })
})

describe('an import', () => {
  it('creates unknown indicators in the base unit, and guesses whether they add up', async () => {
    const store = await storeWithVocabulary()
    const report = await load(store, [
      { ...ROW, indicator: 'سرمایه‌گذاری', value: '1.2', unit: 'میلیارد تومان' },
      { ...ROW, indicator: 'سرمایه گذاری', value: '5', unit: 'ریال', period: '1398' },
      { ...ROW, indicator: 'نرخ بیکاری', value: '9.5', unit: 'درصد' },
    ])
    expect(report.newIndicators).toEqual(['سرمایه‌گذاری', 'نرخ بیکاری'])
    const { indicators } = await loadVocabulary(store.db)
    expect(indicators.slice(2)).toMatchObject([
      { name: 'سرمایه‌گذاری', unit: 'تومان', additive: true },
      { name: 'نرخ بیکاری', unit: 'درصد', additive: false },
    ])
    expect(await valuesIn(store)).toEqual([0.5, 1_200_000_000, 9.5])
  })

  it('keeps a rank under an indicator of another unit', async () => {
    const store = await storeWithVocabulary()
    await load(store, [{ ...ROW, value: '2', unit: 'رتبه', measure: 'rank' }])
    expect(await findObservations(store.db, { measure: 'rank' })).toMatchObject([
      { value: 2, quantity: { unit: 'رتبه' } },
    ])
  })

  it('resolves relative periods against the day of publication, Jalali or not', async () => {
    const store = await storeWithVocabulary()
    await load(store, [{ ...ROW, period: 'سال گذشته', source_published_on: '۱۴۰۰/۰۲/۱۱' }])
    expect(await findObservations(store.db, {})).toMatchObject([
      { period: '1399', periodBasis: 'inferred', source: { publishedOn: '2021-05-01' } },
    ])
  })

  it('takes the default source where a row names none', async () => {
    const store = await storeWithVocabulary()
    const rows = [{ ...ROW, source_title: '' }]
    const defaultSource = { title: 'ارقام.xlsx' }
    await load(store, rows, { defaultSource })
    expect(counts(await load(store, rows, { defaultSource })).unchanged).toBe(1)
  })

  it('dry, tells the same and changes nothing', async () => {
    const store = await storeWithVocabulary()
    await load(store, [ROW])
    const rows = [
      { ...ROW, value: '38' },
      { ...ROW, indicator: 'تولید سیب', unit: 'تن' },
    ]
    const dry = await load(store, rows, { dryRun: true })
    expect(dry).toMatchObject({
      new: 1,
      changed: 1,
      changeSet: null,
      newIndicators: ['تولید سیب'],
      changedRows: [
        { row: 2, before: { quantity: { digits: '37' } }, after: { quantity: { digits: '38' } } },
      ],
    })
    expect(await valuesIn(store)).toEqual([37])
    expect((await loadVocabulary(store.db)).indicators.length).toBe(2)
    expect({ ...(await load(store, rows)), changeSet: null }).toEqual(dry)
  })

  it('is one change set, which one undo takes back', async () => {
    const store = await storeWithVocabulary()
    const before = await loadVocabulary(store.db)
    const { changeSet } = await load(store, [ROW, { ...ROW, indicator: 'تولید سیب', unit: 'تن' }])
    await undoChangeSet(store, by('ب'), changeSet?.id ?? 0)
    expect(await countObservations(store.db)).toBe(0)
    expect((await loadVocabulary(store.db)).indicators).toEqual(before.indicators)
  })

  it('that changes nothing leaves no change set', async () => {
    const store = await storeWithVocabulary()
    await load(store, [ROW])
    const sets = await changeSetsOf(store.db)
    expect((await load(store, [ROW])).changeSet).toBeNull()
    expect(await changeSetsOf(store.db)).toEqual(sets)
  })

  it('of an update that Telegram repeats is done once', async () => {
    const store = await storeWithVocabulary()
    const rows = [{ row: 2, cells: ROW }]
    const first = await importRows(store, by('الف', { updateId: 5 }), rows, OPTIONS)
    const again = await importRows(store, by('الف', { updateId: 5 }), rows, OPTIONS)
    expect(again).toMatchObject({ new: 0, repeated: true, changeSet: first.changeSet })
  })

  it('sees its own earlier batches', async () => {
    const store = await storeWithVocabulary()
    const rows = Array.from({ length: 1200 }, (_, index) => ({
      ...ROW,
      period: `${1300 + (index % 200)}`,
      place: ['قم', 'یزد', 'ایران'][Math.floor(index / 200) % 3],
      value: index < 600 ? index : index - 600,
    }))
    expect(counts(await load(store, rows))).toEqual({
      new: 600,
      changed: 0,
      unchanged: 600,
      refused: 0,
    })
  })
})
