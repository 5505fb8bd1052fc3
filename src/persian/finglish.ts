/**
 * Persian written with Latin letters, matched against words that are known: free transliteration
 * is not reliable (68 % of words at best), a closed vocabulary is.
 *
 * Two steps: consonant skeletons find the candidates, an alignment that weighs vowels ranks them.
 */

/** Sounds, one character each; vowels and y/v/w are told apart later. */
const VOWEL_DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'A'],
  [/oo|ou|ow/g, 'u'],
  [/ee/g, 'i'],
]
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'x'],
  [/sh/g, '$'],
  [/ch/g, 'c'],
  [/gh/g, 'q'],
  [/zh/g, 'j'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  ...VOWEL_DIGRAPHS,
]

const PERSIAN_CONSONANTS: Record<string, string> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ج: 'j',
  ژ: 'j',
  چ: 'c',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ر: 'r',
  ش: '$',
  ف: 'f',
  ق: 'q',
  غ: 'q',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

const CONSONANT_OF_CODE: ReadonlyMap<number, string> = new Map(
  Object.entries(PERSIAN_CONSONANTS).map(([letter, sound]) => [letter.charCodeAt(0), sound]),
)

/**
 * Latin word → one character a sound: «khorasan» → «xorasan», doubled consonants once. Where h
 * stands after s, z, k, g or c it may also be a letter of its own («tashilat»): both are given.
 */
export function soundsOf(latin: string): string[] {
  const letters = latin
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/([bcdfghjklmnpqrstvwxyz])\1/g, '$1')
  const joined = withDigraphs(letters, DIGRAPHS)
  const apart = withDigraphs(letters, VOWEL_DIGRAPHS)
  return joined === apart ? [joined] : [joined, apart]
}

function withDigraphs(letters: string, digraphs: typeof DIGRAPHS): string {
  let sounds = letters
  for (const [pattern, sound] of digraphs) sounds = sounds.replace(pattern, sound)
  return sounds.replace(/w/g, 'v')
}

/** The consonants of a Latin word's sounds; a final h is silent («porojeh»). */
export function skeletonOfSounds(sounds: string): string {
  return sounds.replace(/h$/, '').replace(/[aAeiouyv]/g, '')
}

/** The consonants of a Persian key; a final ه is silent («پروژه»). */
export function skeletonOfKey(key: string): string {
  let skeleton = ''
  const end = key.length > 2 && key.endsWith('ه') ? key.length - 1 : key.length
  for (let at = 0; at < end; at++) skeleton += CONSONANT_OF_CODE.get(key.charCodeAt(at)) ?? ''
  return skeleton
}

const MISSING_LONG_VOWEL = 0.8
const SHORT_VOWEL = 0.05
const UNWRITTEN_LONG_VOWEL = 0.5
const CONSONANT = 1

/**
 * How far a Latin spelling is from a Persian key, 0 when every letter is accounted for;
 * Infinity above `limit`. A final -e, -i or -ye (ezafe) costs almost nothing.
 */
export function finglishDistance(sounds: string, key: string, limit: number): number {
  const columns = key.length + 1
  let last = [0]
  for (let j = 1; j < columns; j++) last.push((last[j - 1] as number) + missingCost(key, j - 1))
  for (let i = 1; i <= sounds.length; i++) {
    const row = [(last[0] as number) + extraCost(sounds, i - 1)]
    let best = row[0] as number
    for (let j = 1; j < columns; j++) {
      const cost = Math.min(
        (last[j - 1] as number) + pairCost(sounds, i - 1, key, j - 1),
        (last[j] as number) + extraCost(sounds, i - 1),
        (row[j - 1] as number) + missingCost(key, j - 1),
      )
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return Number.POSITIVE_INFINITY
    last = row
  }
  const distance = last[columns - 1] as number
  return distance > limit ? Number.POSITIVE_INFINITY : distance
}

/** A Persian letter for which the Latin word has nothing. */
function missingCost(key: string, at: number): number {
  const letter = key[at] as string
  if (letter === 'ع') return 0.1
  if (letter === 'ه' && at === key.length - 1) return 0.2
  if (letter === 'ا') return at === 0 ? 0.1 : MISSING_LONG_VOWEL
  if (letter === 'و' || letter === 'ی') return MISSING_LONG_VOWEL - 0.1
  return CONSONANT
}

/** A Latin sound for which the Persian word has nothing: short vowels are not written. */
function extraCost(sounds: string, at: number): number {
  const sound = sounds[at] as string
  if (sound === 'a' || sound === 'e' || sound === 'o') return SHORT_VOWEL
  if (sound === 'h' && at === sounds.length - 1) return SHORT_VOWEL
  if (sound === 'y' && at > 0) return 0.15
  if (sound === 'A' || sound === 'i' || sound === 'u')
    return at === sounds.length - 1 ? 0.2 : UNWRITTEN_LONG_VOWEL
  return CONSONANT
}

function pairCost(sounds: string, i: number, key: string, j: number): number {
  const sound = sounds[i] as string
  const letter = key[j] as string
  switch (letter) {
    case 'ا':
      if ('aA'.includes(sound)) return 0
      return 'oeui'.includes(sound) ? (j === 0 ? 0.05 : 0.3) : 2
    case 'ع':
      return 'aAeoi'.includes(sound) ? 0.05 : 2
    case 'و':
      if ('uv'.includes(sound)) return 0
      return sound === 'o' ? 0.1 : 2
    case 'ی':
      if ('iy'.includes(sound)) return 0
      return 'ea'.includes(sound) ? 0.2 : 2
    case 'ه':
      if (sound === 'h') return 0
      return j === key.length - 1 && 'ea'.includes(sound) ? 0 : 2
  }
  const consonant = PERSIAN_CONSONANTS[letter]
  if (consonant === sound) return 0
  // ق is heard and typed as g or k by some; ژ as z.
  if (consonant === 'q' && (sound === 'g' || sound === 'k')) return 0.4
  if (letter === 'ژ' && sound === 'z') return 0.3
  return 2
}
