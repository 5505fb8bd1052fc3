import type { Part } from './answer.ts'

type Style = 'bold' | 'italic' | 'quote'

const styled = (style: Style | undefined) => (style === undefined ? {} : { style })

/** Words of the program. They carry no digit: {@link assertProof} sees to it. */
export const text = (words: string, style?: Style): Part => ({
  type: 'text',
  text: words,
  ...styled(style),
})

/** Words whose digits come from observations. */
export const figure = (words: string, observationIds: readonly number[], style?: Style): Part => ({
  type: 'figure',
  text: words,
  observationIds,
  ...styled(style),
})

/** Words of the question said back, with the years it named. */
export const asked = (words: string, style?: Style): Part => ({
  type: 'asked',
  text: words,
  ...styled(style),
})

export const newLine: Part = { type: 'break' }

export const lines = (...rows: readonly (readonly Part[])[]): Part[] =>
  rows
    .filter((row) => row.length > 0)
    .flatMap((row, index) => (index === 0 ? [...row] : [newLine, ...row]))

const DIGIT = /[0-9۰-۹٠-٩]/

/**
 * Proof-carrying replies (after Solatorio, arXiv 2509.06902): throws when a digit stands in a
 * part that names no observation and quotes no question.
 */
export function assertProof(parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.type === 'text' && DIGIT.test(part.text))
      throw new Error(`a digit without an observation behind it: «${part.text}»`)
    if (part.type === 'figure' && part.observationIds.length === 0 && DIGIT.test(part.text))
      throw new Error(`a figure that names no observation: «${part.text}»`)
  }
}
