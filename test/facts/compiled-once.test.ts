import { describe, expect, it } from 'vitest'
import { compiledOnce } from '../../src/facts/compiled-once.ts'
import { openStore } from '../../src/facts/open.ts'
import { freshUrl } from './fresh-url.ts'

describe('a query that is compiled once', () => {
  it('is built once for each store, and run with the ids of each call', async () => {
    const one = await openStore({ url: await freshUrl() })
    const other = await openStore({ url: await freshUrl() })
    let built = 0
    const between = compiledOnce(2, (db, from = 0, to = 0) => {
      built++
      return db
        .selectFrom('meta')
        .select('name')
        .where('value', '>=', from)
        .where('value', '<', to)
        .where('name', '=', 'version')
    })
    for (const { db } of [one, other]) {
      expect(await between(db, 0, 1000)).toEqual([{ name: 'version' }])
      expect(await between(db, 1000, 2000)).toEqual([])
    }
    expect(built).toBe(2)
    await one.close()
    await other.close()
  })
})
