import type { Answer } from '../answers/answer.ts'
import { sourceLine } from '../answers/figure-list.ts'
import { valueText, whenText } from '../answers/figure-text.ts'
import { withFormulasReadable } from '../answers/formula-direction.ts'
import { plainText } from '../answers/render.ts'
import type { Question } from '../questions/question.ts'
import { figureLink, questionLink } from './links.ts'

/** Addresses much longer than this are cut by some clients. */
const LONGEST_TEXT = 300

/**
 * The address that sends an answer on, with its words, its source and a link that asks it again.
 */
export function shareAddress(
  answer: Answer,
  username: string,
  inDigits: (text: string) => string,
): string | null {
  const link = answerLink(answer, username)
  if (!link) return null
  const written = (text: string): string | undefined => {
    const words = withFormulasReadable(inDigits(text))
    return words.length <= LONGEST_TEXT ? words : undefined
  }
  const words = written(plainText(answer.parts)) ?? written(inBrief(answer))
  const query = new URLSearchParams({ url: link, ...(words && { text: words }) })
  return `https://t.me/share/url?${query.toString().replaceAll('+', '%20')}`
}

/**
 * The address that opens an answer in the bot; null where it does not fit one. One figure is linked
 * as itself: its link survives a change of its period or place.
 */
export function answerLink({ understood, figures }: Answer, username: string): string | null {
  const [first, ...more] = figures
  const own = first?.observationId ?? null
  const single = own !== null && more.length === 0
  return single && understood?.aspect !== 'trend'
    ? figureLink(username, own)
    : understood && (questionLink(username, understood) ?? lastOf(username, understood))
}

/** Of several questions whose link would be too long the last one. */
function lastOf(username: string, { also, ...last }: Question): string | null {
  return also === undefined ? null : questionLink(username, last)
}

/** What was asked for with its source, without quote and notes: never a figure without its source. */
function inBrief({ figures }: Answer): string {
  const lines = figures.map(
    (one) => `${one.indicator}، ${one.place}، ${whenText(one)}: ${valueText(one)}`,
  )
  return [...lines, plainText(sourceLine(figures)).trim()].join('\n')
}
