import { jalaliOf } from './calendar.ts'
import { fold } from './normalise.ts'
import { canonicalPeriod, parsePeriod, writePeriod } from './period-notation.ts'
import { findPeriodsInText } from './periods.ts'
import { tokenise } from './tokens.ts'

export type PeriodReading =
  | { readonly period: string; readonly basis: 'stated' | 'inferred' }
  | { readonly error: 'not-a-period' | 'needs-reference' | 'invalid' }

/** Only for telling stated from relative when there is no day to count from. */
const ANY_DAY = '2021-09-01'

/**
 * Reads a cell or a form's field that must be one period: the notation itself (digits of any
 * script) or a Persian phrase. Relative phrases count from `referenceDay` (ISO day, such as
 * the day of publication) and are `inferred`; without it they are refused.
 */
export function readPeriod(text: string, referenceDay: string | null): PeriodReading {
  const notation = fold(text)
    .replace(/\s+/g, '')
    .replace(/[hq](?=\d)/g, (letter) => letter.toUpperCase())
  const written = parsePeriod(notation)
  if (written !== null) {
    return { period: writePeriod(canonicalPeriod(written)), basis: 'stated' }
  }
  if (referenceDay !== null) jalaliOf(referenceDay)
  const mentions = findPeriodsInText(text, referenceDay ?? ANY_DAY)
  const [mention] = mentions
  if (mention === undefined || mentions.length > 1 || !isWhole(text, mention)) {
    return { error: 'not-a-period' }
  }
  if (mention.invalid === 'needs-previous') return { error: 'needs-reference' }
  if (mention.invalid === 'vague') return { error: 'not-a-period' }
  if (mention.basis === 'relative' && referenceDay === null) return { error: 'needs-reference' }
  if (mention.invalid !== undefined) return { error: 'invalid' }
  return { period: mention.period, basis: mention.basis === 'stated' ? 'stated' : 'inferred' }
}

/** Nothing but prepositions and brackets may stand outside the mention. */
function isWhole(text: string, { from, to }: { from: number; to: number }): boolean {
  return tokenise(text).every(
    ({ text: word, kind }, index) =>
      (index >= from && index < to) || kind === 'punctuation' || /^(در|طی|تو|برای)$/.test(word),
  )
}
