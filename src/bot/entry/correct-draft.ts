import { exactValue } from '../../facts/values.ts'
import { reportTexts } from '../report-texts.fa.ts'
import { texts } from '../texts.fa.ts'
import { keepFields, restoreFields } from './entry-state.ts'
import type { Field } from './fields.fa.ts'
import { type ReadFields, readField } from './read-fields.ts'
import { chosenDraft } from './read-report.ts'
import { readValue } from './read-value.ts'
import type { ReviewItem } from './review-state.ts'
import type { Scene } from './scene.ts'
import { type Segment, splitEditLine } from './split-entry.ts'

export interface Correction {
  readonly field: Field
  readonly text: string
}

/** The lines of a correction, «مقدار ۳۸ واحد»; null when one of them names no field. */
export function correctionsIn(text: string): Correction[] | null {
  const given = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const read = given.map((line): Segment => {
    // The numbers of /edit's list mean nothing here.
    return /^\s*[\d۰-۹٠-٩]/.test(line) ? { field: null, text: line } : splitEditLine(line)
  })
  const corrections = read.flatMap(({ field, text }) => (field === null ? [] : [{ field, text }]))
  return corrections.length === read.length && read.length > 0 ? corrections : null
}

const OF_SOURCE = new Set<Field>(['title', 'publisher', 'url', 'publishedOn'])

/** Whether a correction is about the whole report. */
export const isOfSource = ({ field }: Correction): boolean => OF_SOURCE.has(field)

/** From here on a bare number may have lost its «میلیون» or «میلیارد». */
const SCALED = 1e6

/** A card with one field corrected, or what is wrong with the correction. */
export function correctDraft(
  item: ReviewItem,
  { field, text }: Correction,
  scene: Scene,
): { item: ReviewItem; problems: string[] } {
  const fields = restoreFields(item.fields, scene.vocabulary)
  const problem = scaleProblem(item, field, text)
  if (problem !== null) return { item, problems: [problem] }
  if (field === 'indicator') {
    delete fields.indicator
    delete fields.newIndicator
  }
  const problems = readField(fields, field, text, scene)
  if (problems.length > 0) return { item, problems }
  return { item: changed(item, field === 'value' ? withBound(item, fields) : fields), problems }
}

export const changed = (item: ReviewItem, fields: ReadFields): ReviewItem => ({
  ...item,
  fields: keepFields(fields),
  touched: true,
  // What was approved was something else.
  status: item.status === 'approved' ? 'open' : item.status,
})

/** One end of a range is no exact figure, though it was typed as one. */
function withBound({ draft }: ReviewItem, fields: ReadFields): ReadFields {
  const { value } = fields
  if (value?.qualifier !== 'exact') return fields
  const typed = exactValue({ ...value.quantity, unit: '' }).toNumber()
  if (!draft.alternatives.includes(typed)) return fields
  return { ...fields, value: { ...value, qualifier: chosenDraft(draft, typed).qualifier } }
}

function scaleProblem({ draft, fields }: ReviewItem, field: Field, text: string): string | null {
  if (field === 'unit') {
    const scaled = readValue(`1 ${text}`)
    return scaled && scaled.quantity.power === 0 ? null : reportTexts.sayWhole
  }
  const typed = field === 'value' ? readValue(text) : null
  if (!typed || typed.unit !== null) return null
  const power = fields.value?.quantity.power ?? 0
  const known = fields.value
    ? [exactValue({ ...fields.value.quantity, unit: '' }).toNumber()]
    : draft.alternatives
  const isScaled = power > typed.quantity.power || known.some((one) => one >= SCALED)
  if (!isScaled || (power === 0 && typed.quantity.power > 0)) return null
  return texts.sayFullValue(draft.valueText)
}
