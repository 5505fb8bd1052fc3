import Fuse from 'fuse.js'
import type { Indicator, Vocabulary } from '../../facts/types.ts'
import { contentWords } from '../../ingest/checks.ts'

const MOST = 3

/** Indicators that a name nobody knows may have meant, the nearest first; only ever proposed. */
export function nearIndicators(text: string, { indicators, aliases }: Vocabulary): Indicator[] {
  const names = [
    ...indicators.map(({ id, name }) => ({ id, text: name })),
    ...aliases
      .filter(({ target }) => target === 'indicator')
      .map(({ targetId, text }) => ({ id: targetId, text })),
  ]
  // Letters alone are alike by chance: a telling word must be the same.
  const said = new Set(contentWords(text))
  const alike = names.filter((name) => contentWords(name.text).some((word) => said.has(word)))
  const fuse = new Fuse(alike, { keys: ['text'], threshold: 0.5, ignoreLocation: true })
  const ids = [...new Set(fuse.search(text).map(({ item }) => item.id))]
  return ids.flatMap((id) => indicators.find((one) => one.id === id) ?? []).slice(0, MOST)
}
