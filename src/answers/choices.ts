import { formatPeriod } from '../persian/period-format.ts'
import type { Question } from '../questions/question.ts'
import type { Choice, Part } from './answer.ts'
import type { Names } from './figures.ts'
import { type Outcome, outcome, summarise } from './outcome.ts'
import { indicatorName } from './pair-name.ts'
import { asked, newLine, text } from './parts.ts'
import { texts } from './texts.fa.ts'

const MOST_CHOICES = 8

/** What the choices differ in; `held` are the indicators of a place that was named alone. */
type ChoiceAbout = 'indicator' | 'place' | 'spelling' | 'held'

/** Asks back with buttons; `about` tells which difference to show on them. */
export function askBack(questions: readonly Question[], about: ChoiceAbout, names: Names): Outcome {
  const choices = questions
    .slice(0, MOST_CHOICES)
    .map((question) => choiceOf(question, about, names))
  const lead = {
    indicator: texts.whichIndicator,
    place: questions.length === 1 ? texts.onlyPlace : texts.whichPlace,
    spelling: texts.whichSpelling,
    held: texts.whichOf(names.place(questions[0]?.places?.value[0] ?? 0)),
  }[about]
  const listed = choices.flatMap((choice, index): Part[] => [
    newLine,
    asked(`${(index + 1).toLocaleString('fa-IR')}. ${choice.label}`),
  ])
  const more: Part[] =
    questions.length > MOST_CHOICES
      ? [newLine, text(about === 'place' ? texts.morePlaces : texts.moreIndicators)]
      : []
  return outcome('choices', null, { choices, parts: [asked(lead), ...listed, ...more] })
}

function choiceOf(question: Question, about: ChoiceAbout, names: Names): Choice {
  return { label: labelOf(question, about, names), reading: summarise(question, names), question }
}

/** The slot in doubt first; the others only where they were said. */
function labelOf(question: Question, about: ChoiceAbout, names: Names): string {
  const indicator = question.indicator === null ? null : indicatorName(question, names)
  const places = (question.places?.value ?? []).map((id) => placeLabel(id, names)).join('، ')
  const periods = (question.periods?.value ?? []).map((period) => formatPeriod(period)).join('، ')
  if (about === 'held') return indicator ?? ''
  const aspect = aspectOf(question)
  const slots =
    about === 'place' ? [places, indicator, periods, aspect] : [indicator, places, periods, aspect]
  return slots.filter(Boolean).join('، ')
}

function aspectOf({ aspect, ofChange, overYears }: Question): string | null {
  if (aspect === 'most' || aspect === 'least') {
    if (overYears) return texts.askedOverYears[aspect]
    if (ofChange) return texts.askedOfChange[aspect]
  }
  return texts.asked[aspect] ?? null
}

/** «شهرستان قم» where the province has the same name. */
function placeLabel(id: number, names: Names): string {
  const place = names.placeOf(id)
  if (place?.kind !== 'county') return place?.name ?? ''
  const parent = place.parentId === null ? '' : ` (${names.place(place.parentId)})`
  return `${texts.county(place.name)}${parent}`
}
