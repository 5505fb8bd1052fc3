import type { Part } from '../../answers/answer.ts'
import { previewAnswer } from '../../answers/preview.ts'
import type { NewObservation } from '../../facts/changes.ts'
import { checkFigure, type Finding, refusalsIn } from '../../facts/entry-checks.ts'
import { findObservations } from '../../facts/observations.ts'
import type { Executor } from '../../facts/open.ts'
import { periodDays } from '../../facts/period-days.ts'
import { sourceById } from '../../facts/sources.ts'
import type { Indicator, Observation, Source, Vocabulary } from '../../facts/types.ts'
import { baseValue } from '../../facts/values.ts'
import type { AddOperation } from '../entry/entry-operations.ts'
import { texts } from '../texts.fa.ts'
import { bold, italic, lines, plain } from './parts.ts'

export interface EntryPreview {
  /** The answer as it will look; empty when the figure is refused. */
  readonly answer: readonly Part[]
  readonly findings: readonly Finding[]
  /** The indicator that would be added with it. */
  readonly newIndicator: string | null
}

/** How a new figure would be answered, and what speaks against saving it. */
export async function previewEntry(
  db: Executor,
  operations: readonly AddOperation[],
  vocabulary: Vocabulary,
  today: string,
): Promise<EntryPreview> {
  const added = operations.find((one) => one.type === 'add_indicator')
  const figure = operations.find((one) => one.type === 'add_observation')
  if (!figure) return { answer: [], findings: [], newIndicator: null }
  const fresh: Indicator | null = added ? { id: -1, definition: null, ...added } : null
  const preview = await previewFigure(db, figure.content, vocabulary, today, fresh)
  return { ...preview, newIndicator: fresh?.name ?? null }
}

/** As {@link previewEntry}, for a figure that is there and would say something else. */
export async function previewFigure(
  db: Executor,
  content: NewObservation,
  vocabulary: Vocabulary,
  today: string,
  fresh: Indicator | null = null,
  observationId?: number,
): Promise<Pick<EntryPreview, 'answer' | 'findings'>> {
  const indicator =
    fresh ?? vocabulary.indicators.find(({ id, name }) => isMeant(content.indicatorId, id, name))
  const place = vocabulary.places.find(({ id, name }) => isMeant(content.placeId, id, name))
  if (!indicator || !place) return { answer: [], findings: [] }
  const filter = { indicatorIds: [indicator.id], placeIds: [place.id] }
  const neighbours = fresh ? [] : await findObservations(db, filter)
  const source = await describedSource(db, content.sourceId)
  const scene = {
    indicator,
    neighbours,
    today,
    ...(observationId !== undefined && { observationId }),
  }
  const findings = checkFigure({ ...content, source }, scene)
  if (refusalsIn(findings).length > 0) return { answer: [], findings }
  const { quantity, measure } = content
  const observation: Observation = {
    ...content,
    ...periodDays(content.period),
    id: observationId ?? 0,
    revision: 0,
    changeSetId: 0,
    indicatorId: indicator.id,
    placeId: place.id,
    value: quantity && baseValue(quantity, measure, indicator.unit),
    source,
    sourceId: source.id,
  }
  const beside = neighbours.filter((one) => isBeside(one, observation))
  const known = fresh
    ? { ...vocabulary, indicators: [...vocabulary.indicators, fresh] }
    : vocabulary
  return { answer: previewAnswer(observation, beside.slice(0, 1), known), findings }
}

const isMeant = (reference: number | { readonly name: string }, id: number, name: string) =>
  typeof reference === 'number' ? reference === id : reference.name === name

/** The target of an achievement, or what was achieved of a target. */
const isBeside = (one: Observation, { kind, period, measure, id }: Observation) =>
  one.id !== id &&
  one.period === period &&
  one.measure === measure &&
  [one.kind, kind].sort().join() === 'actual,target'

async function describedSource(db: Executor, given: NewObservation['sourceId']): Promise<Source> {
  if (typeof given === 'number') {
    const { id, title, publisher, url, publishedOn } = (await sourceById(db, given)) ?? NOBODY
    return { id, title, publisher, url, publishedOn }
  }
  const { title = null, publisher = null, url = null, publishedOn = null } = given
  return { id: 0, title, publisher, url, publishedOn }
}

const NOBODY: Source = { id: 0, title: null, publisher: null, url: null, publishedOn: null }

/** The preview as a message, with its warnings below. */
export function previewParts(
  title: string,
  { answer, findings, newIndicator }: EntryPreview,
  unit: string,
): Part[] {
  const fresh = newIndicator === null ? [] : [bold(texts.newIndicator(newIndicator, unit))]
  const warned = findings.map(({ message }) => italic(message))
  return lines(bold(title), ...fresh, [], answer, ...(warned.length > 0 ? [[], ...warned] : []))
}

/** Why a figure is not saved, a line each. */
export const refusalParts = (findings: readonly Finding[]): Part[] =>
  lines(...refusalsIn(findings).map(({ message }) => plain(message)))
