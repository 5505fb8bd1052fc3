import type { InlineKeyboardButton } from 'grammy/types'
import type { Answer, Figure } from '../../answers/answer.ts'
import type { Role } from '../../facts/types.ts'
import { encodeCallback, encodeIds } from '../callback-data.ts'
import type { Keyboard } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import { texts } from '../texts.fa.ts'

/** The observations behind an answer, those asked for first, each once. */
export function observationIdsOf({ figures, nearby }: Answer): number[] {
  return [...new Set([...figures, ...nearby].flatMap(idsOf))]
}

/** What may be done with an answer: see the source, other years, report a mistake, edit. */
export function answerKeyboard(answer: Answer, role: Role | null): Keyboard {
  const ids = observationIdsOf(answer)
  const [first] = ids
  if (first === undefined) return []
  const { buttons } = texts
  const second: InlineKeyboardButton[] = [
    { text: buttons.report, callback_data: encodeCallback('report', first) },
  ]
  if (mayEdit(role)) {
    // What was asked for; what only stands beside it is edited by its own number.
    const own = answer.figures.length > 0 ? answer.figures.flatMap(idsOf) : ids
    const listed = encodeIds([...new Set(own)])
    second.push({ text: buttons.edit, callback_data: encodeCallback('edit', listed) })
  }
  return [
    [
      { text: buttons.source, callback_data: encodeCallback('source', encodeIds(ids)) },
      { text: buttons.periods, callback_data: encodeCallback('periods', first) },
    ],
    second,
  ]
}

function idsOf(figure: Figure): number[] {
  if (figure.observationId !== null) return [figure.observationId]
  return figure.derived?.inputs.flatMap(idsOf) ?? []
}
