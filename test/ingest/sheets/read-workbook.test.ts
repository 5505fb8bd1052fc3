import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readSheet, readSheetBytes } from '../../../src/ingest/sheets/read-sheet.ts'
import { workbookSheet } from '../../../src/ingest/sheets/workbook-sheet.ts'
import {
  fileOf,
  REQUIRED,
  refusal,
  rowsOf,
  rowXml,
  type TestEntry,
  workbookOf,
  worksheet,
  zipOf,
} from './sheet-files.ts'

/** The rows of a workbook, read in this thread: the worker has tests of its own. */
const read = async (bytes: Uint8Array) => rowsOf(await workbookSheet(bytes))

const HEADINGS = rowXml(1, REQUIRED)
const ROW = ['تولید گندم', 'قم', '1399', '12.5', 'تن']
const CELLS = { indicator: 'تولید گندم', place: 'قم', period: '1399', value: '12.5', unit: 'تن' }

/** A sheet whose second row has this cell for its value. */
const withValue = (cell: string) => worksheet(HEADINGS + rowXml(2, ROW.with(3, cell)))

const STYLES: TestEntry = {
  name: 'xl/styles.xml',
  data: `<styleSheet><numFmts>
    <numFmt numFmtId="164" formatCode="[$-3000429]#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/>
    <numFmt numFmtId="166" formatCode="[$-fa-IR,96]yyyy/mm/dd;@"/><numFmt numFmtId="167" formatCode="#,##0,"/>
    <numFmt numFmtId="168" formatCode="0.0,,&quot; میلیون&quot;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
    <xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
}
const STRINGS: TestEntry = {
  name: 'xl/sharedStrings.xml',
  data: '<sst><si><t>۱۲٫۵</t></si><si><r><t>هزار </t></r><r><t>و ۲۰۰</t></r><rPh><t>x</t></rPh></si></sst>',
}

describe('values', () => {
  it.each([
    ['a number', '<c ><v>37</v></c>', 37],
    ['a decimal', '<c ><v>12.5</v></c>', 12.5],
    ['three decimals, which are no thousands', '<c ><v>7.547</v></c>', 7.547],
    ['noise of binary arithmetic', '<c ><v>0.30000000000000004</v></c>', 0.3],
    ['an exponent', '<c ><v>1.2E+12</v></c>', 1_200_000_000_000],
    ['more digits than a number holds', '<c ><v>12345678901234567</v></c>', '12345678901234567'],
    ['Persian digits, as text', '<c t="s"><v>0</v></c>', '۱۲٫۵'],
    ['Arabic digits', '٣٧', '٣٧'],
    ['thousands, as text', '۱٬۲۰۰', '۱٬۲۰۰'],
    ['letters of several fonts', '<c t="s"><v>1</v></c>', 'هزار و ۲۰۰'],
    ['a formula with its last value', '<c ><f>SUM(A1:A9)</f><v>37</v></c>', 37],
    ['a formula whose last value is a text', '<c t="str"><f>A1</f><v>۳۷</v></c>', '۳۷'],
    ['a text that looks like a formula', '=1+2', '=1+2'],
    ['a number with Persian digits as its format', '<c s="1"><v>1672</v></c>', 1672],
    ['a share shown as percent', '<c s="2"><v>0.375</v></c>', '37.5%'],
    ['a share of three decimals', '<c s="2"><v>0.07547</v></c>', '7٫547%'],
    ['a share shown as percent, built in', '<c s="7"><v>0.07</v></c>', '7%'],
    ['thousands shown as ones', '<c s="4"><v>1234000</v></c>', 1234],
    ['millions shown with their word', '<c s="5"><v>1500000</v></c>', 1_500_000],
    ['a day, which is no value', '<c s="6"><v>44317</v></c>', '2021-05-01'],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['entities', '&lt;۳۷&gt; &amp;amp; &#1705;&#x6a9;_x0021_', '<۳۷> &amp; کک!'],
  ])('%s', async (_, cell, value) => {
    const rows = await read(workbookOf(withValue(cell), [STYLES, STRINGS]))
    expect(rows).toEqual([{ row: 2, cells: { ...CELLS, value } }])
  })

  it('a formula that was never computed is empty', async () => {
    const rows = await read(workbookOf(withValue('<c ><f>1+2</f></c>')))
    expect(rows[0]?.cells).not.toHaveProperty('value')
  })

  it('days: Jalali where a period is meant, and counted from 1904 in old Macintosh files', async () => {
    const day = '<c s="3"><v>44317</v></c>'
    const sheet = worksheet(
      rowXml(1, [...REQUIRED, 'تاریخ انتشار']) + rowXml(2, [...ROW.with(2, day), day]),
    )
    expect((await read(workbookOf(sheet, [STYLES])))[0]?.cells).toMatchObject({
      period: '1400-02-11',
      source_published_on: '2021-05-01',
    })
    const from1904: TestEntry = {
      name: 'xl/workbook.xml',
      data: '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    }
    const old = workbookOf(sheet.replaceAll('44317', '42855'), [STYLES, from1904])
    expect((await read(old))[0]?.cells).toMatchObject({ source_published_on: '2021-05-01' })
  })

  it('elements with prefixes, cells and rows without names', async () => {
    const sheet = `<x:worksheet><x:sheetData><x:row>${REQUIRED.map(
      (heading) => `<x:c t="inlineStr"><x:is><x:t>${heading}</x:t></x:is></x:c>`,
    ).join(
      '',
    )}</x:row><x:row/><x:row><x:c/><x:c/><x:c/><x:c><x:v>37</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await read(workbookOf(sheet))).toEqual([{ row: 3, cells: { value: 37 } }])
  })
})

describe('sheets', () => {
  it('reads what hucre writes, below titles, row numbers as in the file', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'x', rows: [['تولید استان‌ها'], [], REQUIRED, ROW, [null], ROW] }],
    })
    expect(await read(bytes)).toEqual([
      { row: 4, cells: CELLS },
      { row: 6, cells: CELLS },
    ])
  })

  it('takes the first sheet that has the headings, hidden ones aside', async () => {
    const bytes = await writeXlsx({
      activeSheet: 1,
      sheets: [
        { name: 'پنهان', hidden: true, rows: [REQUIRED, ROW.with(3, '1')] },
        { name: 'جلد', rows: [['گزارش'], ['شاخص', 'مکان']] },
        { name: 'ارقام', rows: [REQUIRED, ROW] },
        { name: 'دیگر', rows: [REQUIRED, ROW.with(3, '2')] },
      ],
    })
    expect(await read(bytes)).toEqual([{ row: 2, cells: CELLS }])
  })

  it('gives all merged cells the value of the first', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [
            ['تولید', null, null, null, null],
            ['شاخص', 'مکان', 'دوره', 'مقدار', 'واحد', null],
            ['تولید گندم', 'قم', '1398', '11', 'تن'],
            [null, 'x', '1399', '12.5', null],
            ['تولید جو', 'قم', '1399', '3', 'تن'],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
            { startRow: 1, startCol: 4, endRow: 1, endCol: 5 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
            { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
            { startRow: 2, startCol: 4, endRow: 3, endCol: 5 },
          ],
        },
      ],
    })
    expect(await read(bytes)).toEqual([
      { row: 3, cells: { ...CELLS, period: '1398', value: '11' } },
      { row: 4, cells: CELLS },
      { row: 5, cells: { ...CELLS, indicator: 'تولید جو', value: '3' } },
    ])
  })

  it('gives headings that are merged over two rows to the second', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [['شاخص', 'مکان', 'دوره', 'رقم', null], [null, null, null, 'مقدار', 'واحد'], ROW],
          merges: [0, 1, 2].map((column) => ({
            startRow: 0,
            startCol: column,
            endRow: 1,
            endCol: column,
          })),
        },
      ],
    })
    expect(await read(bytes)).toEqual([{ row: 3, cells: CELLS }])
  })
})

describe('through the worker', () => {
  it('from a path and from memory, whatever the name', async () => {
    const bytes = workbookOf(worksheet(HEADINGS + rowXml(2, ROW)))
    const expected = [{ row: 2, cells: CELLS }]
    expect(await rowsOf(await readSheet(fileOf('figures.xlsx', bytes)))).toEqual(expected)
    expect(await rowsOf(await readSheetBytes(bytes, 'ارقام'))).toEqual(expected)
  })

  it('may be left at any row', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => rowXml(at + 2, ROW)).join('')
    const { rows } = await readSheetBytes(workbookOf(worksheet(HEADINGS + many)), 'a.xlsx')
    let count = 0
    for await (const _ of rows) if (++count === 700) break
    expect(count).toBe(700)
  })

  it.each([
    ['no headings', workbookOf(worksheet(rowXml(1, ['a', 'b']))), 'no_headings', '«شاخص»'],
    [
      'missing columns',
      workbookOf(worksheet(rowXml(1, REQUIRED.slice(0, 4)))),
      'missing_columns',
      '«واحد» (unit)',
    ],
    [
      'half a file',
      workbookOf(worksheet(HEADINGS)).subarray(0, 500),
      'broken_file',
      'دوباره ذخیره',
    ],
    ['another archive', zipOf([{ name: 'a.txt', data: 'a' }]), 'unknown_format', 'کارپوشهٔ اکسل'],
    ['old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old_excel', 'Save As'],
    [
      'more than 20 MB',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(20_000_000)]),
      'too_large',
      '۲۰ مگابایت',
    ],
  ])('%s', async (_, bytes, code, message) => {
    const error = await refusal(readSheetBytes(bytes, 'a.xlsx'))
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })
})
