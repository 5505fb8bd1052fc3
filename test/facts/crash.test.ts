import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { openStore } from '../../src/facts/open.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { freshUrl } from './fresh-url.ts'
import { startScript } from './processes.ts'
import { by, VOCABULARY } from './store-for-tests.ts'

const ROWS_OF_AN_IMPORT = 700
const KILLED_AFTER = [1, 3]

describe('a process that is killed while it imports', () => {
  it('loses nothing that it said was in, and leaves no half of an import', async () => {
    const url = await freshUrl()
    const store = await openStore({ url })
    await applyChanges(store, by('الف'), VOCABULARY)
    await store.close()
    for (const imports of KILLED_AFTER) {
      const said = await importsUntilKilled(url, imports)
      const opened = await openStore({ url })
      expect(await checkStore(opened)).toEqual([])
      const sizes = await opened.db
        .selectFrom('observation_revision')
        .select(['change_set_id', (eb) => eb.fn.countAll<number>().as('rows')])
        .groupBy('change_set_id')
        .execute()
      expect(new Set(sizes.map(({ rows }) => rows))).toEqual(new Set([ROWS_OF_AN_IMPORT]))
      const ids = sizes.map((size) => size.change_set_id)
      expect(said.filter((id) => !ids.includes(id))).toEqual([])
      await opened.close()
    }
  })
})

/** The change sets that the process said were in when it was killed, some way into the next. */
async function importsUntilKilled(url: string, imports: number): Promise<number[]> {
  const { child, said, lines, ended } = startScript('import-until-killed.ts', url, String(imports))
  await lines(imports)
  setTimeout(() => child.kill('SIGKILL'), imports * 7)
  await ended
  return said.map(Number)
}
