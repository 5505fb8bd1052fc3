import Database from 'better-sqlite3'
import { REFUSED, type SubjectKind } from './subject.ts'

/** The least that any look-up in the store does. */
export const pointRead: SubjectKind = {
  title: 'one prepared point read',
  setUp: 'better-sqlite3, one observation by its id',
  onStore: true,
  ceiling: true,
  async load({ facts, store }) {
    const database = new Database(store.slice('file:'.length), { readonly: true })
    const read = database.prepare<[number]>('select * from observation where id = ?')
    let id = 0
    return {
      ask() {
        id = (id + 7919) % facts.size
        read.get(id + 1)
        return REFUSED
      },
      async close() {
        database.close()
      },
    }
  },
}
