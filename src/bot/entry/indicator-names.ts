import type { Indicator, Vocabulary } from '../../facts/types.ts'
import { key } from '../../persian/normalise.ts'

export interface IndicatorNames {
  /** The indicators that a name or alias stands for; the name itself wins over aliases. */
  resolve(text: string): readonly Indicator[]
}

/**
 * Finds indicators by name or alias, however they are spelled; never by likeness. An alias is
 * good enough here, other than in a sheet: the admin sees the full name before anything is stored.
 */
export function indicatorNames({ indicators, aliases }: Vocabulary): IndicatorNames {
  const byName = new Map(indicators.map((indicator) => [key(indicator.name), indicator]))
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const byAlias = new Map<string, Set<Indicator>>()
  for (const { target, targetId, text } of aliases) {
    const indicator = target === 'indicator' ? byId.get(targetId) : undefined
    if (!indicator) continue
    const known = byAlias.get(key(text)) ?? new Set()
    byAlias.set(key(text), known.add(indicator))
  }
  return {
    resolve(text) {
      const named = byName.get(key(text))
      return named ? [named] : [...(byAlias.get(key(text)) ?? [])]
    },
  }
}
