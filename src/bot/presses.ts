import { Composer } from 'grammy'
import { type Action, decodeCallback } from './callback-data.ts'
import { refusalOf } from './rights.ts'
import type { BotContext } from './services.ts'
import { texts } from './texts.fa.ts'

/** What a press did: nothing more to say, or that the button has lost what it stood for. */
export type PressResult = undefined | 'expired'

export type PressHandler = (ctx: BotContext, values: readonly string[]) => Promise<PressResult>

/**
 * A feature's buttons. The press is answered first, so that the client's clock stops, whatever
 * the handler then takes or throws. An expired button is told of in the chat.
 */
export function onPress(composer: Composer<BotContext>, action: Action, handle: PressHandler) {
  composer.on('callback_query:data', async (ctx, next) => {
    const data = decodeCallback(ctx.callbackQuery.data)
    if (data?.action !== action) return await next()
    // None of its buttons stands where there is no chat to write to: this one is forged.
    if (!ctx.chat) return await next()
    const refusal = refusalOf(ctx, `press ${action}`)
    await ctx.answerCallbackQuery()
    if (refusal !== null) return void (await ctx.reply(refusal))
    if ((await handle(ctx, data.arguments)) === 'expired') await ctx.reply(texts.expired)
  })
}

/** Stands last: every press is answered, also that of a button nobody knows any more. */
export function unknownPresses(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery({ text: texts.expired, show_alert: true })
  })
  return composer
}
