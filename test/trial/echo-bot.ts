import { Bot, InlineKeyboard, InputFile, Keyboard } from 'grammy'
import type { BotApiServer } from '../../src/trial/bot-api-server.ts'

/** The smallest PNG there is: one dark pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const BUTTONS = new InlineKeyboard()
  .text('منبع', 'source')
  .text('هشدار', 'alert')
  .row()
  .text('ویرایش', 'edit')
  .copyText('رونوشت ۳۷', '۳۷')
  .row()
  .url('نشانی', 'https://example.org/')
  .switchInlineCurrent('جست‌وجو', 'قم')
  .row()
  .text('بی‌پاسخ', 'silence')

/** A bot that shows everything the trial server and its page can do. */
export function createEchoBot(server: Pick<BotApiServer, 'apiRoot' | 'token'>): Bot {
  const bot = new Bot(server.token, { client: { apiRoot: server.apiRoot } })
  bot.command('start', (context) =>
    context.reply(`سلام ${context.match}`, {
      reply_markup: new Keyboard().text('راهنما').text('نمودار').resized(),
    }),
  )
  bot.command('rich', (context) =>
    context.reply(
      '<b>درشت</b> و <i>کج</i> و <u>زیرخط</u> و <s>خط‌خورده</s> و <code>رمز</code>\n' +
        '<tg-spoiler>پنهان</tg-spoiler> <a href="https://example.org/">پیوند</a>\n' +
        `<blockquote expandable>${'نقل‌قول بلند از گزارش\n'.repeat(8)}</blockquote>`,
      { parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
    ),
  )
  bot.command('remove', (context) =>
    context.reply('برداشته شد', { reply_markup: { remove_keyboard: true } }),
  )
  bot.command('buttons', (context) => context.reply('برگزینید', { reply_markup: BUTTONS }))
  bot.hears(['نمودار', '/photo'], async (context) => {
    await context.replyWithChatAction('upload_photo')
    await context.replyWithPhoto(new InputFile(PIXEL, 'chart.png'), { caption: 'نمودار' })
  })
  bot.command('file', (context) =>
    context.replyWithDocument(new InputFile(Buffer.from('الف,ب\n'), 'گزارش قم.csv')),
  )
  bot.callbackQuery('source', (context) => context.answerCallbackQuery('منبع: ایرنا'))
  bot.callbackQuery('alert', (context) =>
    context.answerCallbackQuery({ text: 'هشدار!', show_alert: true }),
  )
  bot.callbackQuery('edit', async (context) => {
    await context.answerCallbackQuery()
    await context.editMessageText('ویرایش شد', { reply_markup: BUTTONS })
  })
  bot.on('message:document', async (context) => {
    const file = await context.getFile()
    const address = `${server.apiRoot}/file/bot${server.token}/${file.file_path}`
    const bytes = await (await fetch(address)).arrayBuffer()
    await context.reply(`${context.message.document.file_name}: ${bytes.byteLength} بایت`)
  })
  bot.on('inline_query', (context) =>
    context.answerInlineQuery(
      [
        {
          type: 'article',
          id: 'one',
          title: `پاسخ «${context.inlineQuery.query}»`,
          description: 'یک نتیجه',
          input_message_content: { message_text: `پاسخ ${context.inlineQuery.query}` },
        },
      ],
      { cache_time: 0 },
    ),
  )
  bot.on('edited_message:text', (context) => context.reply(`ویراسته: ${context.msg.text}`))
  bot.on('message:text', (context) => context.reply(context.message.text))
  return bot
}

/** Starts long polling; the returned function stops it. */
export function startPolling(bot: Bot): () => Promise<void> {
  const polling = bot.start({ timeout: 10 })
  return async () => {
    await bot.stop()
    await polling.catch(() => {})
  }
}
