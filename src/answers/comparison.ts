import type { Observation } from '../facts/types.ts'
import { comparePeriods } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import type { Figure } from './answer.ts'
import { comparable, difference } from './derive.ts'
import { listParts } from './figure-list.ts'
import { observationsOf, valueText } from './figure-text.ts'
import { figureOf } from './figures.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { figure, newLine, text } from './parts.ts'
import { acceptedKinds, withoutRepeats } from './selection.ts'
import { texts } from './texts.fa.ts'
import { observationsFor, select } from './value-answer.ts'

/** One figure for each place or period that was named, and how far the first two are apart. */
export async function answerComparison(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const placeIds = question.places?.value ?? []
  const observations = await observationsFor(desk, indicatorId, placeIds)
  const periods = periodsToCompare(question, observations, placeIds, desk)
  const slots = placeIds.flatMap((placeId) => periods.map((period) => ({ placeId, period })))
  const found: Figure[] = []
  const missing: { placeId: number; period: string | null }[] = []
  let disputed = false
  for (const { placeId, period } of slots) {
    const own = observations.filter((one) => one.placeId === placeId)
    const asked = {
      ...question,
      aspect: 'value' as const,
      periods: period === null ? null : { value: [period], origin: 'said' as const },
    }
    // Sources that disagree are all shown; then there is no one difference either.
    const chosen = withoutRepeats(select(own, asked, desk))
    if (chosen.length === 0) missing.push({ placeId, period })
    disputed ||= chosen.length > 1
    found.push(...chosen.map((one) => figureOf(one, desk.names)))
  }
  if (found.length === 0 || missing.length > 0) return await notFound(question, desk)
  const gap =
    found.length === 2 && !disputed ? difference(found[0] as Figure, found[1] as Figure) : null
  const fair = found.every(
    (one) => comparable(one, found[0] as Figure) && one.kind === found[0]?.kind,
  )
  if (!fair) return await notFound(question, desk, texts.notComparable)
  return outcome('answered', question, {
    figures: found,
    nearby: gap === null ? [] : [gap],
    parts: [
      ...listParts(found, (found[0] as Figure).indicator),
      ...(disputed ? [newLine, text(texts.conflicting, 'italic')] : []),
      ...(gap === null
        ? []
        : [
            newLine,
            text(texts.difference),
            figure(`${valueText(gap)} (${gap.derived?.formula ?? ''})`, observationsOf(gap)),
          ]),
    ],
  })
}

/** The periods said; else the newest that all the places have. */
function periodsToCompare(
  question: Question,
  observations: readonly Observation[],
  placeIds: readonly number[],
  desk: Desk,
): (string | null)[] {
  const said = [
    ...(question.periods?.value ?? []),
    ...(question.base === null ? [] : [question.base]),
  ]
  if (said.length > 0) return said.flatMap((p) => (/^\d{4}\/\d{4}$/.test(p) ? p.split('/') : [p]))
  const kinds = acceptedKinds(question, desk.today)
  const common = [...new Set(observations.map((one) => one.period))]
    .filter((period) =>
      placeIds.every((placeId) =>
        observations.some(
          (one) =>
            one.placeId === placeId &&
            one.period === period &&
            one.measure === 'level' &&
            one.kind === kinds[0],
        ),
      ),
    )
    .sort((a, b) => comparePeriods(b, a))
  return [common[0] ?? null]
}
