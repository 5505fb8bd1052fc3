import type { Operation } from '../../facts/changes.ts'
import { guessAdditive } from '../../facts/import-words.ts'
import type { ReadFields } from './read-fields.ts'

export type AddOperation = Extract<Operation, { type: 'add_observation' | 'add_indicator' }>

/** What a complete entry does to the store; an unknown indicator is added first. */
export function entryOperations(fields: ReadFields): AddOperation[] {
  const { indicator, newIndicator = '', place, period, value, unit, statement = null } = fields
  const quantity = value && unit ? { ...value.quantity, unit } : null
  const content = {
    indicatorId: indicator?.id ?? { name: newIndicator },
    placeId: place?.id ?? 0,
    period: period?.period ?? '',
    periodBasis: period?.basis ?? ('stated' as const),
    kind: fields.kind ?? ('actual' as const),
    measure: fields.measure ?? ('level' as const),
    qualifier: value?.qualifier ?? ('exact' as const),
    quantity,
    statement: quantity ? null : statement,
    speaker: fields.speaker ?? null,
    quote: fields.quote ?? null,
    sourceId: {
      title: fields.title ?? null,
      publisher: fields.publisher ?? null,
      url: fields.url ?? null,
      publishedOn: fields.publishedOn ?? null,
    },
    note: fields.note ?? null,
  }
  const observation = { type: 'add_observation' as const, content }
  if (indicator) return [observation]
  const added = {
    type: 'add_indicator' as const,
    name: newIndicator,
    unit: unit ?? '',
    additive: guessAdditive(newIndicator, unit ?? '', content.measure),
  }
  return [added, observation]
}
