import { setImmediate } from 'node:timers/promises'
import { type Finding, refusalsIn } from '../../facts/entry-checks.ts'
import { findObservations } from '../../facts/observations.ts'
import type { Executor } from '../../facts/open.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { exactValue, unitOfValue } from '../../facts/values.ts'
import { key } from '../../persian/normalise.ts'
import { reportTexts } from '../report-texts.fa.ts'
import { texts } from '../texts.fa.ts'
import { previewEntry } from '../views/entry-preview.ts'
import { type AddOperation, entryOperations } from './entry-operations.ts'
import { type KeptFields, restoreFields } from './entry-state.ts'
import { isUndecided } from './read-report.ts'
import type { Review, ReviewItem, ReviewSource } from './review-state.ts'

export type RequiredField = 'indicator' | 'place' | 'period' | 'value' | 'unit'

/** What a card still lacks before it can be approved. */
export function missingIn(item: ReviewItem): RequiredField[] {
  const { indicatorId, newIndicator, placeId, period, value, unit } = item.fields
  const lacks: readonly (readonly [RequiredField, boolean])[] = [
    ['indicator', indicatorId === undefined && !newIndicator],
    ['place', placeId === undefined],
    ['period', period === undefined],
    ['value', value === undefined || isUndecided(item)],
    ['unit', !unit],
  ]
  return lacks.flatMap(([field, isMissing]) => (isMissing ? [field] : []))
}

/** What a card adds to the store: its figure, and its indicator where that is new. */
export function operationsFor(
  fields: KeptFields,
  source: ReviewSource,
  vocabulary: Vocabulary,
): AddOperation[] {
  return entryOperations({ ...restoreFields(fields, vocabulary), ...source })
}

/** What speaks against a card: the checks of every entry, and the other cards of the report. */
export async function findingsOf(
  db: Executor,
  { items, source }: Review,
  at: number,
  vocabulary: Vocabulary,
  today: string,
): Promise<Finding[]> {
  const item = items[at]
  if (!item || missingIn(item).length > 0) return []
  const operations = operationsFor(item.fields, source, vocabulary)
  // A target of an old report lay ahead when the report came out.
  const { publishedOn } = source
  const asOf = publishedOn !== null && publishedOn < today ? publishedOn : today
  const { findings } = await previewEntry(db, operations, vocabulary, asOf)
  // The source is asked for once, for all of them.
  const own = findings.filter(({ code }) => code !== 'missing_source')
  return [...besideFindings(items, at), ...(await sayingTheSame(db, own, item.fields))]
}

/** What stands beside a figure and says the same is no conflict: most likely the same report. */
async function sayingTheSame(
  db: Executor,
  findings: readonly Finding[],
  { value, unit }: KeptFields,
): Promise<Finding[]> {
  const ids = findings.flatMap(({ code, observationId }) =>
    code === 'other_source' && observationId !== null ? [observationId] : [],
  )
  const beside = await findObservations(db, { ids })
  const same = beside.find(
    ({ quantity }) =>
      value &&
      quantity &&
      quantity.unit === unit &&
      exactValue(quantity).eq(exactValue({ ...value.quantity, unit })),
  )
  if (!same) return [...findings]
  return findings.map((one) =>
    one.observationId === same.id && one.code === 'other_source'
      ? { ...one, message: reportTexts.knownElsewhere(same.id) }
      : one,
  )
}

function besideFindings(items: readonly ReviewItem[], at: number): Finding[] {
  const item = items[at]
  const findings: Finding[] = []
  for (const [index, other] of items.entries()) {
    if (!item || index === at || other.status !== 'approved') continue
    const clash = unitClash(item.fields, other.fields)
    if (clash !== null) findings.push(finding('other_unit', 'refused', clash))
    if (topicOf(item.fields) !== topicOf(other.fields)) continue
    const isSame = isSameValue(item.fields, other.fields)
    const message = isSame ? reportTexts.twin(index + 1) : reportTexts.rival(index + 1)
    findings.push(
      finding(isSame ? 'duplicate' : 'same_source', isSame ? 'refused' : 'warned', message),
    )
  }
  return findings
}

const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
): Finding => ({ code, severity, message, observationId: null })

/** A new indicator takes the unit of its first figure; the others have to fit it. */
function unitClash(one: KeptFields, other: KeptFields): string | null {
  const isShared =
    one.newIndicator !== undefined &&
    other.newIndicator !== undefined &&
    key(one.newIndicator) === key(other.newIndicator)
  if (!isShared || !one.unit || !other.unit) return null
  const fits = unitOfValue(one.unit, one.measure ?? 'level', other.unit) !== null
  return fits ? null : texts.otherUnit(one.unit, one.newIndicator ?? '', other.unit)
}

const topicOf = ({ indicatorId, newIndicator, placeId, period, kind, measure }: KeptFields) =>
  JSON.stringify([indicatorId ?? key(newIndicator ?? ''), placeId, period?.period, kind, measure])

function isSameValue(one: KeptFields, other: KeptFields): boolean {
  if (!one.value || !other.value || one.unit !== other.unit) return false
  const [a, b] = [one.value, other.value].map(({ quantity }) =>
    exactValue({ ...quantity, unit: '' }),
  )
  return a !== undefined && b !== undefined && a.eq(b)
}

/** From here on the reading needed no more than small assumptions, such as an inferred year. */
const SURE = 0.75

/** What may be done with a card without a closer look. */
export type Standing =
  /** May be approved: a known indicator, a stated period, one reading, nothing against it. */
  | 'sure'
  /** The store holds the very figure, from this report or another source. */
  | 'known'
  | 'unsure'

/** Where a card stands, asked for one after the other: meanwhile others have their turn. */
export async function standingOf(
  db: Executor,
  review: Review,
  at: number,
  vocabulary: Vocabulary,
  today: string,
): Promise<Standing> {
  const item = review.items[at]
  // Of most cards the indicator is new: the store need not be asked.
  if (item?.fields.indicatorId === undefined) return 'unsure'
  await setImmediate()
  const findings = await findingsOf(db, review, at, vocabulary, today)
  if (findings.length === 0) return isPlain(item) ? 'sure' : 'unsure'
  return findings.some(isOfKnown) ? 'known' : 'unsure'
}

const isOfKnown = ({ code, message, observationId }: Finding): boolean =>
  observationId !== null &&
  (code === 'duplicate' || message === reportTexts.knownElsewhere(observationId))

function isPlain(item: ReviewItem): boolean {
  const { draft, fields } = item
  return (
    draft.flags.every((flag) => flag === 'rounded') &&
    fields.indicatorId !== undefined &&
    draft.periodText !== null &&
    draft.confidence >= SURE &&
    missingIn(item).length === 0
  )
}

/** Why a card cannot be approved, a sentence each. */
export function obstaclesOf(item: ReviewItem, findings: readonly Finding[]): string[] {
  const missing = missingIn(item).map((field) => texts.labels[field])
  const lacks = missing.length > 0 ? [reportTexts.missing(missing.join('، '))] : []
  return [...lacks, ...refusalsIn(findings).map(({ message }) => message)]
}

/** All approved figures as one change: each new indicator once, the full text with the first. */
export function reviewOperations(
  { items, source, text }: Review,
  vocabulary: Vocabulary,
): AddOperation[] {
  const operations: AddOperation[] = []
  const added = new Map<string, string>()
  let isFirst = true
  for (const { fields, status } of items) {
    if (status !== 'approved') continue
    for (const operation of operationsFor(fields, source, vocabulary)) {
      if (operation.type === 'add_indicator') {
        if (added.has(key(operation.name))) continue
        added.set(key(operation.name), operation.name)
        operations.push(operation)
        continue
      }
      const { content } = operation
      const known =
        typeof content.indicatorId === 'object'
          ? { name: added.get(key(content.indicatorId.name)) ?? content.indicatorId.name }
          : content.indicatorId
      const sourceId = { ...source, ...(isFirst && { text }) }
      operations.push({
        type: 'add_observation',
        content: { ...content, indicatorId: known, sourceId },
      })
      isFirst = false
    }
  }
  return operations
}
