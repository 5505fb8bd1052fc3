import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseCsv } from 'hucre/csv'
import { z } from 'zod'
import { columnOfHeading, type ImportRow } from '../../facts/import-columns.ts'

export interface Sheet {
  readonly rows: AsyncIterable<ImportRow>
}

const cell = z.union([z.string(), z.number(), z.null()])
const line = z.record(z.string(), cell)

/** Reads CSV or JSONL by its ending. */
export async function readSheet(path: string): Promise<Sheet> {
  return { rows: /\.csv$/i.test(path) ? csvRows(path) : jsonRows(path) }
}

async function* jsonRows(path: string): AsyncGenerator<ImportRow> {
  let row = 0
  for await (const text of createInterface({ input: createReadStream(path, 'utf8') })) {
    row++
    if (text.trim() !== '')
      yield { row, cells: byColumn(Object.entries(line.parse(JSON.parse(text)))) }
  }
}

async function* csvRows(path: string): AsyncGenerator<ImportRow> {
  const [headings = [], ...rows] = parseCsv(await readFile(path, 'utf8'))
  for (const [index, values] of rows.entries()) {
    const entries = headings.map(
      (heading, at) => [String(heading), cell.parse(values[at] ?? null)] as const,
    )
    yield { row: index + 2, cells: byColumn(entries) }
  }
}

function byColumn(entries: Iterable<readonly [string, z.infer<typeof cell>]>): ImportRow['cells'] {
  const cells: Record<string, z.infer<typeof cell>> = {}
  for (const [heading, value] of entries) {
    const column = columnOfHeading(heading)
    if (column !== null) cells[column] = value
  }
  return cells
}
