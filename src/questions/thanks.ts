import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'
import { PhraseFinder } from './phrase-finder.ts'
import { BESIDE_THANKS, FAREWELLS, THANKS } from './words.ts'

const finder = new PhraseFinder([
  ...[...THANKS, ...FAREWELLS].map((phrase) => [phrase, true] as const),
  ...BESIDE_THANKS.map((phrase) => [phrase, false] as const),
])

/** «ممنون», «مرسی، خداحافظ»: a message that thanks or takes leave, and asks nothing. */
export function isThanks(tokens: readonly Token[]): boolean {
  const keys = tokens.filter(({ kind }) => kind !== 'punctuation').map(({ text }) => key(text))
  const found = finder.find(keys)
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0)
  return covered === keys.length && found.some(({ value }) => value)
}
