import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const goldFact = z.object({
  /** In the base unit of the stated currency. */
  value: z.number(),
  valueTo: z.number().optional(),
  unit: z.string().nullable(),
  qualifier: z.string().default('exact'),
  /** `actual`, `target`, `forecast`, or what it measures when that is no level. */
  kind: z.enum(['actual', 'target', 'forecast', 'change', 'share', 'rank']).optional(),
  indicator: z.string().optional(),
  place: z.string().nullable().optional(),
  /** The phrase of the text. */
  period: z.string().nullable().optional(),
  speaker: z.string().nullable().optional(),
  /** True to the text, but nothing that must be drafted. */
  optional: z.boolean().default(false),
})

const goldReport = z.object({
  report: z.string(),
  split: z.enum(['tuning', 'held-back']),
  publishedOn: z.string().nullable(),
  facts: z.array(goldFact),
})

export type GoldFact = z.infer<typeof goldFact>
export type GoldReport = z.infer<typeof goldReport>

export function readGold(): GoldReport[] {
  return readFileSync(join(import.meta.dirname, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => goldReport.parse(JSON.parse(line)))
}
