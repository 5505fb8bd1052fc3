import type { NewObservation } from '../../facts/changes.ts'
import type { Observation, Source } from '../../facts/types.ts'
import { texts } from '../texts.fa.ts'
import { quotedQuantity } from '../views/quantity-text.ts'
import { type ReadFields, readField } from './read-fields.ts'
import type { Scene } from './scene.ts'
import { splitEditLine } from './split-entry.ts'

/** A source described in full, to be found or added. */
export type DescribedSource = Pick<Source, 'title' | 'publisher' | 'url' | 'publishedOn'>

type Correction = Partial<Omit<NewObservation, 'sourceId'>> & {
  readonly sourceId?: DescribedSource
}

export interface Edit {
  /** Only what changes. */
  readonly content: Correction
  readonly problems: readonly string[]
}

/** Reads the lines of a correction, «مقدار ۳۸» or «۶ ۳۸ واحد», against what stands now. */
export function readEdit(text: string, current: Observation, scene: Scene): Edit {
  const fields: ReadFields = {}
  const problems: string[] = []
  const given = new Set<string>()
  for (const line of text.split(/[\r\n]+/).filter((line) => line.trim() !== '')) {
    const { field, text } = splitEditLine(line)
    if (field === null) problems.push(texts.notUnderstood(text))
    else if (given.has(field)) problems.push(texts.twice(texts.labels[field]))
    else problems.push(...readField(fields, field, text, scene))
    if (field) given.add(field)
  }
  if (fields.newIndicator !== undefined) problems.push(texts.unknownIndicator(fields.newIndicator))
  const value = valueChange(fields, current)
  if (typeof value === 'string') return { content: {}, problems: [...problems, value] }
  return { content: { ...contentOf(fields), ...value, ...sourceChange(fields, current) }, problems }
}

function contentOf(fields: ReadFields): Correction {
  const { indicator, place, period, kind, measure, statement, speaker, quote, note } = fields
  return {
    ...(indicator && { indicatorId: indicator.id }),
    ...(place && { placeId: place.id }),
    ...(period && { period: period.period, periodBasis: period.basis }),
    ...(kind && { kind }),
    ...(measure && { measure }),
    ...(statement && { statement, quantity: null }),
    ...(speaker !== undefined && { speaker }),
    ...(quote !== undefined && { quote }),
    ...(note !== undefined && { note }),
  }
}

/** A bare number keeps the unit, unless a scale stands with it: «۱۳۰۰» of «میلیارد تومان» is unclear. */
function valueChange({ value, unit }: ReadFields, { quantity }: Observation): Correction | string {
  if (value) {
    if (!unit && (quantity === null || quantity.power > value.quantity.power)) {
      return texts.sayFullValue(quantity ? quotedQuantity(quantity) : texts.unsaid)
    }
    const meant = { ...value.quantity, unit: unit ?? quantity?.unit ?? '' }
    return { quantity: meant, qualifier: value.qualifier, statement: null }
  }
  return unit && quantity ? { quantity: { ...quantity, unit } } : {}
}

/** A new title is another source: what the old one said of publisher and day does not go with it. */
function sourceChange(
  { title, publisher, url, publishedOn }: ReadFields,
  { source }: Observation,
): Correction {
  if ([title, publisher, url, publishedOn].every((part) => part === undefined)) return {}
  const kept =
    title === undefined ? source : { title, publisher: null, url: null, publishedOn: null }
  return {
    sourceId: {
      title: kept.title,
      publisher: publisher === undefined ? kept.publisher : publisher,
      url: url === undefined ? kept.url : url,
      publishedOn: publishedOn === undefined ? kept.publishedOn : publishedOn,
    },
  }
}
