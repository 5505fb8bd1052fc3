import type { Observation } from '../facts/types.ts'
import type { Figure, Part } from './answer.ts'
import { headingParts, observationsOf, valuePart } from './figure-text.ts'
import { figureOf } from './figures.ts'
import { observationsFor } from './look-up.ts'
import type { Desk, Outcome } from './outcome.ts'
import { figure, newLine, text } from './parts.ts'
import { basisOf, convertedFrom, shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { sourceParts } from './value-text.ts'

/**
 * A figure that was computed rests on one source for each of its inputs. Where another source
 * gives another value for one of them, the answer says so: a conflict is never resolved in silence.
 */
export async function withOtherSources(found: Outcome, desk: Desk): Promise<Outcome> {
  const { indicator, second, aspect = 'value' } = found.question ?? {}
  const indicatorId = indicator?.value
  if (found.status !== 'answered' || indicatorId === undefined || aspect === 'rank') return found
  const used = found.figures.filter(isComputed).flatMap(basisOf)
  if (used.length === 0) return found
  const shown = new Set(used.flatMap(observationsOf))
  const wanted = new Map(used.map((one) => [whatOf(one), one]))
  // A share rests on the country's figure as well.
  const places = aspect === 'share' ? null : (found.question?.places?.value ?? null)
  const observations = await observationsFor(desk, indicatorId, places)
  const ofSecond = second ? await observationsFor(desk, second.indicator, places) : []
  const others = [...observations, ...ofSecond]
    .filter(({ id, value }: Observation) => !shown.has(id) && value !== null)
    .filter((one) => {
      const stored = figureOf(one, desk.names)
      const same = wanted.get(whatOf(stored))
      return same !== undefined && same.value !== stored.value
    })
    .map((one) => shownFigure(one, desk, found.question))
  if (others.length === 0) return found
  return {
    ...found,
    nearby: [...found.nearby, ...others],
    parts: [...found.parts, ...othersParts(others, second !== undefined)],
  }
}

/** Of what was merely put into another unit, all that sources say is there already. */
const isComputed = (one: Figure): boolean => one.derived !== null && convertedFrom(one) === null

const whatOf = ({ indicator, place, period, kind, measure }: Figure): string =>
  [indicator, place, period, kind, measure].join('|')

const othersParts = (others: readonly Figure[], named: boolean): Part[] => [
  newLine,
  newLine,
  text(texts.otherSource),
  ...others.flatMap((one): Part[] => [
    newLine,
    ...(named ? [figure(`${one.indicator}، `, observationsOf(one))] : []),
    ...headingParts(one),
    text(': '),
    valuePart(one),
    newLine,
    ...sourceParts(one),
  ]),
]
