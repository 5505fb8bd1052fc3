import type { Answer } from '../answers/answer.ts'
import { plainText } from '../answers/render.ts'
import { figureLink, questionLink } from './links.ts'

/** Addresses much longer than this are cut by some clients. */
const LONGEST_TEXT = 300

/**
 * The address that sends an answer on, with its words, its source and a link that asks it again.
 * One figure is linked as itself: its link survives a change of its period or place.
 */
export function shareAddress(
  { understood, parts, figures }: Answer,
  username: string,
): string | null {
  const [first, ...more] = figures
  const own = first?.observationId ?? null
  const single = own !== null && more.length === 0
  const link =
    single && understood?.aspect !== 'trend'
      ? figureLink(username, own)
      : understood && questionLink(username, understood)
  if (!link) return null
  const words = shortened(plainText(parts), LONGEST_TEXT)
  const query = new URLSearchParams({ url: link, ...(words !== null && { text: words }) })
  return `https://t.me/share/url?${query.toString().replaceAll('+', '%20')}`
}

/** Whole or not at all: a cut text might lose its source. */
function shortened(text: string, most: number): string | null {
  return text.length > most ? null : text
}
