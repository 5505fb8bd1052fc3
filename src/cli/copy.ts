import { existsSync } from 'node:fs'
import { copyStore } from '../facts/copy-store.ts'
import { openStore } from '../facts/open.ts'
import type { Call } from './command.ts'
import { databaseProblem } from './configuration.ts'
import { RunError } from './errors.ts'
import { noWords, UsageError } from './options.ts'

/** `arqam copy --from URL --to URL`: everything, to an empty store of either kind, compared there. */
export async function copy({ options }: Call): Promise<number> {
  noWords(options)
  const from = addressOf('--from', options.from)
  const to = addressOf('--to', options.to)
  // Opening a file that is not there would make one.
  if (from.startsWith('file:') && !existsSync(from.slice('file:'.length)))
    throw new RunError(`--from: ${from} is not there`)
  const source = await openStore({ url: from })
  try {
    const target = await openStore({ url: to })
    try {
      const tables = await copyStore(source, target)
      const width = Math.max(...tables.map(({ table }) => table.length))
      for (const { table, rows, hash } of tables)
        console.log(`${table.padEnd(width)}  ${String(rows).padStart(9)}  sha256 ${hash}`)
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${rows} rows arrived as they left.`)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
  return 0
}

function addressOf(option: string, url: string | undefined): string {
  if (url === undefined) throw new UsageError(`${option} URL is missing`)
  const problem = databaseProblem(url)
  if (problem !== null) throw new UsageError(`${option} ${problem}`)
  return url
}
