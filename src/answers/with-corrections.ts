import { findObservations } from '../facts/observations.ts'
import { persianDigits } from '../persian/format.ts'
import type { Aspect } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { type Correction, correctionsOf } from './corrections.ts'
import { headingParts, observationsOf, valueText } from './figure-text.ts'
import type { Desk, Outcome } from './outcome.ts'
import { figure, newLine } from './parts.ts'
import { plainText } from './render.ts'
import { basisOf, convertedFrom } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { jalaliDay } from './value-text.ts'

/** Aspects that set stored figures beside each other. */
const LISTED: readonly Aspect[] = ['compare', 'trend', 'most', 'least']
/** Of longer lists each figure tells of its correction when it is asked for. */
const MOST = 6

/**
 * Says of what an answer was computed from, or sets beside each other, which figures were corrected,
 * from what and when. A figure asked for by itself says so already.
 */
export async function withCorrections(found: Outcome, desk: Desk): Promise<Outcome> {
  if (found.status !== 'answered' || found.question === null) return found
  const { aspect } = found.question
  const isComputed = (one: Figure) => one.derived !== null && convertedFrom(one) === null
  const used = found.figures
    .filter((one) => LISTED.includes(aspect) || isComputed(one))
    .flatMap(basisOf)
  const ids = [...new Set(used.flatMap(observationsOf))]
  if (ids.length === 0 || ids.length > MOST) return found
  const corrections = await correctionsOf(desk.db, await findObservations(desk.db, { ids }))
  if (corrections.length === 0) return found
  const lines = corrections.flatMap((one) => lineOf(one, used))
  return { ...found, parts: [...found.parts, ...lines] }
}

/** «تولید گندم، یزد، سال ۱۴۰۲: اصلاح شد؛ پیش‌تر ۹۰ هزار تن (تاریخ اصلاح: …)». */
function lineOf({ observationId, before, day }: Correction, used: readonly Figure[]): Part[] {
  const one = used.find((figure) => figure.observationId === observationId)
  if (one === undefined) return []
  const what = `${one.indicator}، ${plainText(headingParts(one))}`
  const words = texts.correctedOf(
    what,
    valueText({ ...one, ...before, derived: null }),
    persianDigits(jalaliDay(day)),
  )
  return [newLine, figure(words, [observationId], 'italic')]
}
