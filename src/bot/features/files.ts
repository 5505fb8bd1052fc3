import { Composer, InputFile } from 'grammy'
import { answerTable } from '../../answers/answer-table.ts'
import { sheetBytes } from '../../ingest/sheets/write-sheet.ts'
import { askContext } from '../answering.ts'
import { referredQuestion } from '../asked.ts'
import { encodeCallback } from '../callback-data.ts'
import { safeStem } from '../file-name.ts'
import { onPress } from '../presses.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { answerInFull } from '../whole-order.ts'

const CSV = 'c'

/** «فایل»: the figures of an answer as a workbook with their sources, and from there as CSV. */
export function filesFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()

  onPress(composer, 'file', async (ctx, [reference = '', kind]) => {
    const question = await referredQuestion(ctx, services, reference)
    if (!question) return 'expired'
    await ctx.replyWithChatAction('upload_document')
    const answer = await answerInFull(question, services.asker, await askContext(ctx, services))
    const table = answerTable(answer)
    if (!table) return void (await ctx.reply(texts.noFile))
    const ending = kind === CSV ? 'csv' : 'xlsx'
    const bytes = await sheetBytes(ending, table.headings, table.rows, table.name)
    const csv = {
      text: texts.asCsv,
      callback_data: encodeCallback('file', reference, CSV),
    }
    await ctx.replyWithDocument(new InputFile(bytes, fileName(answer.figures, ending)), {
      caption: texts.fileCaption,
      ...(ending === 'xlsx' && { reply_markup: { inline_keyboard: [[csv]] } }),
    })
  })

  return composer
}

/** Named for what it holds. */
function fileName(
  figures: readonly { readonly indicator: string; readonly place: string }[],
  ending: string,
): string {
  const common = (of: (figure: (typeof figures)[number]) => string) => {
    const names = new Set(figures.map(of))
    return names.size === 1 ? [...names] : []
  }
  const title = [...common(({ indicator }) => indicator), ...common(({ place }) => place)].join(
    '، ',
  )
  return `${safeStem(texts.fileName(title))}.${ending}`
}
