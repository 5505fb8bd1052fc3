import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { decodeCallback, decodeIds } from './callback-data.ts'
import type { CommandName } from './commands.ts'
import { refusalOf } from './rights.ts'
import type { BotContext } from './services.ts'

/** A command for those whom the table of rights names, where it says; others are told so. `text` is what follows it. */
export function onAdminCommand(
  composer: Composer<BotContext>,
  command: CommandName,
  handle: (ctx: BotContext, text: string) => Promise<void>,
): void {
  composer.command(command, async (ctx) => {
    const refusal = refusalOf(ctx, `/${command}`)
    if (refusal !== null) await ctx.reply(refusal)
    else await handle(ctx, ctx.match.trim())
  })
}

/** The observations that a message of the bot is about, told by its buttons, the main one first. */
export function observationsIn(message: Message | undefined): number[] {
  const pressed = (message?.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) =>
      'callback_data' in button ? (decodeCallback(button.callback_data) ?? []) : [],
    )
  for (const action of ['edit', 'source'] as const) {
    const data = pressed.find((one) => one.action === action)
    if (data) return decodeIds(data.arguments[0])
  }
  return []
}
