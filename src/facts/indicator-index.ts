import { key } from '../persian/normalise.ts'
import { remembered } from './remembered.ts'
import type { Indicator, Vocabulary } from './types.ts'

export interface IndicatorIndex {
  /** The indicator of this name. */
  resolve(text: string): readonly Indicator[]
  add(indicator: Indicator): void
}

/**
 * Finds indicators by name, however it is spelled and spaced; never by likeness or alias. An
 * alias serves questions, where the answer says the full name; a sheet that names «واحدهای راکد»
 * may mean another statistic than the alias does, and its figures must not be mixed with others.
 */
export function indicatorIndex({ indicators }: Pick<Vocabulary, 'indicators'>): IndicatorIndex {
  const byName = new Map(indicators.map((indicator) => [key(indicator.name), indicator]))
  const keyOf = remembered(key)
  return {
    resolve(text) {
      const named = byName.get(keyOf(text))
      return named ? [named] : []
    },
    add(indicator) {
      byName.set(key(indicator.name), indicator)
    },
  }
}
