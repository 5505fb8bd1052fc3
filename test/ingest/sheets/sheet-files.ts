import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { ImportRow } from '../../../src/facts/import-columns.ts'
import { type Sheet, SheetError } from '../../../src/ingest/sheets/read-sheet.ts'

export * from './made-workbooks.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A path in a folder that is removed after the test. */
export function pathOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arqam-'))
  folders.push(folder)
  return join(folder, name)
}

export function fileOf(name: string, content: string | Uint8Array): string {
  const path = pathOf(name)
  writeFileSync(path, content)
  return path
}

export async function rowsOf({ rows }: Sheet): Promise<ImportRow[]> {
  const found: ImportRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

/** The error of a sheet that is refused when it is opened or read. */
export async function refusal(sheet: Promise<Sheet>): Promise<SheetError> {
  try {
    await rowsOf(await sheet)
  } catch (error) {
    if (error instanceof SheetError) return error
    throw error
  }
  throw new Error('the sheet was read')
}
