import type { Observation } from '../facts/types.ts'
import { jalaliOf } from '../persian/calendar.ts'
import { persianDigits } from '../persian/format.ts'
import { splitUnit, unitFactor } from '../persian/units.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { assumptionParts } from './assumptions.ts'
import type { Correction } from './corrections.ts'
import { achievedShare } from './derive.ts'
import {
  headingParts,
  observationsOf,
  publicationText,
  valuePart,
  valueText,
} from './figure-text.ts'
import { asked, figure, lines, newLine, text } from './parts.ts'
import { stepOf } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { convertedText } from './units-text.ts'

/** The reply to a question for one figure; sources that disagree stand side by side. */
export function writeValue(
  question: Question,
  figures: readonly Figure[],
  beside: readonly Figure[],
  observations: readonly Observation[],
  corrections: readonly Correction[] = [],
): Part[] {
  const first = figures[0] as Figure
  // A text beside a figure contradicts nothing.
  const counted = figures.filter(({ value }) => value !== null)
  const conflict = counted.some((one) => one.value !== counted[0]?.value)
  const blocks = figures.flatMap((one, index) => [
    ...(index > 0 ? [newLine, newLine] : []),
    ...figureBlock(one, question),
    ...correctionParts(one, corrections),
    ...(one.derived === null ? [newLine, ...sourceParts(one)] : []),
  ])
  return [
    figure(first.indicator, observationsOf(first)),
    ...(conflict ? [newLine, text(texts.conflict(counted.length))] : []),
    newLine,
    ...blocks,
    ...besideParts(first, beside, conflict),
    ...closingParts(question, figures, observations),
  ]
}

/** «اصلاح شد: پیش‌تر بیش از ۳۷ واحد (تاریخ اصلاح: ۱۴۰۵/۰۹/۰۳)». */
function correctionParts(one: Figure, corrections: readonly Correction[]): Part[] {
  const ids = observationsOf(one)
  const own = corrections.find(({ observationId }) => ids.includes(observationId))
  if (own === undefined) return []
  const before = valueText({ ...one, ...own.before, derived: null })
  const day = persianDigits(jalaliDay(own.day))
  return [newLine, figure(texts.correctedFrom(before, day), ids, 'italic')]
}

function figureBlock(one: Figure, question: Question): Part[] {
  const origin = one.derived?.inputs[0]
  if (origin !== undefined) return convertedBlock(one, origin)
  const value = one.value === null ? [] : [newLine, valuePart(one, 'bold')]
  const statement =
    one.value === null ? [newLine, figure(one.statement ?? '', observationsOf(one), 'bold')] : []
  return [...headingParts(one), ...value, ...statement, ...convertedParts(one, question)]
}

/** A converted figure never stands without the one it came from. */
function convertedBlock(one: Figure, origin: Figure): Part[] {
  const ids = observationsOf(one)
  return [
    ...headingParts(one),
    newLine,
    valuePart(one, 'bold'),
    newLine,
    text(texts.converted),
    figure(`${valueText(origin)} = ${valueText(one)} (${stepOf(one)})`, ids),
    newLine,
    ...sourceParts(origin),
  ]
}

function convertedParts(one: Figure, question: Question): Part[] {
  if (question.unit === null || one.value === null || question.unit === one.unit) return []
  // «چند کیلوگرم» of what is told in tons is told in both; «چند میلیارد ریال» is rials already.
  const unit = question.convert ? question.unit : splitUnit(question.unit).unit
  const factor = unitFactor(one.unit, unit)
  if (one.derived !== null) return []
  if (factor === null) {
    return question.convert ? [newLine, asked(texts.cannotConvert(question.unit))] : []
  }
  if (!question.convert && factor.eq(1)) return []
  return [
    newLine,
    text(texts.converted),
    figure(convertedText(one, unit, factor), observationsOf(one)),
  ]
}

/** The quote, who said it, who published it and when; in brief only the publication. */
export function sourceParts(one: Figure, { isBrief = false } = {}): Part[] {
  const ids = observationsOf(one)
  const { source } = one
  const published =
    source === null
      ? []
      : [
          text(texts.source),
          figure(
            [source.publisher, source.title].filter(Boolean).join('، ') || texts.unknownDate,
            ids,
          ),
          text(texts.publishedOn),
          figure(publicationText(source.publishedOn, jalaliDay), ids),
        ]
  if (isBrief) return published
  return lines(
    one.quote === null ? [] : [figure(`«${one.quote}»`, ids, 'quote')],
    one.speaker === null ? [] : [text(texts.speaker), figure(one.speaker, ids)],
    published,
    one.periodBasis === 'inferred' ? [text(texts.inferred, 'italic')] : [],
  )
}

/** «1400/02/11», in the digits of the program. */
export function jalaliDay(isoDay: string): string {
  const { year, month, day } = jalaliOf(isoDay)
  return `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`
}

/** «هدف همان دوره: ۲۵ واحد؛ تحقق: ۱۴۸٪ (۳۷ ÷ ۲۵)». */
function besideParts(one: Figure, beside: readonly Figure[], conflict: boolean): Part[] {
  const other = beside[0]
  if (other === undefined) return []
  const label = one.kind === 'actual' ? texts.targetBeside : texts.actualBeside
  const [actual, target] = one.kind === 'actual' ? [one, other] : [other, one]
  const share = achievedShare(actual, target)
  // Of two figures that disagree no one share was achieved.
  const achieved: Part[] =
    share === null || conflict
      ? []
      : [
          text(`؛ ${texts.achieved}`),
          figure(`${valueText(share)} (${share.derived?.formula ?? ''})`, observationsOf(share)),
        ]
  return [newLine, text(label), valuePart(other), ...achieved]
}

/** What was assumed, and from where; what the figure's entry adds to it. */
function closingParts(
  question: Question,
  figures: readonly Figure[],
  observations: readonly Observation[],
): Part[] {
  const note = observations.find((one) => one.note !== null)
  return [
    ...assumptionParts(question, figures[0]?.place ?? ''),
    ...(note?.note ? [newLine, text(texts.note), figure(note.note, [note.id])] : []),
  ]
}
