import type { Executor } from '../facts/open.ts'
import type { Question } from '../questions/question.ts'
import type { Choice, Figure, Part, ReadingSummary, Status } from './answer.ts'
import type { AskContext } from './asker.ts'
import type { Names } from './figures.ts'
import { indicatorName } from './pair-name.ts'

/** What an answerer works with. */
export interface Desk {
  readonly db: Executor
  readonly names: Names
  readonly context: AskContext
  /** ISO day of asking in Tehran. */
  readonly today: string
}

/** What an answerer found; the asker makes an {@link Answer} of it. */
export interface Outcome {
  readonly status: Status
  readonly parts: readonly Part[]
  readonly figures: readonly Figure[]
  readonly nearby: readonly Figure[]
  readonly choices: readonly Choice[]
  /** The question with its open slots filled. */
  readonly question: Question | null
}

export function outcome(
  status: Status,
  question: Question | null,
  found: Partial<Pick<Outcome, 'parts' | 'figures' | 'nearby' | 'choices'>>,
): Outcome {
  return { status, question, parts: [], figures: [], nearby: [], choices: [], ...found }
}

/** The question in words, with where each slot came from. */
export function summarise(
  question: Question,
  names: Names,
  figures: readonly Figure[] = [],
): ReadingSummary {
  const { indicator, places, periods, kind } = question
  const period = periods?.value.join('، ') ?? figures[0]?.period ?? null
  return {
    indicator: indicator === null ? null : indicatorName(question, names),
    place: places === null ? null : places.value.map((id) => names.place(id)).join('، '),
    period,
    kind: kind?.value ?? figures[0]?.kind ?? null,
    aspect: question.aspect,
    origins: {
      ...(indicator === null ? {} : { indicator: indicator.origin }),
      ...(places === null ? {} : { place: places.origin }),
      ...(period === null ? {} : { period: periods?.origin ?? 'assumed' }),
      kind: kind?.origin ?? 'assumed',
    },
  }
}
