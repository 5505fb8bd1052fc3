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

/** Typing errors are drawn this often for each question, all else once. */
const DRAWS: Record<string, number> = { typo_1: 2, typo_2: 2 }

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
  return Object.entries(noises).flatMap(([style, noise]) =>
    Array.from({ length: DRAWS[style] ?? 1 }, (_, draw) => `${style}~${draw + 1}`).flatMap((name) =>
      variant(base, style, name, noise, randomFrom(`${seed}:${name}:${base.id}`)),
    ),
  )
}

function variant(base: Case, style: string, name: string, noise: Noise, random: Random): Case[] {
  const [first, ...others] = base.turns.map((turn) => ({
    ...turn,
    question: noise(turn.question, random),
  }))
  if (first === undefined || first.question === base.turns[0].question) return []
  return [{ ...base, id: `${base.id}~${name}`, style, turns: [first, ...others] }]
}
