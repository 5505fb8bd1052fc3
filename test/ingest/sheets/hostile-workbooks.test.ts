import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readSheetBytes, SheetError } from '../../../src/ingest/sheets/read-sheet.ts'
import { readWorkbook } from '../../../src/ingest/sheets/workbook-reading.ts'
import { workbookSheet } from '../../../src/ingest/sheets/workbook-sheet.ts'
import { REQUIRED, refusal, rowsOf, rowXml, workbookOf, worksheet, zipOf } from './sheet-files.ts'

const HEADINGS = rowXml(1, REQUIRED)
const ROW = rowXml(2, ['تولید گندم', 'قم', '1399', '12.5', 'تن'])
const code = async (bytes: Uint8Array) => (await refusal(readSheetBytes(bytes, 'a.xlsx'))).code

describe('files that are made to do harm', () => {
  it('a small file of 256 MB of rows', async () => {
    const text = '<row><c><v>1</v></c></row>'
    const bytes = workbookOf('', [
      {
        name: 'xl/worksheets/sheet1.xml',
        data: `<worksheet><sheetData>${HEADINGS}`,
        padding: { text, megabytes: 256 },
      },
    ])
    expect(bytes.length).toBeLessThan(2_000_000)
    expect(await code(bytes)).toBe('too_large')
  })

  it('half a megabyte that is one text of 500 MB', async () => {
    const padding = { text: 'x', megabytes: 500 }
    const name = 'xl/sharedStrings.xml'
    const bytes = workbookOf(worksheet(HEADINGS), [{ name, data: '<sst><si><t>', padding }])
    expect(bytes.length).toBeLessThan(600_000)
    expect(await code(bytes)).toBe('too_large')
  })

  it.each([
    ['rows', (many: string) => HEADINGS + many.replaceAll('x', 'row')],
    ['cells', (many: string) => `${HEADINGS}<row>${many.replaceAll('x', 'c')}</row>`],
    ['halves of tags', (many: string) => HEADINGS + many.replaceAll('<x>', '<row ')],
  ])('%s that open and never close', async (_, rows) => {
    const bytes = workbookOf(worksheet(rows('<x>'.repeat(700_000))))
    expect(['too_large', 'broken_file']).toContain((await refusal(readWorkbook(bytes))).code)
  })

  it('a large part that says it is small', async () => {
    const padding = { text: ' ', megabytes: 200 }
    const styles = { name: 'xl/styles.xml', data: '<styleSheet>', padding, claimedSize: 10 }
    expect(await code(workbookOf(worksheet(HEADINGS), [styles]))).toBe('too_large')
  })

  it('a cell in the last corner that claims a huge sheet is passed over', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    const dimension = '<dimension ref="A1:XFD1048576"/>'
    const sheet = worksheet(HEADINGS + ROW + corner).replace(
      '<sheetData>',
      `${dimension}<sheetData>`,
    )
    expect(await rowsOf(await readSheetBytes(workbookOf(sheet), 'a.xlsx'))).toHaveLength(1)
  })

  it('a region merged over all rows and columns costs nothing but the rows there are', async () => {
    const merge = '<mergeCells><mergeCell ref="F1:XFD1048576"/></mergeCells>'
    const sheet = worksheet(HEADINGS + ROW, merge)
    expect(await rowsOf(await readSheetBytes(workbookOf(sheet), 'a.xlsx'))).toHaveLength(1)
  })

  it.each([
    ['a row beyond the last', HEADINGS + ROW.replace('<row r="2"', '<row r="1048577"')],
    ['a row before the first', HEADINGS + ROW.replace('<row r="2"', '<row r="-1"')],
    ['a cell without a column', HEADINGS + ROW.replace('r="A2"', 'r="2"')],
    ['a hidden declaration', HEADINGS + ROW.replace('<is>', '<!-- x --><is>')],
  ])('%s', async (_, rows) => {
    expect(await code(workbookOf(worksheet(rows)))).toBe('broken_file')
  })

  it('entities that would grow are no entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const sheet = bomb + worksheet(HEADINGS + ROW.replace('قم', '&b;'))
    const rows = await rowsOf(await readSheetBytes(workbookOf(sheet), 'a.xlsx'))
    expect(rows[0]?.cells.place).toBe('&b;')
  })

  it('names that point out of the archive are only names', async () => {
    const relations = {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
    }
    const evil = { name: '../../../../etc/passwd', data: worksheet(HEADINGS) }
    expect(await code(workbookOf(worksheet(HEADINGS), [relations, evil]))).toBe('broken_file')
  })

  it('headings named as what objects inherit touch nothing', async () => {
    const headings = rowXml(1, [...REQUIRED, '__proto__', 'constructor', 'toString'])
    const row = rowXml(2, ['تولید گندم', 'قم', '1399', '12.5', 'تن', 'a', 'b', 'c'])
    const sheet = await readSheetBytes(workbookOf(worksheet(headings + row)), 'a.xlsx')
    expect(sheet.unknownHeadings).toEqual(['__proto__', 'constructor', 'toString'])
    const [first] = await rowsOf(sheet)
    expect(Object.keys(first?.cells ?? {})).toEqual([
      'indicator',
      'place',
      'period',
      'value',
      'unit',
    ])
  })

  it('thousands of entries', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({ name: `x${at}`, data: '' }))
    expect(await code(workbookOf(worksheet(HEADINGS), many))).toBe('broken_file')
  })

  it('a directory that is not where it should be', async () => {
    const bytes = Buffer.from(zipOf([{ name: 'a', data: 'a' }]))
    bytes.writeUInt32LE(0xfffffff0, bytes.length - 6)
    expect(await code(bytes)).toBe('broken_file')
  })

  it('a file in which one bit has changed', async () => {
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [{ name: 'x', rows: [REQUIRED, ['گندم', 'قم', '1399', 37, 'تن']] }],
      }),
    )
    const place = bytes.indexOf('xl/worksheets/sheet1.xml') + 200
    bytes.writeUInt8(bytes.readUInt8(place) ^ 4, place)
    expect(await code(bytes)).toBe('broken_file')
  })

  it('any damage is found, or changes nothing that is read', async () => {
    const rows = [REQUIRED, ['گندم', 'قم', '1399', 37, 'تن']]
    const whole = await writeXlsx({ sheets: [{ name: 'x', rows }] })
    const expected = await rowsOf(await workbookSheet(whole))
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, change] of damages) bytes[at] = (bytes[at] ?? 0) ^ change
        const read = workbookSheet(bytes).then(rowsOf)
        const found = await read.catch((error: unknown) => error)
        if (!(found instanceof SheetError)) expect(found).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('any bytes, by any name, are read or refused with reasons', async () => {
    const names = fc.constantFrom('a.csv', 'a.jsonl', 'a.xlsx', 'a')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), names, async (bytes, name) => {
        const found = await readSheetBytes(bytes, name).then(rowsOf, (error: unknown) => error)
        expect(found).toBeInstanceOf(SheetError)
      }),
    )
  })

  it('work without an end is stopped', async () => {
    const bytes = workbookOf(worksheet(HEADINGS + ROW))
    expect((await refusal(readWorkbook(bytes, 0))).code).toBe('too_slow')
  })
})
