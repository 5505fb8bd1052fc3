import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { parseValue } from '../../src/persian/parse-value.ts'
import { vocabularyOfData } from '../eval-ingest/vocabulary-of-data.ts'

const SOURCE = 'گزارش دومین جلسه کارگروه تسهیل و رفع موانع تولید استان قم'
const observation = z.object({
  indicator: z.string(),
  value: z.string().optional(),
  unit: z.string().optional(),
  kind: z.string(),
  measure: z.string(),
  qualifier: z.string(),
  quote: z.string(),
  source_title: z.string(),
})

/** The facts of the report that the project starts from, entered by hand, with their quotes. */
const observations = readFileSync(
  join(import.meta.dirname, '../../data/observations.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => observation.parse(JSON.parse(line)))
  .filter(({ source_title, value }) => source_title === SOURCE && value !== undefined)

const quotes = [...new Set(observations.map(({ quote }) => quote))]
const drafts = quotes.flatMap((quote) =>
  extractDrafts(`${quote}.`, {
    vocabulary: vocabularyOfData(),
    publishedOn: '2021-05-01',
    place: 'قم',
  }),
)

describe('the report of Qom', () => {
  it.each(observations.map((row) => [row.value, row.unit, row]))('yields %s %s', (_, __, row) => {
    const read = parseValue(row.value ?? '', row.unit ?? '')
    expect(read).toHaveProperty('digits')
    const value = 'digits' in read ? Number(read.digits) * 10 ** (read.power - read.decimals) : 0
    const same = drafts.filter((draft) => draft.value === value && draft.measure === row.measure)
    expect(same[0]).toMatchObject({
      kind: row.kind,
      qualifier: row.qualifier,
      measure: row.measure,
      place: 'قم',
      matchedIndicator: row.indicator,
    })
  })

  it('yields nothing else', () => {
    expect(drafts).toHaveLength(observations.length)
  })
})
