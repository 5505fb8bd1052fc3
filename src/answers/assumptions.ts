import type { Question } from '../questions/question.ts'
import type { Part } from './answer.ts'
import { asked, lines, newLine, text } from './parts.ts'
import { texts } from './texts.fa.ts'

/**
 * What was not said and had to be filled, a line each: the place with where it came from, and the
 * period, in the words that fit the answer (null where every period is shown).
 */
export function assumptionParts(
  { indicator, places, periods }: Pick<Question, 'indicator' | 'places' | 'periods'>,
  place: string,
  latest: string | null = texts.latestPeriod,
): Part[] {
  const rows: Part[][] = []
  if (places?.origin === 'assumed') rows.push([asked(texts.assumedPlace(place), 'italic')])
  if (places?.origin === 'default') rows.push([asked(texts.defaultPlace(place), 'italic')])
  if (places?.origin === 'previous') rows.push([asked(texts.previousPlace(place), 'italic')])
  // «گوشت مرغ فارس» after a question about 1400: all else was said anew.
  if (periods?.origin === 'previous' && places?.origin === 'said' && indicator?.origin === 'said')
    rows.push([text(texts.previousPeriod, 'italic')])
  if (periods === null && latest !== null) rows.push([text(latest, 'italic')])
  return rows.length === 0 ? [] : [newLine, ...lines(...rows)]
}
