import { latinKeysToPersian, persianKeysToLatin } from '../persian/keyboard.ts'

/**
 * The text as the other keyboard layout would have had it, to be tried when the text as it is
 * means nothing; null where its script gives no reason to.
 */
export function otherLayout(text: string): string | null {
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  const persian = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (latin > persian && latin >= 2) return latinKeysToPersian(text)
  return persian > 0 && latin === 0 ? persianKeysToLatin(text) : null
}
