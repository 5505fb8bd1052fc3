import type { Figure, Part } from './answer.ts'
import { headingParts, inferredParts, observationsOf, valuePart } from './figure-text.ts'
import { figure, newLine, text } from './parts.ts'
import { plainText } from './render.ts'
import { conversionParts, sourced } from './shown-figure.ts'
import { sourceParts } from './value-text.ts'

/** More of them are listed with their publications, without each one's quote. */
const MOST_IN_FULL = 4

/**
 * What a figure was computed from, each with its source; what comes from one source stands
 * together, so that a source is read once.
 */
export function inputParts(inputs: readonly Figure[]): Part[] {
  const isBrief = inputs.length > MOST_IN_FULL
  const isOfOne = new Set(inputs.map(({ indicator }) => indicator)).size < 2
  const groups = new Map<string, { figures: Figure[]; source: Part[] }>()
  for (const one of inputs) {
    const source = sourceParts(sourced(one), { isBrief })
    const key = plainText(source)
    const group = groups.get(key) ?? { figures: [], source }
    group.figures.push(one)
    groups.set(key, group)
  }
  return [
    ...[...groups.values()].flatMap(({ figures, source }): Part[] => [
      newLine,
      ...figures.flatMap((one): Part[] => [
        newLine,
        ...(isBrief ? [text('• ')] : []),
        ...(isOfOne ? [] : [figure(`${one.indicator}، `, observationsOf(one))]),
        ...headingParts(one),
        text(': '),
        valuePart(one),
      ]),
      newLine,
      ...source,
    ]),
    ...conversionParts(inputs),
    ...(isBrief ? inferredParts(inputs) : []),
  ]
}
