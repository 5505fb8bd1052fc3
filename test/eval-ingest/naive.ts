import { fold, key } from '../../src/persian/normalise.ts'
import type { Scored } from './score.ts'

/** What anyone would try first: every number in digits, with the next word as its unit. */
export function naiveDrafts(text: string): Scored[] {
  return [...fold(text).matchAll(/(\d+(?:[.,]\d+)*)\s*([\p{L}%]+)/gu)].map(([, digits, word]) => ({
    value: Number((digits ?? '').replaceAll(',', '')),
    unit: key(word ?? ''),
    qualifier: 'exact',
    kind: 'actual',
    measure: 'level',
    speaker: null,
    place: null,
    period: null,
  }))
}
