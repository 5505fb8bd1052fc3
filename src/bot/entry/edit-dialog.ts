import { z } from 'zod'
import type { Observation } from '../../facts/types.ts'
import { awaitedDialog, endDialog, openDialog } from '../dialogs.ts'
import type { BotContext, Services } from '../services.ts'
import { isQuestion } from './entry-steps.ts'
import { FIELDS } from './fields.fa.ts'
import { readValue } from './read-value.ts'
import { splitEditLine } from './split-entry.ts'

const stateSchema = z.object({
  observationId: z.number(),
  /** The field whose button was pressed; what is typed next is its new text. */
  field: z.enum(FIELDS).nullable(),
  /** The revision that was shown: another one by now is told of. */
  revision: z.number(),
})

/** Later than this a number that is typed is rather a question. */
const AWAITED_MS = 15 * 60 * 1000

/** The field that is waited for; null after the list of them. */
export type EditedField = (typeof FIELDS)[number] | null

/** A correction that was typed without a command. */
export interface Awaited {
  readonly observationId: number
  readonly field: EditedField
  readonly revision: number
  readonly correction: string
}

const oneLine = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(' ')

/** A text as the correction of a field, however many lines it has. */
const labelled = (field: (typeof FIELDS)[number], text: string) =>
  `${FIELDS.indexOf(field) + 1}. ${oneLine(text)}`

/** Waits for a correction of the figure as it is now; gives the id of the dialog. */
export async function awaitCorrection(
  ctx: BotContext,
  services: Services,
  { id, revision }: Observation,
  field: EditedField,
): Promise<number> {
  return await openDialog(ctx, services, 'edit', { observationId: id, field, revision })
}

/**
 * The correction in this message: after a field's button whatever is no question; after the list
 * of fields what begins with the name or number of one, or is a value. Anything else is a
 * question, and ends the waiting.
 */
export async function takeAwaited(
  ctx: BotContext,
  services: Services,
  text: string,
): Promise<Awaited | null> {
  const dialog = await awaitedDialog(ctx, services, 'edit', AWAITED_MS)
  const state = stateSchema.safeParse(dialog?.state).data
  if (!dialog || !state || text.startsWith('/')) return null
  const { observationId, field, revision } = state
  const [first = ''] = text.split('\n')
  const isLabelled = splitEditLine(first).field !== null
  if (field !== null && !isQuestion(text)) {
    const correction =
      isLabelled && splitEditLine(first).field === field ? text : labelled(field, text)
    return { observationId, field, revision, correction }
  }
  if (field === null && isLabelled) return { observationId, field, revision, correction: text }
  if (field === null && readValue(text)) {
    return { observationId, field, revision, correction: labelled('value', text) }
  }
  if (field === null) await endDialog(services, dialog.id)
  return null
}
