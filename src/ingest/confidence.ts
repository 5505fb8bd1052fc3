import type { Draft } from './draft.ts'
import type { Figure } from './figures.ts'

/** How sure a draft is, 0 to 1: each thing that was assumed or left open takes some of it. */
export function confidenceOf(draft: Omit<Draft, 'confidence'>, figure: Figure): number {
  const doubts = [
    draft.value === null ? 0.5 : 0,
    draft.flags.includes('implausible') ? 0.4 : 0,
    draft.flags.includes('unit-elided') ? 0.25 : 0,
    draft.flags.includes('range') ? 0.15 : 0,
    figure.loose ? 0.15 : 0,
    draft.indicator === '' ? 0.2 : 0,
    draft.matchedIndicator === null ? 0.1 : 0,
    draft.place === null ? 0.1 : 0,
    draft.periodText === null ? 0.1 : draft.periodBasis === 'inferred' ? 0.05 : 0,
    draft.speaker === null ? 0.05 : 0,
  ]
  const rest = 1 - doubts.reduce((sum, doubt) => sum + doubt, 0)
  return Math.max(0.05, Math.round(rest * 100) / 100)
}
