import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Alias, Place, Vocabulary } from '../../src/facts/types.ts'

const DATA = join(import.meta.dirname, '../../data')
const placesFile = z.object({
  places: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['country', 'province', 'county']),
      iso: z.string().nullable().optional(),
      parent: z.string().nullable(),
      aliases: z.array(z.string()).default([]),
    }),
  ),
})
const indicatorsFile = z.object({
  indicators: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      additive: z.boolean(),
      aliases: z.array(z.string()).default([]),
    }),
  ),
})

/** The vocabulary of a fresh store, read from the data files without a store. */
export function vocabularyOfData(): Vocabulary {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(DATA, file), 'utf8'))
  const rows = placesFile.parse(read('places.json')).places
  const { indicators } = indicatorsFile.parse(read('indicators.json'))
  const places: Place[] = rows.map(({ name, kind, iso, parent }, id) => ({
    id,
    name,
    kind,
    isoCode: iso ?? null,
    parentId: parent === null ? null : rows.findIndex((row) => row.name === parent),
  }))
  const aliases: Alias[] = []
  const add = (target: Alias['target'], targetId: number, texts: readonly string[]) => {
    for (const text of texts) aliases.push({ id: aliases.length, target, targetId, text })
  }
  rows.forEach((row, id) => {
    add('place', id, row.aliases)
  })
  indicators.forEach((row, id) => {
    add('indicator', id, row.aliases)
  })
  return {
    version: 1,
    places,
    indicators: indicators.map(({ name, unit, additive }, id) => ({
      id,
      name,
      unit,
      additive,
      definition: null,
    })),
    aliases,
  }
}
