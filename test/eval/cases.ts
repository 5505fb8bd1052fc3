import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const strings = z.union([z.string(), z.array(z.string())])

/** What the right answer holds. Values are in the unit named, or in the indicator's base unit. */
const figures = z.object({
  values: z.array(z.number()),
  /** Other lists of values that answer the same question as well (a difference for a growth). */
  or: z.array(z.array(z.number())).optional(),
  unit: z.string().optional(),
  indicator: z.string().optional(),
  place: strings.optional(),
  period: strings.optional(),
  kind: z.string().optional(),
  measure: z.string().optional(),
  aspect: z.string(),
  /** The order of the values counts (a ranking). */
  ordered: z.boolean().optional(),
  /** The answer is a text in place of a value. */
  statement: z.boolean().optional(),
  /** Any figures will do, at least `min`, when each is of this place and period. */
  each: z.boolean().optional(),
  min: z.number().optional(),
  /** The question is so wide that asking back, with the place kept, is as good as an answer. */
  alsoAsk: z.boolean().optional(),
})

/** Asking back is right; these readings, or `any` one of them, have to be among the choices. */
const choices = z.object({
  choices: z.object({
    place: z.array(z.string()).optional(),
    indicator: z.array(z.string()).optional(),
    any: z.boolean().optional(),
  }),
})

const expectation = z.union([z.literal('refuse'), choices, figures])

const question = z.object({
  id: z.string(),
  style: z.string(),
  class: z.enum(['answerable', 'near_miss', 'out_of_domain', 'ambiguous']),
  store: z.enum(['qom', 'large']),
  now: z.string(),
  question: z.string().optional(),
  expect: expectation.optional(),
  turns: z.array(z.object({ question: z.string(), expect: expectation })).optional(),
  held: z.boolean(),
})

export type Figures = z.infer<typeof figures>
export type Expectation = z.infer<typeof expectation>
export type QuestionClass = z.infer<typeof question>['class']

export interface Turn {
  readonly question: string
  readonly expect: Expectation
}

/** One question, or a dialogue of several turns. */
export interface Case {
  readonly id: string
  readonly style: string
  readonly class: QuestionClass
  readonly store: 'qom' | 'large'
  /** Today, ISO: what «امسال» and «پارسال» count from. */
  readonly now: string
  readonly turns: readonly [Turn, ...Turn[]]
  /** Held back: not to be looked at while tuning. */
  readonly held: boolean
}

export function readLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
}

function toCase(line: unknown): Case {
  const { question: text, expect, turns, ...rest } = question.parse(line)
  const single = text !== undefined && expect !== undefined ? [{ question: text, expect }] : []
  const [first, ...others] = turns ?? single
  if (first === undefined) throw new Error(`${rest.id} asks nothing`)
  return { ...rest, turns: [first, ...others] }
}

export function readCases(folder: string): Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readLines(join(folder, file)).map(toCase))
}

const foreign = z.object({ input: z.string() })

/** Real questions of others that the store cannot answer, read where they lie and never copied. */
export function readForeignCases(folder: string): Case[] {
  const sets = [
    ['near-domain-questions.jsonl', 'near_miss'],
    ['out-of-domain-questions.jsonl', 'out_of_domain'],
  ] as const
  return sets.flatMap(([file, questionClass]) =>
    readLines(join(folder, file)).map(
      (line, index): Case => ({
        id: `${file.slice(0, 3)}-${index + 1}`,
        style: 'foreign',
        class: questionClass,
        store: 'large',
        now: '2025-11-24',
        turns: [{ question: foreign.parse(line).input.replaceAll('\n', ' '), expect: 'refuse' }],
        held: false,
      }),
    ),
  )
}
