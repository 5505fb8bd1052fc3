import { historyOf, type Revision } from '../facts/history.ts'
import type { Executor } from '../facts/open.ts'
import type { Observation, Qualifier } from '../facts/types.ts'
import { todayInTehran } from '../persian/calendar.ts'

/** What a figure said before it was corrected. */
export interface Correction {
  readonly observationId: number
  readonly before: {
    readonly value: number | null
    readonly qualifier: Qualifier
    readonly statement: string
  }
  /** ISO day in Tehran on which it was corrected. */
  readonly day: string
}

/** The last correction of each observation that had one. What was undone does not count. */
export async function correctionsOf(
  db: Executor,
  observations: readonly Observation[],
): Promise<Correction[]> {
  const corrections: Correction[] = []
  for (const { id, revision } of observations) {
    if (revision === 1) continue
    const correction = lastCorrection(await historyOf(db, id))
    if (correction !== null) corrections.push(correction)
  }
  return corrections
}

/** Goes back over changes of source or note to the one that changed what is said. */
function lastCorrection(history: readonly Revision[]): Correction | null {
  const numbered = new Map(history.map((one) => [one.revision, one]))
  const now = history.at(-1)
  for (let at = now?.contentRevision ?? 1; at > 1; ) {
    const before = numbered.get(at - 1)
    const after = numbered.get(at)
    if (now === undefined || before === undefined || after === undefined) return null
    // Moved to another indicator, place or period it was another figure.
    if (whatOf(before) !== whatOf(now)) return null
    if (saidIn(before) !== saidIn(now)) {
      const { value, content } = before
      return {
        observationId: now.observationId,
        before: { value, qualifier: content.qualifier, statement: content.statement ?? '' },
        day: todayInTehran(new Date(after.changeSet.recordedAt)),
      }
    }
    at = before.contentRevision
  }
  return null
}

const whatOf = ({ content }: Revision): string =>
  [content.indicatorId, content.placeId, content.period, content.kind, content.measure].join('|')

const saidIn = ({ value, content }: Revision): string =>
  [value, content.qualifier, content.statement].join('|')
