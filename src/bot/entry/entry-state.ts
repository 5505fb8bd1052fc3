import { z } from 'zod'
import type { Vocabulary } from '../../facts/types.ts'
import type { ReadFields } from './read-fields.ts'

const text = z.string().nullable().optional()

/** The fields of an entry as they outlive a restart: places and indicators by their ids. */
export const keptFieldsSchema = z.object({
  indicatorId: z.number().optional(),
  newIndicator: z.string().optional(),
  placeId: z.number().optional(),
  period: z.object({ period: z.string(), basis: z.enum(['stated', 'inferred']) }).optional(),
  kind: z.enum(['actual', 'target', 'forecast']).optional(),
  measure: z.enum(['level', 'change', 'share', 'rank']).optional(),
  value: z
    .object({
      qualifier: z.enum(['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']),
      quantity: z.object({ digits: z.string(), decimals: z.number(), power: z.number() }),
    })
    .optional(),
  unit: text,
  statement: text,
  speaker: text,
  quote: text,
  title: text,
  publisher: text,
  url: text,
  publishedOn: text,
  note: text,
})

export type KeptFields = z.infer<typeof keptFieldsSchema>

export function keepFields({ indicator, place, ...fields }: ReadFields): KeptFields {
  return {
    ...fields,
    ...(indicator && { indicatorId: indicator.id }),
    ...(place && { placeId: place.id }),
  }
}

/** The fields again; an indicator or place that was retired since is asked for anew. */
export function restoreFields(kept: KeptFields, { indicators, places }: Vocabulary): ReadFields {
  const { indicatorId, placeId, ...rest } = kept
  const indicator = indicators.find(({ id }) => id === indicatorId)
  const place = places.find(({ id }) => id === placeId)
  // zod marks fields as possibly undefined; ReadFields knows only those that are there.
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  const fields: ReadFields = Object.fromEntries(given)
  return { ...fields, ...(indicator && { indicator }), ...(place && { place }) }
}
