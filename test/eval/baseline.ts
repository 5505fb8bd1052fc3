import Fuse from 'fuse.js'
import type { Ask } from './answer.ts'
import { figureOf, type StoreRow } from './store-rows.ts'

const KIND = { actual: 'عملکرد', target: 'هدف', forecast: 'پیش‌بینی' }

const persianDigits = (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))

/**
 * What one gets without this project: plain Fuse.js over the facts' texts, the best hit answered.
 * `ignoreLocation` is the one courtesy: without it a question's first words decide everything.
 */
export function createBaseline(rows: readonly StoreRow[]): Ask {
  const facts = rows.map((row) => ({
    row,
    text: `${row.indicator} ${row.place} ${persianDigits(row.period)} ${KIND[row.kind]}`,
  }))
  const fuse = new Fuse(facts, { keys: ['text'], threshold: 0.4, ignoreLocation: true })
  return async (question) => {
    const [best] = fuse.search(question, { limit: 1 })
    return {
      status: best === undefined ? 'not_found' : 'answered',
      text: best?.item.text ?? '',
      figures: best === undefined ? [] : [figureOf(best.item.row)],
      choices: [],
    }
  }
}
