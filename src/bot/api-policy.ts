import { GrammyError, type Transformer } from 'grammy'

/** Harmless refusals, by Telegram's words: there is no code to tell them by. */
const HARMLESS: readonly { readonly method: RegExp; readonly description: RegExp }[] = [
  // A second press of the same button.
  { method: /^editMessage/, description: /message is not modified/ },
  // A press or an inline query that waited while the bot was away.
  {
    method: /^answer(?:Callback|Inline)Query$/,
    description: /query is too old|query ID is invalid/i,
  },
]

/** Makes the refusals that mean nothing to anyone count as done. */
export const tolerateHarmless: Transformer = async (previous, method, payload, signal) => {
  const response = await previous(method, payload, signal)
  if (response.ok || response.error_code !== 400) return response
  const isHarmless = HARMLESS.some(
    (known) => known.method.test(method) && known.description.test(response.description),
  )
  // Both methods may give `true` as their result.
  return isHarmless ? { ok: true, result: true as never } : response
}

/** Whether the person is out of reach: blocked the bot, deleted the account, removed the bot. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 403
}

/** Whether a message is gone or too old to be changed, so that a new one must take its place. */
export function isUneditable(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description)
  )
}
