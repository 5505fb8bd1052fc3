import { persianDigits, type QuantityFormat } from '../persian/format.ts'
import type { Figure, Part } from './answer.ts'
import { observationsOf, valuePart } from './figure-text.ts'
import { figure, newLine } from './parts.ts'

/** How many are named when `count` were asked for: those that share the last place are all named. */
export function tiesAfter(ranked: readonly Figure[], count: number): number {
  let cut = Math.min(count, ranked.length)
  while (cut < ranked.length && ranked[cut]?.value === ranked[cut - 1]?.value) cut++
  return cut
}

/** What is shown of a ranking: where several were asked for just those, else a few beside the first. */
export function shownOf(ranked: readonly Figure[], count: number): readonly Figure[] {
  const cut = tiesAfter(ranked, count)
  return ranked.slice(0, count > 1 ? cut : Math.max(cut, SHOWN))
}

/** So many of an order are shown where one was asked for. */
export const SHOWN = 5

/**
 * Figures in their order, numbered (equal ones alike), those that answer (the first `cut`) in bold.
 */
export function rankedLines(
  shown: readonly Figure[],
  cut: number,
  labelOf: (one: Figure) => string,
  format?: QuantityFormat,
): Part[] {
  return shown.flatMap((one, index) => [
    newLine,
    figure(
      `${persianDigits(String(numberOf(one, shown)))}. ${labelOf(one)}: `,
      observationsOf(one),
    ),
    valuePart(one, index < cut ? 'bold' : undefined, format),
  ])
}

const numberOf = (one: Figure, ranked: readonly Figure[]): number =>
  ranked.findIndex(({ value }) => value === one.value) + 1
