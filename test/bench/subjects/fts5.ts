import Database from 'better-sqlite3'
import Fuse from 'fuse.js'
import { askable, textOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

const SHORTLIST = 50

export const fts5: SubjectKind = {
  title: 'SQLite FTS5 + Fuse.js',
  setUp: `trigrams of the question, any of them; the ${SHORTLIST} best by bm25 re-ranked by Fuse.js`,
  onStore: false,
  ceiling: false,
  async load({ facts }) {
    const database = new Database(':memory:')
    database.exec(`create virtual table fact using fts5(text, tokenize = 'trigram')`)
    const insert = database.prepare('insert into fact(rowid, text) values (?, ?)')
    database.transaction(() => {
      for (let number = 0; number < facts.size; number++) insert.run(number, textOf(facts, number))
    })()
    const shortlist = database.prepare<[string], { rowid: number; text: string }>(
      `select rowid, text from fact where fact match ? order by rank limit ${SHORTLIST}`,
    )
    return {
      ask(text) {
        const question = askable(text)
        const found = shortlist.all(trigramsOf(question))
        const fuse = new Fuse(found, { keys: ['text'], ignoreLocation: true, threshold: 1 })
        return firstHit(facts, fuse.search(question, { limit: 1 })[0]?.item.rowid)
      },
      async close() {
        database.close()
      },
    }
  },
}

const trigramsOf = (text: string): string =>
  [
    ...new Set(
      Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)),
    ),
  ]
    .map((trigram) => `"${trigram}"`)
    .join(' OR ')
