import { applyChanges } from '../../src/facts/changes.ts'
import { ConflictError } from '../../src/facts/errors.ts'
import { observationById } from '../../src/facts/observations.ts'
import { openStore } from '../../src/facts/open.ts'

/** Corrects observation 1 of the store as often as told, and says how many of the tries others were faster. */
async function main(url: string, name: string, tries: number): Promise<void> {
  const store = await openStore({ url })
  let conflicts = 0
  for (let round = 0; round < tries; round++) {
    const seen = await observationById(store.db, 1)
    const quantity = { digits: String(round), decimals: 0, power: 0, unit: 'واحد' }
    try {
      await applyChanges(
        store,
        { actor: { telegramId: null, name }, command: 'edit', now: new Date(0) },
        [
          {
            type: 'correct_observation',
            observationId: 1,
            expectedRevision: seen?.revision ?? 0,
            content: { quantity },
          },
        ],
      )
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      conflicts++
    }
  }
  await store.close()
  process.stdout.write(`${conflicts}\n`)
}

await main(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4]))
