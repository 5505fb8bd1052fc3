/** `npm run bench`: how fast Arqam is beside its peers; see `USAGE` in options.ts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goals } from './goals.ts'
import { measureAll } from './measure-all.ts'
import { type Options, readOptions } from './options.ts'
import { writeReadme } from './readme.ts'
import { type BenchResult, benchResult } from './results.ts'
import { otherLines, postgresTable, subjectTable } from './table.ts'

async function resultOf(options: Options): Promise<BenchResult> {
  if (options.from !== undefined)
    return benchResult.parse(JSON.parse(readFileSync(options.from, 'utf8')))
  const folder = mkdtempSync(join(tmpdir(), 'arqam-bench-'))
  try {
    return await measureAll(options, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const options = readOptions(process.argv.slice(2))
const result = await resultOf(options)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(result, null, 1)}\n`)
const texts = [subjectTable(result), otherLines(result), postgresTable(result), goals(result)]
process.stdout.write(`${texts.filter((text) => text !== '').join('\n\n')}\n`)
if (options.readme) await writeReadme(result)
