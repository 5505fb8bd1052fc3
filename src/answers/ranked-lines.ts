import { persianDigits, type QuantityFormat } from '../persian/format.ts'
import type { Figure, Part } from './answer.ts'
import { observationsOf, valuePart } from './figure-text.ts'
import { figure, newLine } from './parts.ts'

/** Figures in their order, numbered, those that answer (the first `cut`) in bold. */
export function rankedLines(
  shown: readonly Figure[],
  cut: number,
  labelOf: (one: Figure) => string,
  format?: QuantityFormat,
): Part[] {
  return shown.flatMap((one, index) => [
    newLine,
    figure(`${persianDigits(String(index + 1))}. ${labelOf(one)}: `, observationsOf(one)),
    valuePart(one, index < cut ? 'bold' : undefined, format),
  ])
}
