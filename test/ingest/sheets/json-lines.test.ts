import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../src/ingest/sheets/read-sheet.ts'
import { fileOf, refusal, rowsOf } from './sheet-files.ts'

const read = async (content: string, name = 'figures.jsonl') => {
  const sheet = await readSheet(fileOf(name, content))
  return { rows: await rowsOf(sheet), unknownHeadings: sheet.unknownHeadings }
}

describe('JSON lines', () => {
  it.each([
    ['Latin keys', '{"indicator":"گندم","value":37}', { indicator: 'گندم', value: 37 }],
    ['Persian keys', '{"شاخص":"گندم","مقدار":"۳۷"}', { indicator: 'گندم', value: '۳۷' }],
    [
      'keys of a draft',
      '{"indicator":"گندم","periodBasis":"inferred","matchedIndicator":null,"confidence":{}}',
      { indicator: 'گندم', period_basis: 'inferred' },
    ],
    [
      'nothing',
      '{"indicator":"گندم","note":null,"speaker":""}',
      { indicator: 'گندم', note: null, speaker: null },
    ],
    ['a decimal', '{"value":12.5}', { value: 12.5 }],
    ['three decimals, which are no thousands', '{"value":7.547}', { value: 7.547 }],
    ['a small number', '{"value":1.5e-7}', { value: '0.00000015' }],
    ['a large number', '{"value":1.2e21}', { value: '1200000000000000000000' }],
    [
      'more digits than a number holds',
      '{"value":12345678901234567890}',
      { value: '12345678901234567890' },
    ],
    [
      'digits that would be rounded away',
      '{"value":99999999.99999999999}',
      { value: '99999999.99999999999' },
    ],
    [
      'digits in a text',
      '{"quote":"\\"شمارهٔ 12345678901234567890"}',
      { quote: '"شمارهٔ 12345678901234567890' },
    ],
  ])('%s', async (_, line, cells) => {
    expect((await read(line)).rows).toEqual([{ row: 1, cells }])
  })

  it('counts lines as an editor does, and passes over empty ones', async () => {
    const { rows } = await read('{"value":1}\r\n\n  \n{"value":2}\n', 'figures.ndjson')
    expect(rows.map(({ row }) => row)).toEqual([1, 4])
  })

  it('is known by its content when the ending says nothing', async () => {
    expect((await read('\ufeff{"value":1}', 'figures.txt')).rows).toHaveLength(1)
  })

  it('names keys that it does not know, once each', async () => {
    const line = '{"indicator":"گندم","__proto__":{"a":1},"استاندار":"x"}\n'
    const { unknownHeadings } = await read(line.repeat(3))
    expect(unknownHeadings).toEqual(['استاندار'])
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })

  it.each([
    ['no known key', '{"a":1}', 'no_headings', '«شاخص»'],
    ['an empty file', '\n', 'no_headings', '«شاخص»'],
    ['half a line', '{"indicator":"گندم"}\n{"indicator":', 'broken_json', 'سطر ۲'],
    ['a list in a line', '{"indicator":"گندم"}\n["گندم"]', 'broken_json', 'سطر ۲'],
    ['an object in a cell', '{"indicator":"گندم","value":{"a":1}}', 'broken_json', '«مقدار»'],
    ['yes in a cell', '{"indicator":"گندم","value":true}', 'broken_json', '«مقدار»'],
    ['a value in two languages', '{"value":1,"مقدار":2}', 'duplicate_heading', '«مقدار»'],
    [
      'a line without an end',
      `{"value":1}\n{"note":"${'x'.repeat(1_100_000)}"}`,
      'too_large',
      'ردیف ۲',
    ],
  ])('refuses %s', async (_, content, code, message) => {
    const error = await refusal(readSheet(fileOf('figures.jsonl', content)))
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })

  it('teaches how to write a JSON array as lines', async () => {
    const error = await refusal(readSheet(fileOf('figures.json', '[{"value":1}]')))
    expect(error.message).toContain('JSONL')
  })
})
