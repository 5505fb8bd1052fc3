import { applyInTransaction } from '../../src/facts/changes.ts'
import { openStore } from '../../src/facts/open.ts'

/** Opens a store that may be fresh, filling it if it is, and says whether it was the one to fill it. */
async function main(url: string): Promise<void> {
  let filled = 'no'
  const store = await openStore({
    url,
    async fill({ trx }) {
      filled = 'filled'
      const context = {
        actor: { telegramId: null, name: 'الف' },
        command: 'seed',
        now: new Date(0),
      }
      await applyInTransaction(trx, context, [{ type: 'add_place', name: 'قم', kind: 'province' }])
    },
  })
  await store.close()
  process.stdout.write(`${filled}\n`)
}

await main(process.argv[2] ?? '')
