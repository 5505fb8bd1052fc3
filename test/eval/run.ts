/**
 * `npm run eval`: how well the program answers, and beside it plain Fuse.js.
 *
 *   --style A,B     only these styles        --store qom|large   only this store
 *   --dev           only the part for tuning --held              only the part held back, listed
 *   --limit N       at most N base questions --seed WORD         other noise (default 1404)
 *   --no-baseline   without Fuse.js          --asked             list what was asked or refused too
 *   --json FILE     all results, one a line  --external DIR      others' unanswerable questions
 *   --class NAME    only this class          --command "node X"  another program (default: ours)
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Ask } from './answer.ts'
import { createBaseline } from './baseline.ts'
import { type Case, readCases, readForeignCases } from './cases.ts'
import { examine, type Result } from './examine.ts'
import { failure, goals, headline, table } from './report.ts'
import { readRows, type StoreRow } from './store-rows.ts'
import { createAsk } from './subject.ts'
import { variantsOf } from './variants.ts'

const HERE = import.meta.dirname

const { values: options } = parseArgs({
  options: {
    style: { type: 'string' },
    store: { type: 'string' },
    class: { type: 'string' },
    dev: { type: 'boolean', default: false },
    held: { type: 'boolean', default: false },
    limit: { type: 'string' },
    seed: { type: 'string', default: '1404' },
    'no-baseline': { type: 'boolean', default: false },
    asked: { type: 'boolean', default: false },
    json: { type: 'string' },
    external: { type: 'string' },
    command: { type: 'string', default: 'node src/cli/arqam.js' },
  },
})

const print = (text: string) => process.stdout.write(`${text}\n`)

function chosenCases(): Case[] {
  const styles = options.style?.split(',')
  const foreign = options.external === undefined ? [] : readForeignCases(options.external)
  const bases = [...readCases(join(HERE, 'questions')), ...foreign]
    .filter((one) => options.store === undefined || one.store === options.store)
    .filter((one) => options.class === undefined || one.class === options.class)
    .filter((one) => (options.dev ? !one.held : options.held ? one.held : true))
    .slice(0, options.limit === undefined ? undefined : Number(options.limit))
  return bases
    .flatMap((one) => [one, ...variantsOf(one, options.seed)])
    .filter((one) => styles === undefined || styles.includes(one.style))
}

/**
 * The store of the Qom report is what the project ships; its rows here serve the baseline only.
 * The larger store is imported on top of it.
 */
const STORES: readonly { name: Case['store']; shipped: boolean; rows: StoreRow[] }[] = [
  { name: 'qom', shipped: true, rows: readRows(join(HERE, 'store-qom.jsonl')) },
  { name: 'large', shipped: false, rows: readRows(join(HERE, 'store.jsonl')) },
]

async function main(): Promise<void> {
  const cases = chosenCases()
  const [program = 'node', ...given] = options.command.split(' ')
  const ours: Result[] = []
  const theirs: Result[] = []
  for (const { name, shipped, rows } of STORES) {
    const here = cases.filter((one) => one.store === name)
    if (here.length === 0) continue
    const subject = await createAsk(shipped ? [] : rows, { command: [program, ...given] })
    try {
      ours.push(...(await examine(here, subject.ask)))
    } finally {
      subject.close()
    }
    if (!options['no-baseline']) {
      const baseline: Ask = createBaseline(rows)
      theirs.push(...(await examine(here, baseline)))
    }
  }

  const failed = ours.filter(({ score }) =>
    options.asked ? !score.asExpected : score.outcome === 'wrong',
  )
  // What is held back stays unseen unless asked for by name.
  const listed = failed.filter((result) => options.held || !result.case.held)
  for (const result of listed) print(failure(result))
  print(`\n${listed.length} listed, ${failed.length - listed.length} more held back\n`)
  print(table(ours, theirs))
  print(headline('Arqam', ours))
  if (theirs.length > 0) print(headline('Fuse.js', theirs))

  print(goals(ours))

  if (options.json !== undefined) {
    const lines = ours.map(({ case: one, turn, class: questionClass, answer, score }) =>
      JSON.stringify({
        id: one.id,
        style: one.style,
        class: questionClass,
        store: one.store,
        held: one.held,
        question: turn.question,
        expect: turn.expect,
        ...score,
        answer,
      }),
    )
    writeFileSync(options.json, `${lines.join('\n')}\n`)
  }
}

await main()
