import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '../../../src/persian/normalise.ts'
import type { Facts } from '../data/facts.ts'

/** What every search library is given: one spelling of letters, digits and spaces for all. */
export const searchable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}\u200c]+/gu, ' ')
    .replaceAll('\u200c', ' ')
    .trim()

export const wordsOf = (text: string): string[] => searchable(text).split(' ')

const LEXICON = new URL('../../../data/lexicon/function-words.json', import.meta.url)

const functionWords = new Set(
  Object.values(
    z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(LEXICON, 'utf8'))),
  )
    .flat()
    .map(searchable),
)

/** A question without the words that say nothing of what is asked for; whole where none is left. */
export function askable(question: string): string {
  const words = wordsOf(question)
  const telling = words.filter((word) => !functionWords.has(word))
  return (telling.length === 0 ? words : telling).join(' ')
}

/** A fact as one line of text. */
export function textOf(facts: Facts, number: number): string {
  const { indicator, place, year } = facts.at(number)
  return searchable(`${indicator.name} ${place.name} ${year}`)
}

export const numbersOf = ({ size }: Facts): number[] =>
  Array.from({ length: size }, (_, number) => number)
