import { latinKeysToPersian, persianKeysToLatin } from '../persian/keyboard.ts'

/**
 * The texts that a message may have been meant as: itself, and, where the script gives reason to
 * doubt, itself as the other keyboard layout would have had it.
 */
export function spellingsOf(text: string): string[] {
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  const persian = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (latin > persian && latin >= 2) return [text, latinKeysToPersian(text)]
  if (persian > 0 && latin === 0 && looksMistyped(text)) return [text, persianKeysToLatin(text)]
  return [text]
}

/**
 * Finglish typed on a Persian layout is full of letters that Persian seldom uses, since Latin
 * vowels lie on ش ث ه خ ع.
 */
function looksMistyped(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const vowels = letters.filter((letter) => 'شثهخعض'.includes(letter)).length
  return letters.length >= 4 && vowels / letters.length > 0.34
}
