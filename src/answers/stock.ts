import { key } from '../persian/normalise.ts'
import { ALWAYS_STOCK, FLOW_WORDS, STOCK_NOUNS, STOCK_STATES } from '../questions/words.ts'

/** What is there at a time («مانده», «ظرفیت», «تعداد هتل‌ها») is not more after two years of it. */
export function isStock(name: string): boolean {
  const words = name.split(/[ \u200c]+/).map(key)
  if (ALWAYS.has(words[0] ?? '')) return true
  const isThere =
    STOCK.has(words[0] ?? '') ||
    words.some((word, at) => STATE.has(word) || STATE.has((words[at - 1] ?? '') + word))
  return isThere && !words.some((word) => FLOW.has(word) || DONE.test(word))
}

const STOCK = new Set(STOCK_NOUNS.map(key))
const ALWAYS = new Set(ALWAYS_STOCK.map(key))
const FLOW = new Set(FLOW_WORDS.map(key))
/** «احیاشده»: what was done in a year, or the year's own. */
const DONE = /.شده$/
const STATE = new Set(STOCK_STATES.map(key))
