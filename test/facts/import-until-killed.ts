import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { openStore } from '../../src/facts/open.ts'

/** Imports batch after batch into the store of the first argument, under names of the second, and says each one that is in. */
async function main(url: string, run: string): Promise<void> {
  const store = await openStore({ url })
  for (let round = 0; ; round++) {
    const rows = Array.from({ length: 700 }, (_, index) => ({
      row: index + 2,
      cells: {
        indicator: `شاخص ${run} ${round}`,
        place: 'قم',
        period: `${1300 + (index % 280)}`,
        value: index,
        unit: 'تن',
        source_title: `گزارش ${Math.floor(index / 280)}`,
      },
    }))
    const context = {
      actor: { telegramId: null, name: 'الف' },
      command: 'import',
      now: new Date(0),
    }
    const { changeSet } = await importRows(store, context, rows, { readers: persianReaders() })
    process.stdout.write(`${changeSet?.id}\n`)
  }
}

await main(process.argv[2] ?? '', process.argv[3] ?? '')
