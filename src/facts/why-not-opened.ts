import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { texts } from './texts.fa.ts'

/**
 * Why a database file does not open, for whoever runs the program: SQLite itself says of a full disk
 * only that there was an error of input and output, and of a disk to read from nothing at all.
 */
export function whyNotOpened(path: string, error: unknown): string {
  const folder = dirname(path)
  try {
    const files = [folder, path].filter((one) => existsSync(one))
    if (files.length > 0 && statfsSync(folder).bavail === 0) return texts.notOpened.full
    for (const one of files) accessSync(one, constants.W_OK)
  } catch {
    return texts.notOpened.readOnly
  }
  return error instanceof Error ? error.message : String(error)
}
