import { formatPeriod } from '../persian/period-format.ts'
import type { Figure, Part } from './answer.ts'
import {
  formatOf,
  inferredParts,
  kindLabel,
  labelled,
  observationsOf,
  valuePart,
} from './figure-text.ts'
import { figure, newLine, text } from './parts.ts'
import { basisOf, conversionParts, sourced } from './shown-figure.ts'
import { texts } from './texts.fa.ts'

/**
 * Figures one below the other, with their source. What all of them share is said once, above:
 * «قم (عملکرد)», then «• سال ۱۳۹۹: ۳۷ واحد» for each, so that a line fits a phone. What is said of
 * them together comes before the source.
 */
export function listParts(
  figures: readonly Figure[],
  heading: string,
  beforeSource: readonly Part[] = [],
): Part[] {
  const ids = figures.flatMap(observationsOf)
  const shared = sharedBy(figures)
  const above = slotsOf(figures[0], (slot) => shared.has(slot))
  const format = formatOf(figures)
  const labels = figures.map((one) => slotsOf(one, (slot) => !shared.has(slot)))
  return [
    figure(heading, ids),
    ...(above === '' ? [] : [newLine, figure(above, ids)]),
    ...figures.flatMap((one, index): Part[] => {
      const label = labels[index] ?? ''
      // Sources that disagree are told apart by their names.
      const isDisputed = labels.indexOf(label) !== labels.lastIndexOf(label)
      const source = isDisputed ? ` (${sourceName(one) ?? texts.unknownDate})` : ''
      return [
        newLine,
        figure(`• ${label}${source}: `, observationsOf(one)),
        valuePart(one, 'bold', format),
      ]
    }),
    ...beforeSource,
    ...sourceLine(figures),
  ]
}

/**
 * «منبع: …», each publisher once: whoever sends the answer on sends its sources along. Tells as
 * well that values were converted, and that a period among them was worked out.
 */
export function sourceLine(figures: readonly Figure[]): Part[] {
  const names = figures.flatMap(basisOf).map((one) => sourceName(one) ?? texts.unknownDate)
  const known = [...new Set(names)]
  return [
    newLine,
    text(texts.source),
    figure(known.join('؛ '), figures.flatMap(observationsOf)),
    ...conversionParts(figures),
    ...inferredParts(figures),
  ]
}

function sourceName(one: Figure): string | null {
  const { source } = sourced(one)
  return source?.publisher ?? source?.title ?? null
}

type Slot = 'place' | 'period' | 'kind'

function sharedBy(figures: readonly Figure[]): Set<Slot> {
  const shared = new Set<Slot>()
  if (figures.length < 2) return shared
  const same = (of: (one: Figure) => string) => new Set(figures.map(of)).size === 1
  if (same(({ place }) => place)) shared.add('place')
  if (same(({ period }) => period)) shared.add('period')
  if (same(kindLabel)) shared.add('kind')
  // Figures that differ in nothing but their source would have nothing to be called by.
  if (shared.size === 3) shared.delete('place')
  return shared
}

/** «قم، سال ۱۳۹۹ (هدف)», of what is wanted of it. */
function slotsOf(one: Figure | undefined, wanted: (slot: Slot) => boolean): string {
  if (one === undefined) return ''
  const where = [
    wanted('place') ? one.place : '',
    wanted('period') ? formatPeriod(one.period) : '',
  ].filter(Boolean)
  return labelled(where.join('، '), wanted('kind') ? kindLabel(one) : '')
}
