import { Composer } from 'grammy'
import type { Role } from '../../facts/types.ts'
import { answerText } from '../answering.ts'
import { encodeCallback } from '../callback-data.ts'
import { commandsFor, publishFor } from '../commands.ts'
import { exampleQuestions } from '../examples.ts'
import { describeError } from '../logger.ts'
import { onPress } from '../presses.ts'
import { type Keyboard, sendParts } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** /start with questions to press, and /help. */
export function startFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const exampleButtons = async (): Promise<Keyboard> =>
    (await exampleQuestions(services)).map((text, index) => [
      { text, callback_data: encodeCallback('example', index) },
    ])

  const start = async (ctx: BotContext) => {
    const greeting = bold(texts.welcome(ctx.from?.first_name ?? ''))
    const keyboard = await exampleButtons()
    const body = keyboard.length > 0 ? texts.welcomeBody : texts.welcomeEmpty
    await sendParts(ctx, services, lines(greeting, [], plain(body)), { keyboard })
    if (mayEdit(ctx.role) && ctx.from) await showMenu(ctx.from.id, ctx)
  }

  /** From now on Telegram knows a chat with this person, and takes a menu for it. */
  const showMenu = async (id: number, ctx: BotContext) => {
    try {
      await publishFor(ctx.api, id, ctx.role)
    } catch (error) {
      services.logger.info(describeError(error), 'a commands menu was not set')
    }
  }

  const help = async (ctx: BotContext) => {
    const admin = mayEdit(ctx.role)
      ? [[], bold(texts.helpAdminTitle), ...commandsBeyond(ctx.role)]
      : []
    const parts = lines(bold(texts.helpTitle), ...texts.helpLines.map(listed), ...admin)
    await sendParts(ctx, services, parts, { keyboard: await exampleButtons() })
  }

  composer.command('start', start)
  composer.command('help', help)
  const chat = composer.chatType('private')
  chat.hears(/^\/?(شروع|آغاز)$/, start)
  chat.hears(/^\/?(راهنما|کمک)$/, help)
  // The question stands on the button itself, whatever the store holds by now.
  onPress(composer, 'example', async (ctx) => {
    const text = pressedLabel(ctx)
    if (text === null) return 'expired'
    await answerText(ctx, services, text, { alone: true })
  })
  return composer
}

/** The commands of a role that everyone else has not. */
function commandsBeyond(role: Role | null) {
  const common = new Set(commandsFor(null).map(({ command }) => command))
  return commandsFor(role)
    .filter(({ command }) => !common.has(command))
    .map(({ command, description }) => plain(texts.helpCommand(command, description)))
}

const listed = (text: string) => plain(`• ${text}`)

/** What is written on the button that was pressed; null where Telegram does not show the message. */
function pressedLabel({ callbackQuery }: BotContext): string | null {
  const markup =
    callbackQuery?.message && 'reply_markup' in callbackQuery.message
      ? callbackQuery.message.reply_markup
      : undefined
  const pressed = markup?.inline_keyboard
    .flat()
    .find((button) => 'callback_data' in button && button.callback_data === callbackQuery?.data)
  return pressed?.text ?? null
}
