import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { IMPORT_COLUMNS, PERSIAN_HEADINGS } from '../../../src/facts/import-columns.ts'
import { basisOf, kindOf, measureOf, qualifierOf } from '../../../src/facts/import-words.ts'
import { importReaders } from '../../../src/ingest/readers.ts'
import { readSheetBytes } from '../../../src/ingest/sheets/read-sheet.ts'
import { template } from '../../../src/ingest/sheets/template.ts'
import { sheetBytes } from '../../../src/ingest/sheets/write-sheet.ts'
import { texts } from '../../../src/ingest/texts.fa.ts'
import { rowsOf } from './sheet-files.ts'

describe('the template', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s is a sheet whose examples are no figures',
    async (kind) => {
      const sheet = await readSheetBytes(await template(kind), `template.${kind}`)
      expect(sheet.unknownHeadings).toEqual([])
      expect(await rowsOf(sheet)).toEqual([])
    },
  )

  it('has two examples that an import would read, were they not marked', () => {
    expect(texts.examples).toHaveLength(2)
    for (const example of texts.examples) {
      expect(
        importReaders.parseValue(String(example.value), example.unit, false),
      ).not.toHaveProperty('error')
      expect(importReaders.parsePeriod(example.period, null)).not.toHaveProperty('error')
      expect(kindOf(example.kind)).not.toBeNull()
    }
  })

  it('offers only words that an import knows', () => {
    const { kind, measure, qualifier, period_basis } = texts.choices
    expect(kind.map(kindOf)).toEqual(['actual', 'target', 'forecast'])
    expect(measure.map(measureOf)).toEqual(['level', 'change', 'share', 'rank'])
    expect(qualifier.map(qualifierOf)).not.toContain(null)
    expect(period_basis.map(basisOf)).toEqual(['stated', 'inferred'])
  })

  it('reads from right to left, with all columns, choices and a guide to each', async () => {
    const { sheets } = await readXlsx(await template('xlsx'), { readStyles: true })
    const [figures, guide] = sheets
    expect(figures?.rows[0]).toEqual(IMPORT_COLUMNS.map((column) => PERSIAN_HEADINGS[column]))
    expect(figures?.view?.rightToLeft).toBe(true)
    expect(figures?.freezePane?.rows).toBe(1)
    expect(figures?.dataValidations?.map(({ range }) => range)).toContain('F2:F1000')
    expect(guide?.name).toBe('راهنما')
    expect(guide?.rows).toHaveLength(IMPORT_COLUMNS.length + 1)
  })
})

describe('any small table', () => {
  const headings = ['سال', 'تولید (تن)']
  const rows = [
    ['۱۳۹۹', 1234.5],
    ['۱۴۰۰', null],
    ['=1+1', -5],
  ]

  it('as a workbook: numbers are numbers, headings bold, texts never formulas', async () => {
    const bytes = await sheetBytes('xlsx', headings, rows, 'پاسخ')
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    expect(sheets[0]).toMatchObject({
      name: 'پاسخ',
      rows: [headings, ['۱۳۹۹', 1234.5], ['۱۴۰۰', null], ['=1+1', -5]],
      view: { rightToLeft: true },
    })
    expect(sheets[0]?.cells?.get('0,0')?.style?.font).toMatchObject({
      name: 'Vazirmatn',
      bold: true,
    })
    expect(sheets[0]?.cells?.get('3,0')?.formula).toBeUndefined()
  })

  it('as CSV: UTF-8 with its mark, CRLF, texts kept from being formulas', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await sheetBytes('csv', headings, rows),
    )
    expect(text).toBe("\ufeffسال,تولید (تن)\r\n۱۳۹۹,1234.5\r\n۱۴۰۰,\r\n'=1+1,-5\r\n")
  })
})
