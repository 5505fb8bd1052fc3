import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { saveDraft } from '../../src/facts/drafts.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import { openStore } from '../../src/facts/open.ts'
import { freshUrl } from './fresh-url.ts'
import { added, by, FACTORIES, NOW, storeWithVocabulary } from './store-for-tests.ts'

const ROWS = 20_000

const rowAt = (index: number) => ({
  row: index + 2,
  cells: {
    indicator: `شاخص ${index % 200}`,
    place: 'قم',
    period: `${1300 + Math.floor(index / 200)}`,
    value: index,
    unit: 'تن',
    source_title: 'گزارش',
  },
})

describe('while a long import runs', () => {
  it('a question is answered from before it, and a change waits without holding others up', {
    timeout: 120_000,
  }, async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const events: string[] = []
    const beside: Promise<void>[] = []

    async function ask(): Promise<void> {
      const [found] = await findObservations(store.db, { period: '1399' })
      expect(found).toMatchObject({ value: 37 })
      expect(await countObservations(store.db)).toBe(1)
      events.push('answered')
    }
    async function write(): Promise<void> {
      const draft = { chatId: 1, telegramId: 1, kind: 'test', payload: FACTORIES }
      await saveDraft(store.db, draft, NOW)
      events.push('written')
    }
    async function* rows() {
      for (let index = 0; index < ROWS; index++) {
        if (index === ROWS / 4) beside.push(write())
        if (index === ROWS / 2) beside.push(ask())
        if (index === ROWS - 1) events.push('last row read')
        yield rowAt(index)
      }
    }
    const options = { readers: persianReaders() }
    const importing = importRows(store, by('الف'), rows(), options).then((report) => {
      events.push('imported')
      return report
    })
    expect(await importing).toMatchObject({ new: ROWS, refused: 0 })
    await Promise.all(beside)
    expect(events).toContain('written')
    expect(events.filter((event) => event !== 'written')).toEqual([
      'answered',
      'last row read',
      'imported',
    ])
    expect(await countObservations(store.db)).toBe(ROWS + 1)
  })

  it('another process that writes waits, and does something else meanwhile', async () => {
    const url = await freshUrl()
    const [importing, other] = [await openStore({ url }), await openStore({ url })]
    const events: string[] = []
    let written: Promise<unknown> = Promise.resolve()
    await importing.db.transaction().execute(async (trx) => {
      await trx.insertInto('unit').values({ name: 'کیلو' }).execute()
      written = other.db
        .transaction()
        .execute((later) => later.insertInto('unit').values({ name: 'تن' }).execute())
        .then(() => events.push('written'))
      await new Promise((resolve) => setTimeout(resolve, 30))
      expect(await countObservations(other.db)).toBe(0)
      events.push('something else')
    })
    await written
    expect(events).toEqual(['something else', 'written'])
    await importing.close()
    await other.close()
  })

  it.skipIf(inject('engine') === 'postgres')(
    'and the next import lets the small change of another process go first',
    async () => {
      const url = await freshUrl()
      const [holding, importing, other] = [
        await openStore({ url }),
        await openStore({ url }),
        await openStore({ url }),
      ]
      const events: string[] = []
      let done: Promise<unknown> = Promise.resolve()
      await holding.db.transaction().execute(async () => {
        const imported = importRows(importing, by('الف'), [rowAt(0)], {
          readers: persianReaders(),
        }).then(() => events.push('imported'))
        // The import has asked first, and many times.
        await wait(100)
        const written = Array.from({ length: 5 }, (_, number) =>
          other.db
            .insertInto('unit')
            .values({ name: `یکای ${number}` })
            .execute()
            .then(() => events.push('written')),
        )
        done = Promise.all([imported, ...written])
        await wait(50)
      })
      await done
      expect(events).toEqual([...Array(5).fill('written'), 'imported'])
      for (const store of [holding, importing, other]) await store.close()
    },
  )
})
