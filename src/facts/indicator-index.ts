import { key } from '../persian/normalise.ts'
import { remembered } from './remembered.ts'
import type { Indicator, Vocabulary } from './types.ts'

export interface IndicatorIndex {
  /** The indicators that a name or alias stands for; the name itself wins over aliases. */
  resolve(text: string): readonly Indicator[]
  add(indicator: Indicator): void
}

/** Finds indicators by name or alias, however they are spelled and spaced; never by likeness. */
export function indicatorIndex({
  indicators,
  aliases,
}: Pick<Vocabulary, 'indicators' | 'aliases'>): IndicatorIndex {
  const byName = new Map(indicators.map((indicator) => [key(indicator.name), indicator]))
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const byAlias = new Map<string, Set<Indicator>>()
  for (const { target, targetId, text } of aliases) {
    const indicator = target === 'indicator' ? byId.get(targetId) : undefined
    if (!indicator) continue
    const known = byAlias.get(key(text))
    if (known) known.add(indicator)
    else byAlias.set(key(text), new Set([indicator]))
  }
  const keyOf = remembered(key)
  return {
    resolve(text) {
      const textKey = keyOf(text)
      const named = byName.get(textKey)
      return named ? [named] : [...(byAlias.get(textKey) ?? [])]
    },
    add(indicator) {
      byName.set(key(indicator.name), indicator)
    },
  }
}
