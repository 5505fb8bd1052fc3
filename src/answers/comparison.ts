import type { Observation } from '../facts/types.ts'
import { formatPeriod } from '../persian/period-format.ts'
import { type Question, said } from '../questions/question.ts'
import { TIMES } from '../questions/special-units.ts'
import type { Figure } from './answer.ts'
import { assumptionParts } from './assumptions.ts'
import { comparable, difference, timesOf } from './derive.ts'
import { computed } from './derived-answers.ts'
import { directedText } from './direction-text.ts'
import { listParts } from './figure-list.ts'
import { observationsOf } from './figure-text.ts'
import { observationsFor } from './look-up.ts'
import { describe, nearParts, notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, figure, lines, newLine, text } from './parts.ts'
import { acceptedKinds, latestPeriod, withoutRepeats } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { select } from './value-answer.ts'

/** One figure for each place or period that was named, and how far the first two are apart. */
export async function answerComparison(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const placeIds = question.places?.value ?? []
  const observations = await observationsFor(desk, indicatorId, placeIds)
  const periods = periodsToCompare(question, observations, placeIds, desk)
  const slots = placeIds.flatMap((placeId) => periods.map((period) => ({ placeId, period })))
  const found: Figure[] = []
  const missing: Slot[] = []
  let disputed = false
  for (const { placeId, period } of slots) {
    const own = observations.filter((one) => one.placeId === placeId)
    const asked = {
      ...question,
      aspect: 'value' as const,
      periods: period === null ? null : { value: [period], origin: 'said' as const },
    }
    // Sources that disagree are all shown; then there is no one difference either.
    const chosen = withoutRepeats(select(own, asked, desk)).filter(({ value }) => value !== null)
    if (chosen.length === 0) missing.push({ placeId, period })
    disputed ||= chosen.length > 1
    found.push(...chosen.map((one) => shownFigure(one, desk, question)))
  }
  if (found.length === 0) return await notFound(question, desk)
  if (missing.length > 0) return halfHeld(question, found, missing, desk)
  const gap =
    found.length === 2 && !disputed ? difference(found[0] as Figure, found[1] as Figure) : null
  const fair = found.every(
    (one) => comparable(one, found[0] as Figure) && one.kind === found[0]?.kind,
  )
  if (!fair) return await notFound(question, desk, texts.notComparable)
  const [one, two] = found
  if (question.unit === TIMES && one !== undefined && two !== undefined && !disputed) {
    const times = found.length === 2 ? timesOf(one, two) : null
    if (times !== null) return computed(question, times, texts.against(nameAmong(two, found)))
  }
  return outcome('answered', question, {
    figures: found,
    nearby: gap === null ? [] : [gap],
    parts: [
      ...listParts(found, (found[0] as Figure).indicator, [
        ...(disputed ? [newLine, text(texts.conflicting, 'italic')] : []),
        ...(gap === null
          ? []
          : [
              newLine,
              text(texts.difference),
              figure(`${differenceText(gap)} (${gap.derived?.formula ?? ''})`, observationsOf(gap)),
            ]),
      ]),
      ...assumptionParts(question, placeNames(question, desk), texts.latestCommon),
    ],
  })
}

/** Of what was to be compared a part is not held: says which, and shows the rest as what it is. */
function halfHeld(
  question: Question,
  found: readonly Figure[],
  missing: readonly Slot[],
  desk: Desk,
): Outcome {
  const lacking = missing.map(({ placeId, period }) =>
    describe(
      {
        ...question,
        aspect: 'value',
        places: said([placeId]),
        periods: period ? said([period]) : null,
      },
      desk,
    ),
  )
  return outcome('not_found', question, {
    nearby: found,
    parts: [
      ...lines([text(texts.noFigure, 'bold')], ...lacking.map((one) => [asked(one)])),
      ...nearParts(found, texts.heldOfThese),
    ],
  })
}

interface Slot {
  readonly placeId: number
  readonly period: string | null
}

const placeNames = ({ places }: Question, desk: Desk): string =>
  (places?.value ?? []).map((id) => desk.names.place(id)).join('، ')

/** «۱۲ هزار و ۱۷۰ نفر بیشتر در گیلان»; of percentages in percentage points. */
function differenceText(gap: Figure): string {
  const [first, second] = (gap.derived?.inputs ?? []).map((one, _, both) => nameAmong(one, both))
  const words = texts.between(first ?? '', second ?? '')
  return directedText(gap, words, gap.unit === PERCENT ? texts.percentagePoints : gap.unit)
}

/** What tells a figure from the other one: its place, its period or both. */
function nameAmong(one: Figure, all: readonly Figure[]): string {
  const place = all.some((other) => other.place !== one.place) ? one.place : ''
  const period = all.some((other) => other.period !== one.period) ? formatPeriod(one.period) : ''
  return [place, period].filter(Boolean).join('، ')
}

const PERCENT = 'درصد'

/** The periods said; else the newest that all the places have. */
function periodsToCompare(
  question: Question,
  observations: readonly Observation[],
  placeIds: readonly number[],
  desk: Desk,
): (string | null)[] {
  const wanted = [
    ...(question.periods?.value ?? []),
    ...(question.base === null ? [] : [question.base]),
  ]
  if (wanted.length > 0)
    return wanted.flatMap((p) => (/^\d{4}\/\d{4}$/.test(p) ? p.split('/') : [p]))
  const kinds = acceptedKinds(question, desk.today)
  const levels = observations.filter(
    (one) => one.measure === 'level' && one.kind === kinds[0] && placeIds.includes(one.placeId),
  )
  const ofAll = levels.filter(({ period }) =>
    placeIds.every((id) => levels.some((one) => one.placeId === id && one.period === period)),
  )
  return [latestPeriod(ofAll)]
}
