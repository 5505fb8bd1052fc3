import { key } from '../persian/normalise.ts'
import type { Vocabulary } from './types.ts'

/** Gives a unit by its own name where an admin taught another one; other texts come back as they are. */
export type UnitNames = (unit: string) => string

/**
 * Reads the aliases of units («کامیون» for «دستگاه»). They serve what is entered; in questions a
 * word that no unit is known by still speaks against an answer.
 */
export function unitNames({ aliases }: Pick<Vocabulary, 'aliases'>): UnitNames {
  const named = new Map<string, string>()
  for (const { text, unit } of aliases) if (unit) named.set(key(text), unit)
  return (unit) => (named.size === 0 ? unit : (named.get(key(unit)) ?? unit))
}
