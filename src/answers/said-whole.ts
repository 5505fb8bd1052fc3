import { key } from '../persian/normalise.ts'
import { tokenise } from '../persian/tokens.ts'
import type { Lexicon } from '../questions/lexicon.ts'
import type { Reading } from '../questions/question.ts'

export interface SaidWhole {
  readonly reading: Reading
  /** No other name or alias of these readings stands there as long, and none was heard better. */
  readonly alone: boolean
}

/** Scores nearer than this differ by how words inflect. */
const AS_WELL = 0.02

/**
 * The reading whose indicator's own name stands in the text letter for letter, however it is
 * spaced; of several the longest.
 */
export function saidWhole(
  readings: readonly Reading[],
  text: string,
  { indicators, phrasesOf }: Lexicon,
): SaidWhole | null {
  const stands = standingIn(text)
  let longest: { reading: Reading; length: number } | null = null
  for (const reading of readings) {
    const name = key(indicators.get(reading.question.indicator?.value ?? -1)?.name ?? '')
    if (name.length > (longest?.length ?? 0) && stands(name))
      longest = { reading, length: name.length }
  }
  if (longest === null) return null
  const { reading, length } = longest
  const isRival = ({ question: { indicator }, score }: Reading): boolean =>
    score > reading.score + AS_WELL ||
    (phrasesOf.get(indicator?.value ?? -1) ?? []).some((phrase) => {
      const said = key(phrase.text)
      return said.length >= length && stands(said)
    })
  const others = readings.filter(
    ({ question }) => question.indicator?.value !== reading.question.indicator?.value,
  )
  return { reading, alone: !others.some(isRival) }
}

/** Tells whether whole words of the text, put together, are a key. */
function standingIn(text: string): (key: string) => boolean {
  const words = tokenise(text).map((token) => key(token.text))
  const starts = new Set<number>([0])
  let said = ''
  for (const word of words) {
    said += word
    starts.add(said.length)
  }
  return (name) => {
    for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1))
      if (starts.has(at) && starts.has(at + name.length)) return true
    return false
  }
}
