import type { Measure } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { type PhraseTable, phraseSet } from './phrase-table.ts'
import { CHANGE_NOUNS, COMPARATIVES, RATE_NOUNS, SHARE_NOUNS } from './words/measures.ts'

const CHANGE = phraseSet(CHANGE_NOUNS)
const COMPARATIVE = phraseSet(COMPARATIVES)
const SHARE = phraseSet(SHARE_NOUNS)
const RATE = phraseSet(RATE_NOUNS)
/** «دو برابر شد». */
const BECOMES = /^(شد|شده|شدن|می|میشود|خواهد|کرد|کرده|کردن|گردید)$/
const REFERS_BACK = /(?:^| )این (?:رقم|نرخ|میزان|شاخص)|و در /
const PERCENT = new Set(['درصد', 'واحد درصد', 'برابر', 'نسبت'])

/** What a figure measures: a level, a change, a share or a rank. */
export function measureOf(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  neighbours: readonly Figure[],
): Measure {
  if (figure.unit === 'رتبه') return 'rank'
  if (isChange(keys, clause, figure, neighbours)) return 'change'
  // «۴٫۶ برابر سرمایه صندوق»: how much of something else it is.
  if (figure.unit === 'نسبت' || figure.unit === 'برابر') return 'share'
  if (figure.unit !== 'درصد') return 'level'
  return isShare(keys, clause, figure) ? 'share' : 'level'
}

/** «۳۰ درصد افزایش», «افزایش ۱۹٫۸ درصدی», «از نظر وزنی ۵۳ درصد و از نظر ارزشی ۳۹ درصد کاهش». */
function isChange(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  neighbours: readonly Figure[],
): boolean {
  const next = neighbours.find((other) => other.from >= figure.to && other.from < clause.to)
  const until = next?.from ?? clause.to
  const before = keys[figure.from - 1] ?? ''
  // «به ۵ درصد کاهش یافت» gives the level that was reached.
  if (before === 'به' || (before === 'تا' && figure.unit !== 'برابر')) return false
  if (!PERCENT.has(figure.unit)) return isAbsoluteChange(keys, figure)
  if (figure.unit === 'برابر' && BECOMES.test(keys[figure.to] ?? '')) return true
  if (figure.unit === 'برابر' && has(CHANGE, keys, clause.from, clause.to)) return true
  if (has(CHANGE, keys, figure.to, Math.min(until, figure.to + 14))) return true
  if (/^(نسبت|درمقایسه)$/.test(keys[figure.to] ?? '') && has(CHANGE, keys, figure.to, clause.to))
    return true
  if (has(COMPARATIVE, keys, figure.to, Math.min(until, figure.to + 2))) return true
  const noun = CHANGE.find(keys, Math.max(clause.from, figure.from - 4), figure.from).at(-1)
  if (noun !== undefined && !keys.slice(noun.to, figure.from).includes('به')) return true
  return (
    next?.unit === figure.unit &&
    isParallel(keys, figure, next) &&
    isChange(keys, clause, next, neighbours)
  )
}

/** «۵۳ درصد و از نظر ارزشی ۳۹ درصد کاهش»: what is said of the second holds for the first. */
function isParallel(keys: readonly string[], figure: Figure, next: Figure): boolean {
  const between = keys.slice(figure.to, next.from)
  return between.length <= 5 && /^(و|،|,)$/.test(between[0] ?? '')
}

/** «۳۰۰ هزار تن افزایش», «افزایش ۳۰۰ هزار تنی»: not «به …» and not «افزایش به …». */
function isAbsoluteChange(keys: readonly string[], figure: Figure): boolean {
  if (CHANGE.at(keys, figure.to) !== null) return true
  if (!figure.adjective) return false
  return CHANGE.at(keys, figure.from - 1) !== null
}

function isShare(keys: readonly string[], clause: Clause, figure: Figure): boolean {
  const next = keys[figure.to] ?? ''
  if (/^(از|ان|انها|انان|این|ظرفیت)$/.test(next)) return true
  if (has(SHARE, keys, Math.max(0, clause.from - 3), figure.to)) return true
  if (has(RATE, keys, Math.max(clause.from, figure.from - 12), figure.from)) return false
  // «… نرخ بیکاری کشور … در حالی که این رقم در گیلان …».
  if (REFERS_BACK.test(keys.slice(clause.from, figure.from).join(' '))) {
    if (has(RATE, keys, 0, figure.from)) return false
  }
  if (figure.adjective) return false
  return !has(RATE, keys, figure.to, Math.min(clause.to, figure.to + 3))
}

function has(table: PhraseTable<true>, keys: readonly string[], from: number, to: number): boolean {
  return table.find(keys, Math.max(0, from), to).length > 0
}

/** Which way a change went, for the words of the indicator. */
export function isFall(keys: readonly string[], figure: Figure): boolean {
  const around = keys.slice(Math.max(0, figure.from - 4), figure.to + 14).map(key)
  const fall = around.findIndex((word) => /^(کاهش|افت|نزول|تنزل|کمتر)/.test(word))
  const rise = around.findIndex((word) => /^(افزایش|رشد|بیشتر|ارتقا)/.test(word))
  return fall !== -1 && (rise === -1 || fall < rise)
}
