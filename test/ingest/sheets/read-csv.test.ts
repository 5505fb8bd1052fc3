import { describe, expect, it } from 'vitest'
import { readSheet, readSheetBytes } from '../../../src/ingest/sheets/read-sheet.ts'
import { fileOf, REQUIRED, refusal, rowsOf } from './sheet-files.ts'

const read = async (content: string | Uint8Array, name = 'figures.csv') => {
  const sheet = await readSheet(fileOf(name, content))
  return { rows: await rowsOf(sheet), unknownHeadings: sheet.unknownHeadings }
}

const PERSIAN = 'شاخص,مکان,دوره,مقدار,واحد\nتولید گندم,قم,۱۳۹۹,۱۲٫۵,هزار تن\n'
const CELLS = {
  indicator: 'تولید گندم',
  place: 'قم',
  period: '۱۳۹۹',
  value: '۱۲٫۵',
  unit: 'هزار تن',
}

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()
const LETTERS = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
    byte,
  ]),
)
const windows1256 = (text: string) => Uint8Array.from(text, (letter) => LETTERS.get(letter) ?? 0x3f)

describe('encodings', () => {
  const arabic = PERSIAN.replaceAll('ی', 'ي')
  const arabicCells = { ...CELLS, indicator: 'توليد گندم' }
  it.each([
    ['UTF-8', Buffer.from(PERSIAN), CELLS],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${PERSIAN}`), CELLS],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${PERSIAN}`, 'utf16le'), CELLS],
    ['UTF-16 BE with its mark', bigEndian(`\ufeff${PERSIAN}`), CELLS],
    ['UTF-16 LE without a mark', Buffer.from(PERSIAN, 'utf16le'), CELLS],
    ['UTF-16 BE without a mark', bigEndian(PERSIAN), CELLS],
    [
      'Windows-1256, which has Arabic letters and Latin digits only',
      windows1256(arabic.replace('۱۳۹۹', '1399').replace('۱۲٫۵', '12.5')),
      { ...arabicCells, period: '1399', value: '12.5' },
    ],
  ])('%s', async (_, content, cells) => {
    expect((await read(content)).rows).toEqual([{ row: 2, cells }])
  })

  it('refuses bytes that are no text of these', async () => {
    const latin = Uint8Array.from('Größe,Lände\nx,y\n', (letter) => letter.charCodeAt(0))
    expect(await refusal(readSheet(fileOf('a.csv', latin)))).toMatchObject({
      code: 'wrong_encoding',
    })
    const late = Buffer.concat([Buffer.from(PERSIAN.repeat(5000)), Uint8Array.of(0xff, 0x0a)])
    expect(await refusal(readSheet(fileOf('a.csv', late)))).toMatchObject({
      code: 'wrong_encoding',
    })
  })
})

describe('shapes', () => {
  const row = (cells: Record<string, string>, number = 2) => [
    { row: number, cells: { ...CELLS, ...cells } },
  ]
  const values = Object.values(CELLS)
  it.each([
    ['commas', PERSIAN, row({})],
    ['semicolons', PERSIAN.replaceAll(',', ';'), row({})],
    ['tabs', PERSIAN.replaceAll(',', '\t'), row({})],
    ['lines that end in CRLF', PERSIAN.replaceAll('\n', '\r\n'), row({})],
    ['lines that end in CR', PERSIAN.replaceAll('\n', '\r'), row({})],
    ['no line end at the end', PERSIAN.trimEnd(), row({})],
    [
      'decimals with commas between semicolons',
      `${REQUIRED.join(';')}\nتولید گندم;قم;۱۳۹۹;12,5;هزار تن`,
      row({ value: '12,5' }),
    ],
    ['Latin headings', `Indicator, place ,PERIOD,value,unit\n${values.join(',')}`, row({})],
    [
      'headings with half-spaces, spaces and Arabic letters',
      `${REQUIRED.join(',')},نقل قول,تاريخ انتشار,source title\n${values.join(',')},گفت,1400/02/11,گزارش`,
      row({ quote: 'گفت', source_published_on: '1400/02/11', source_title: 'گزارش' }),
    ],
    [
      'columns in another order',
      'واحد,مقدار,دوره,مکان,شاخص\nهزار تن,۱۲٫۵,۱۳۹۹,قم,تولید گندم',
      row({}),
    ],
    ['a title and an empty row above', `گزارش تولید,,,,\n,,,,\n${PERSIAN}`, row({}, 4)],
    ["Excel's own line about the delimiter", `sep=;\n${PERSIAN.replaceAll(',', ';')}`, row({}, 3)],
    ['empty rows between', PERSIAN.replace('\n', '\n\n , ,,,\n'), row({}, 4)],
    [
      'quoted cells with delimiters, quotes and line ends',
      `${REQUIRED.join(',')},quote\n${values.join(',')},"گفت: ""۱۲,۵""\r\nهزار تن"`,
      row({ quote: 'گفت: "۱۲,۵"\r\nهزار تن' }),
    ],
    [
      'a quote amid a cell',
      PERSIAN.replace('گندم', 'گندم "آبی"'),
      row({ indicator: 'تولید گندم "آبی"' }),
    ],
    [
      'an empty quoted cell',
      PERSIAN.replace('۱۲٫۵', '""'),
      [
        {
          row: 2,
          cells: { indicator: 'تولید گندم', place: 'قم', period: '۱۳۹۹', unit: 'هزار تن' },
        },
      ],
    ],
    [
      'a row that is too short',
      `${PERSIAN}تولید جو,قم`,
      [...row({}), { row: 3, cells: { indicator: 'تولید جو', place: 'قم' } }],
    ],
    ['more cells than headings', PERSIAN.replace('هزار تن', 'هزار تن,x,y'), row({})],
  ])('%s', async (_, content, rows) => {
    expect((await read(content)).rows).toEqual(rows)
  })

  it('names the headings that it does not know', async () => {
    const { unknownHeadings } = await read(
      'شاخص,مکان,دوره,مقدار,واحد,استاندار,__proto__,constructor\na,b,c,d,e,f,g,h',
    )
    expect(unknownHeadings).toEqual(['استاندار', '__proto__', 'constructor'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('reads rows the same wherever the pieces of the file end', async () => {
    const long = PERSIAN + 'تولید گندم,قم,۱۳۹۹,"۱۲٫۵",هزار تن\r\n'.repeat(5000)
    const { rows } = await read(long)
    expect(rows).toHaveLength(5001)
    expect(rows.every(({ cells }) => JSON.stringify(cells) === JSON.stringify(CELLS))).toBe(true)
    expect(rows.at(-1)?.row).toBe(5002)
  })

  it('reads what is in memory too', async () => {
    const sheet = await readSheetBytes(Buffer.from(PERSIAN), 'figures.csv')
    expect(await rowsOf(sheet)).toEqual([{ row: 2, cells: CELLS }])
  })
})

describe('refused', () => {
  it.each([
    ['no headings', 'a,b\n1,2', 'no_headings', '«مقدار» (value)'],
    ['an empty file', '', 'no_headings', 'ردیف عنوان'],
    [
      'missing columns',
      'عنوان\nشاخص,مکان,دوره,ارزش\n',
      'missing_columns',
      '«مقدار» (value)، «واحد» (unit) در ردیف عنوان (ردیف ۲)',
    ],
    [
      'two columns for one',
      'شاخص,مکان,دوره,مقدار,واحد,value\n',
      'duplicate_heading',
      '«مقدار» و «value»',
    ],
    ['an open quote', `${PERSIAN}تولید جو,"قم,1399,5,تن\n`, 'broken_csv', 'ردیف ۳'],
    ['a quote open for a megabyte', `${PERSIAN}"${'x'.repeat(1_100_000)}`, 'too_large', 'ردیف ۳'],
    ['a web page', '<html><table><tr><td>شاخص</td></tr></table></html>', 'unknown_format', 'XLSX'],
    ['a PDF', '%PDF-1.7\n', 'unknown_format', 'figures.csv'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'unknown_format', 'figures.csv'],
  ])('%s', async (_, content, code, message) => {
    const error = await refusal(readSheet(fileOf('figures.csv', content)))
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })

  it('a file that is not there', async () => {
    const error = await refusal(readSheet('/nowhere/figures.csv'))
    expect(error).toMatchObject({ code: 'cannot_open' })
    expect(error.message).toBe('پروندهٔ «figures.csv» باز نشد: چنین پرونده‌ای نیست.')
  })
})
