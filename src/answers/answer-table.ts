import { formatQualifier } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Answer, Figure } from './answer.ts'
import { kindText, valueText } from './figure-text.ts'
import { withFormulasReadable } from './formula-direction.ts'
import { convertedFrom } from './shown-figure.ts'
import { tableTexts as texts } from './table-texts.fa.ts'
import { jalaliDay } from './value-text.ts'

/** An answer as a table: headings, and a row for each figure with its source. */
export interface AnswerTable {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * All figures of an answer for a spreadsheet: what was asked for, what it was computed from, and
 * what stood beside it, each told apart. Values are numbers in the base unit, and are given in
 * words as well; what was put into another unit stands beside what its source says. Null of an
 * answer without figures.
 */
export function answerTable({ figures, nearby, status }: Answer): AnswerTable | null {
  const asked = status === 'answered' ? figures : []
  const inputs = inputsOf(asked)
  const known = new Set([...asked, ...inputs])
  const beside = nearby.filter((one) => !known.has(one))
  // What only stands beside the answer may be computed as well: its sources are those of its inputs.
  const inputsBeside = inputsOf(beside).filter((one) => !known.has(one) && !beside.includes(one))
  const groups: [role: string, figures: readonly Figure[]][] = [
    [texts.roles.asked, asked],
    [texts.roles.input, inputs],
    [texts.roles.beside, beside],
    [texts.roles.input, inputsBeside],
  ]
  const rows = groups.flatMap(([role, group]) => group.map((one) => rowOf(role, one)))
  if (rows.length === 0) return null
  return { name: texts.name, headings: texts.headings, rows }
}

const inputsOf = (figures: readonly Figure[]): readonly Figure[] =>
  figures.flatMap((one) => (convertedFrom(one) ? [] : (one.derived?.inputs ?? [])))

function rowOf(role: string, one: Figure): (string | number | null)[] {
  const stored = one.derived === null ? one : convertedFrom(one)
  const { source, speaker, quote } = stored ?? one
  return [
    one.indicator,
    one.place,
    formatPeriod(one.period, { style: 'short' }),
    one.periodBasis === 'inferred' ? texts.inferred : texts.stated,
    kindText(one),
    formatQualifier(one.qualifier),
    one.value,
    one.value === null ? null : one.unit,
    valueText(one),
    stored?.value ?? null,
    stored?.value == null ? null : stored.unit,
    one.derived === null ? null : withFormulasReadable(one.derived.formula),
    speaker,
    quote,
    source?.title ?? null,
    source?.publisher ?? null,
    source?.url ?? null,
    source?.publishedOn == null ? null : jalaliDay(source.publishedOn),
    role,
  ]
}
