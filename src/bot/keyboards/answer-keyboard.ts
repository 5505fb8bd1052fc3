import type { InlineKeyboardButton } from 'grammy/types'
import type { Answer, Figure } from '../../answers/answer.ts'
import type { Role } from '../../facts/types.ts'
import { type AnswerOptions, NO_OPTIONS } from '../answer-options.ts'
import { encodeCallback, encodeIds } from '../callback-data.ts'
import type { Keyboard } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import { texts } from '../texts.fa.ts'

/** The observations behind an answer, those asked for first, each once. */
export function observationIdsOf({ figures, nearby }: Answer): number[] {
  return [...new Set([...figures, ...nearby].flatMap(idsOf))]
}

/**
 * What may be done with an answer: see the source, other years, the target, a chart, a file,
 * compare, send on, be told of changes, report a mistake, edit.
 */
export function answerKeyboard(
  answer: Answer,
  role: Role | null,
  options: AnswerOptions = NO_OPTIONS,
): Keyboard {
  const ids = observationIdsOf(answer)
  const [first] = ids
  if (first === undefined) return []
  const { buttons } = texts
  // What was asked for; what only stands beside it is edited by its own number.
  const own = answer.figures.length > 0 ? answer.figures.flatMap(idsOf) : ids
  const listed = encodeIds([...new Set(own)])
  const rows: (InlineKeyboardButton | null)[][] = [
    [
      button(buttons.source, encodeCallback('source', encodeIds(ids))),
      periodsButton(answer, first, options),
      options.target ? referring('target', options) : null,
    ],
    [
      options.chart ? referring('chart', options) : null,
      referring('file', options),
      options.compare ? referring('compare', options) : null,
    ],
    [
      options.watch ? referring('watch', options) : null,
      options.share === null ? null : { text: buttons.share, url: options.share },
    ],
    [
      button(buttons.report, encodeCallback('report', first)),
      mayEdit(role) ? button(buttons.edit, encodeCallback('edit', listed)) : null,
    ],
  ]
  const [top = [], next = [], ...rest] = rows
    .map((row) => row.filter((one) => one !== null))
    .filter((row) => row.length > 0)
  // Buttons that would stand alone share a row.
  return top.length + next.length <= IN_ROW ? [[...top, ...next], ...rest] : [top, next, ...rest]
}

const IN_ROW = 3

/** «سال‌های دیگر» of the whole question or of its figure; of a list of many things there are none. */
function periodsButton(
  { figures }: Answer,
  first: number,
  options: AnswerOptions,
): InlineKeyboardButton | null {
  if (options.ofYears) return referring('periods', options)
  const isList = new Set(figures.map(({ indicator }) => indicator)).size > 1
  return isList ? null : button(texts.buttons.periods, encodeCallback('periods', first))
}

const button = (text: string, callback_data: string): InlineKeyboardButton => ({
  text,
  callback_data,
})

function referring(
  action: 'periods' | 'target' | 'chart' | 'file' | 'compare' | 'watch',
  { reference }: AnswerOptions,
): InlineKeyboardButton | null {
  if (reference === null) return null
  return button(texts.buttons[action], encodeCallback(action, reference))
}

function idsOf(figure: Figure): number[] {
  if (figure.observationId !== null) return [figure.observationId]
  return figure.derived?.inputs.flatMap(idsOf) ?? []
}
