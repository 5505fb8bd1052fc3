import { kindOf } from '../../facts/import-words.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { texts as shared } from '../texts.fa.ts'
import { NOTHING } from './fields.fa.ts'
import { nearIndicators } from './near-indicators.ts'
import { type ReadFields, readField } from './read-fields.ts'
import { readValue } from './read-value.ts'
import type { Scene } from './scene.ts'
import { splitEditLine } from './split-entry.ts'

/** What a guided entry asks for, one after another. */
export const STEPS = [
  'indicator',
  'place',
  'period',
  'kind',
  'value',
  'unit',
  'source',
  'preview',
] as const

export type Step = (typeof STEPS)[number]

const hasSource = ({ title, publisher, url }: ReadFields) => Boolean(title || publisher || url)

const IS_DONE: Readonly<Record<Step, (fields: ReadFields) => boolean>> = {
  indicator: ({ indicator, newIndicator }) => indicator !== undefined || newIndicator !== undefined,
  place: ({ place }) => place !== undefined,
  period: ({ period }) => period !== undefined,
  kind: ({ kind }) => kind !== undefined,
  value: ({ value, statement }) => value !== undefined || Boolean(statement),
  unit: ({ unit, statement }) => Boolean(unit) || Boolean(statement),
  source: hasSource,
  preview: () => false,
}

/** The first thing that is not known yet. */
export function stepOf(fields: ReadFields): Step {
  return STEPS.find((step) => !IS_DONE[step](fields)) ?? 'preview'
}

const FIELDS_OF: Readonly<Record<Step, readonly (keyof ReadFields)[]>> = {
  indicator: ['indicator', 'newIndicator'],
  place: ['place'],
  period: ['period'],
  kind: ['kind'],
  value: ['value', 'unit', 'statement'],
  unit: ['unit'],
  source: ['title', 'publisher', 'url', 'publishedOn'],
  preview: [],
}

/** What is known when one goes back from a step: the step before is asked for again. */
export function backFrom(step: Step, fields: ReadFields): ReadFields {
  const before = STEPS.slice(0, STEPS.indexOf(step)).filter((one) => one !== 'unit')
  const last = before.at(-1)
  const dropped: readonly string[] = last ? FIELDS_OF[last] : []
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !dropped.includes(field)))
}

/** What was made of a typed text. */
export interface StepReading {
  readonly fields: ReadFields
  /** What could not be read, and what to do. */
  readonly problems: readonly string[]
  /** What may have been meant, to be pressed. */
  readonly suggestions: readonly Suggestion[]
}

export type Suggestion =
  | { readonly type: 'indicator'; readonly id: number; readonly label: string }
  | { readonly type: 'new_indicator'; readonly name: string; readonly label: string }
  | { readonly type: 'place'; readonly id: number; readonly label: string }

/** Whether a text belongs to no step but asks something, which goes through to be answered. */
export const isQuestion = (text: string): boolean => /[؟?]\s*$/.test(text)

/**
 * Reads what was typed at a step into the fields: lines that name their field («گوینده: …»), at
 * whatever step, or else what the step asks for. Null when it is not for the entry.
 */
export function readStep(
  step: Step,
  fields: ReadFields,
  text: string,
  scene: Scene,
): StepReading | null {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const labelled = lines.map((line) =>
    /[:：]/.test(line) ? splitEditLine(line) : { field: null, text: line },
  )
  const read = { ...fields }
  if (labelled.every(({ field }) => field !== null)) {
    const problems = labelled.flatMap(({ field, text }) =>
      field === null ? [] : readField(read, field, text, scene),
    )
    return { fields: read, problems, suggestions: [] }
  }
  if (step === 'preview') return null
  return readPlain(step, read, text.trim(), scene)
}

function readPlain(
  step: Exclude<Step, 'preview'>,
  fields: ReadFields,
  text: string,
  scene: Scene,
): StepReading {
  const done = (problems: readonly string[] = [], suggestions: readonly Suggestion[] = []) => ({
    fields,
    problems,
    suggestions,
  })
  switch (step) {
    case 'indicator':
      return readIndicator(fields, text, scene)
    case 'place': {
      const found = scene.places.resolve(text)
      if (found.length > 1) return done([texts.whichPlace(text)], suggested(found, scene))
      if (found.length === 1) return done(readField(fields, 'place', text, scene))
      const near = scene.places.nearest(text).flatMap((name) => scene.places.resolve(name))
      const said = near.length > 0 ? texts.didYouMeanPlace(text) : shared.unknownPlace(text)
      return done([said], suggested(near, scene))
    }
    case 'kind': {
      const problems = readField(fields, 'kind', text, scene)
      return done(problems.length > 0 && !kindOf(text) ? [texts.pressKind(text)] : [])
    }
    case 'period':
      return done(readField(fields, 'period', text, scene))
    case 'value': {
      if (!readValue(text)) return done([shared.unknownValue(text)])
      readField(fields, 'value', text, scene)
      return done()
    }
    case 'unit':
      if (/\d|[۰-۹٠-٩]/.test(text)) return done([texts.onlyUnit])
      return done(readUnit(fields, text, scene))
    case 'source': {
      if (NOTHING.has(text)) return done([texts.sourceNeeded])
      return done(readField(fields, /^https?:\/\/\S+$/.test(text) ? 'url' : 'title', text, scene))
    }
  }
}

/** «میلیارد تومان» is read with the number, so that its scale goes into the quantity. */
function readUnit(fields: ReadFields, text: string, { units }: Scene): string[] {
  const { value } = fields
  if (!value) return []
  const { digits, decimals, power } = value.quantity
  const scaled = readValue(`1 ${text}`)
  if (!scaled?.unit) return [texts.onlyUnit]
  const quantity = { digits, decimals, power: power + scaled.quantity.power }
  fields.value = { ...value, quantity }
  fields.unit = units(scaled.unit)
  return []
}

function readIndicator(fields: ReadFields, text: string, scene: Scene): StepReading {
  const found = scene.indicators.resolve(text)
  const [only] = found
  if (found.length === 1 && only) {
    return { fields: { ...fields, indicator: only }, problems: [], suggestions: [] }
  }
  const near = found.length > 1 ? found : nearIndicators(text, scene.vocabulary)
  const known: Suggestion[] = near.map(({ id, name }) => ({ type: 'indicator', id, label: name }))
  const asNew: Suggestion = {
    type: 'new_indicator',
    name: text,
    label: texts.newIndicatorButton(text),
  }
  const said = found.length > 1 ? shared.ambiguousIndicator(text) : texts.unknownIndicator(text)
  return { fields, problems: [said], suggestions: [...known, asNew] }
}

function suggested(
  places: ReturnType<Scene['places']['resolve']>,
  { places: index }: Scene,
): Suggestion[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  return [...byId.values()].map((place) => ({
    type: 'place',
    id: place.id,
    label: index.label(place),
  }))
}
