/** What a messenger that speaks the Bot API can do; Telegram can do all of it. */
export interface Capabilities {
  /** Text with `parse_mode: 'HTML'`. One that ignores it would show the tags to people. */
  readonly html: boolean
  /** Links to t.me: sharing, and addresses that open the bot. */
  readonly telegramLinks: boolean
  /** Methods that are known to be missing; those that are not known are found out by refusal. */
  readonly lacks: readonly string[]
}

export const TELEGRAM: Capabilities = { html: true, telegramLinks: true, lacks: [] }

/**
 * Bale: a Markdown of its own is always on, so that text goes without markup; there is no inline
 * mode and no menu of commands by API.
 */
const BALE: Capabilities = {
  html: false,
  telegramLinks: false,
  lacks: ['setMyCommands', 'deleteMyCommands', 'answerInlineQuery'],
}

const BY_HOST: readonly (readonly [host: RegExp, capabilities: Capabilities])[] = [
  [/(^|\.)bale\.ai$/, BALE],
]

/** By the host of the Bot API server; unknown ones count as Telegram until they refuse something. */
export function capabilitiesOf(apiRoot: string | undefined): Capabilities {
  if (apiRoot === undefined) return TELEGRAM
  const { hostname } = new URL(apiRoot)
  return BY_HOST.find(([host]) => host.test(hostname))?.[1] ?? TELEGRAM
}
