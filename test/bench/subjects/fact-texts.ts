import { fold } from '../../../src/persian/normalise.ts'
import type { Facts } from '../data/facts.ts'

/** What every search library is given: one spelling of letters, digits and spaces for all. */
export const searchable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}\u200c]+/gu, ' ')
    .replaceAll('\u200c', ' ')
    .trim()

export const wordsOf = (text: string): string[] => searchable(text).split(' ')

/** A fact as one line of text. */
export function textOf(facts: Facts, number: number): string {
  const { indicator, place, year } = facts.at(number)
  return searchable(`${indicator.name} ${place.name} ${year}`)
}

export const numbersOf = ({ size }: Facts): number[] =>
  Array.from({ length: size }, (_, number) => number)
