import { key } from '../persian/normalise.ts'
import { FLOW_WORDS, STOCK_NOUNS } from '../questions/words.ts'

/** What is there at a time («مانده», «ظرفیت», «تعداد هتل‌ها») is not more after two years of it. */
export function isStock(name: string): boolean {
  const words = name.split(/[ \u200c]+/).map(key)
  return STOCK.has(words[0] ?? '') && !words.some((word) => FLOW.has(word))
}

const STOCK = new Set(STOCK_NOUNS.map(key))
const FLOW = new Set(FLOW_WORDS.map(key))
