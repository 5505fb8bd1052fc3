import { describe, expect, it } from 'vitest'
import { importRows } from '../../../src/facts/import-rows.ts'
import { countObservations } from '../../../src/facts/observations.ts'
import { importReaders } from '../../../src/ingest/readers.ts'
import { readSheet } from '../../../src/ingest/sheets/read-sheet.ts'
import { workbookBytes } from '../../../src/ingest/sheets/xlsx-writing.ts'
import { by, FACTORIES, storeWithVocabulary } from '../../facts/store-for-tests.ts'
import { fileOf } from './sheet-files.ts'

const HEADINGS = ['شاخص', 'مکان', 'دوره', 'مقدار', 'واحد', 'عنوان منبع', 'تاریخ انتشار']
const VALUES = ['۳۷', '٣٧', '37', '۱٬۲۰۰', '1,200', 'سی و هفت', 'هزار و ۲۰۰', '۱۲ هزار']
/** Twenty rows that cannot be read, one in each fifty. */
const BAD = [
  { مقدار: 'زیاد' },
  { مکان: 'هرات' },
  { دوره: 'روزی' },
  { مقدار: '12.500' },
  { واحد: '' },
  { شاخص: ' ' },
  { دوره: 'سال گذشته' },
  { مقدار: '۲۰ تا ۳۰' },
  { 'تاریخ انتشار': 'دیروز' },
  { مقدار: '' },
]

const rows = Array.from({ length: 1000 }, (_, at) => {
  const cells: Record<string, string> = {
    شاخص: FACTORIES,
    مکان: at % 2 === 0 ? 'قم' : 'یزد',
    دوره: String(1300 + (at % 99)),
    مقدار: VALUES[at % VALUES.length] ?? '',
    واحد: 'واحد',
    'عنوان منبع': `گزارش ${at}`,
    'تاریخ انتشار': '',
    ...(at % 50 === 7 ? BAD[((at - 7) / 50) % BAD.length] : {}),
  }
  return HEADINGS.map((heading) => cells[heading] ?? '')
})
const badRows = Array.from({ length: 20 }, (_, at) => at * 50 + 7 + 2)

describe('1,000 rows of which 20 are bad', () => {
  const csv = [HEADINGS, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n')
  const files: [string, () => Promise<string>][] = [
    ['csv', async () => fileOf('figures.csv', csv)],
    [
      'xlsx',
      async () =>
        fileOf('figures.xlsx', await workbookBytes([{ name: 'x', headings: HEADINGS, rows }])),
    ],
    [
      'jsonl',
      async () =>
        fileOf(
          'figures.jsonl',
          rows
            .map(
              (row) =>
                `${JSON.stringify(Object.fromEntries(HEADINGS.map((heading, at) => [heading, row[at]])))}\n`,
            )
            .join(''),
        ),
    ],
  ]
  it.each(files)('%s', async (format, file) => {
    const store = await storeWithVocabulary()
    const path = await file()
    const load = async (skipErrors: boolean) =>
      importRows(store, by('الف'), (await readSheet(path)).rows, {
        readers: importReaders,
        skipErrors,
      })

    const refused = await load(false)
    expect(refused).toMatchObject({ refused: 20, changeSet: null })
    expect(await countObservations(store.db)).toBe(0)
    const numbers = format === 'jsonl' ? badRows.map((row) => row - 1) : badRows
    expect(refused.refusedRows.map(({ row }) => row)).toEqual(numbers)
    expect(refused.refusedRows.map(({ column }) => column).slice(0, 4)).toEqual([
      'value',
      'place',
      'period',
      'value',
    ])
    for (const { reason } of refused.refusedRows) expect(reason).toMatch(/[آ-ی]/)

    expect(await load(true)).toMatchObject({ new: 980, refused: 20 })
    expect(await countObservations(store.db)).toBe(980)
    expect(await load(true)).toMatchObject({ new: 0, unchanged: 980, refused: 20 })
  })
})
