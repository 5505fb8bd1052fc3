import type { Case } from './cases.ts'
import {
  onLatinLayout,
  onPersianLayout,
  withArabicLetters,
  withGluedWords,
  withLatinDigits,
  withoutHalfSpaces,
  withPunctuationAndPictures,
  withTypos,
} from './noise.ts'
import { type Random, randomFrom } from './random.ts'

type Noise = (text: string, random: Random) => string

const OF_PERSIAN: Record<string, Noise> = {
  typo_1: (text, random) => withTypos(text, 1, random),
  typo_2: (text, random) => withTypos(text, 2, random),
  no_half_space: withoutHalfSpaces,
  glued: withGluedWords,
  arabic_letters: withArabicLetters,
  latin_digits: withLatinDigits,
  latin_layout: onLatinLayout,
  pictures: withPunctuationAndPictures,
}
const OF_FINGLISH: Record<string, Noise> = { persian_layout: onPersianLayout }

const WRITTEN = ['formal', 'colloquial', 'keywords']

/**
 * The noisy forms of a case; they inherit what is expected and whether it is held back.
 * A noise that changes nothing (no half-space to leave out) gives no variant.
 */
export function variantsOf(base: Case, seed: string): Case[] {
  const noises = WRITTEN.includes(base.style)
    ? OF_PERSIAN
    : base.style === 'finglish'
      ? OF_FINGLISH
      : {}
  return Object.entries(noises).flatMap(([style, noise]) => {
    const random = randomFrom(`${seed}:${style}:${base.id}`)
    const [first, ...others] = base.turns.map((turn) => ({
      ...turn,
      question: noise(turn.question, random),
    }))
    if (first === undefined || first.question === base.turns[0].question) return []
    return [{ ...base, id: `${base.id}~${style}`, style, turns: [first, ...others] as const }]
  })
}
