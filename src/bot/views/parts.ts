import type { Part } from '../../answers/answer.ts'

/** Short names to compose a message of the bot's own; every text is shown as it is. */
export const plain = (text: string): Part => ({ type: 'text', text })
export const bold = (text: string): Part => ({ type: 'text', text, style: 'bold' })
export const italic = (text: string): Part => ({ type: 'text', text, style: 'italic' })
export const quoted = (text: string): Part => ({ type: 'text', text, style: 'quote' })
export const newLine: Part = { type: 'break' }

/** A figure of the store, with the observation that it stands for. */
export const figure = (
  text: string,
  observationId: number,
  style: 'bold' | 'italic' = 'bold',
): Part => ({ type: 'figure', text, observationIds: [observationId], style })

/** Each line on its own; an empty list is an empty line. */
export function lines(...content: readonly (Part | readonly Part[])[]): Part[] {
  return content.flatMap((line, index) => [
    ...(index === 0 ? [] : [newLine]),
    ...(isList(line) ? line : [line]),
  ])
}

const isList = (line: Part | readonly Part[]): line is readonly Part[] => Array.isArray(line)
