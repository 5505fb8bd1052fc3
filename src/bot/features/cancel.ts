import { Composer } from 'grammy'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { endDialogs } from '../dialogs.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'

/** /cancel: whatever the bot waits to hear from the person is given up. */
export function cancelFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const cancel = async (ctx: BotContext) => {
    const ended = await endDialogs(ctx, services)
    await ctx.reply(ended ? shared.discarded : texts.nothingToCancel)
  }
  composer.command('cancel', cancel)
  composer.chatType('private').hears(/^\/?(انصراف|لغو)$/, cancel)
  return composer
}
