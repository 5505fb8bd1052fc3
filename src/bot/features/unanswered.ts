import { Composer } from 'grammy'
import { z } from 'zod'
import { groupQuestions, type QuestionGroup } from '../../facts/question-groups.ts'
import { resolveQuestions, unansweredQuestions } from '../../facts/question-log.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { awaitedDialog, endDialog, openDialog } from '../dialogs.ts'
import { isQuestion } from '../entry/entry-steps.ts'
import { type ReadFields, readField } from '../entry/read-fields.ts'
import { sceneOf } from '../entry/scene.ts'
import { notify } from '../notices.ts'
import { onPress } from '../presses.ts'
import { editParts, inRows, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { startEntry } from './add-guided.ts'
import { proposeAlias } from './vocabulary.ts'

const VIEW = 'v'
const ADD = 'a'
const ALIAS = 'n'
const DISMISS = 'x'
const LOOKED_AT = 1000
const LISTED = 10
const WORDINGS = 10

const stateSchema = z.object({ questionIds: z.array(z.number()) })

/** What the program understood of a question, as far as it is kept in the log. */
const readingSchema = z.object({
  indicator: z.string().nullable(),
  place: z.string().nullable(),
  period: z.string().nullable(),
  kind: z.enum(['actual', 'target', 'forecast']).nullable(),
})

/** /unanswered: what people asked and did not get, alike together; to be answered or dismissed. */
export function unansweredFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'unanswered', async (ctx) => {
    const groups = await openGroups()
    if (groups.length === 0) return void (await ctx.reply(texts.noUnanswered))
    const listed = groups.slice(0, LISTED)
    const shown = listed.map(({ question, count, people }, index) =>
      plain(texts.groupLine(index + 1, question, count, people)),
    )
    const total = groups.reduce((sum, { count }) => sum + count, 0)
    const buttons = listed.map(({ ids }, index) => ({
      text: shared.inDigits(index + 1),
      callback_data: encodeCallback('unanswered', VIEW, ids[0] ?? 0),
    }))
    const parts = lines(bold(texts.unansweredTitle(total)), ...shown)
    await sendParts(ctx, services, parts, { keyboard: inRows(buttons, 5) })
  })

  onPress(composer, 'unanswered', async (ctx, [verb, id]) => {
    const group = (await openGroups()).find(({ ids }) => ids.includes(idOf(id) ?? 0))
    if (!group) return void (await ctx.reply(texts.questionsGone))
    switch (verb) {
      case VIEW:
        return await show(ctx, group)
      case ADD:
        return void (await startEntry(ctx, services, await understood(group), {
          questionIds: group.ids,
        }))
      case ALIAS:
        await openDialog(ctx, services, 'alias_of_question', { questionIds: group.ids })
        return void (await ctx.reply(texts.askAlias(group.question)))
      case DISMISS:
        return await dismiss(ctx, group)
      default:
        return 'expired'
    }
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.message
    const dialog = await awaitedDialog(ctx, services, 'alias_of_question')
    const state = stateSchema.safeParse(dialog?.state).data
    if (!dialog || !state || text.startsWith('/') || isQuestion(text)) return await next()
    if (!may(ctx.role, '/alias')) return await next()
    const isProposed = await proposeAlias(ctx, services, text, state.questionIds)
    if (isProposed) await endDialog(services, dialog.id)
  })

  async function openGroups(): Promise<QuestionGroup[]> {
    await store.afterwards.settled()
    return groupQuestions(await unansweredQuestions(store.db, { limit: LOOKED_AT }))
  }

  async function show(ctx: BotContext, group: QuestionGroup): Promise<undefined> {
    const [first = 0] = group.ids
    const wordings = group.wordings.slice(0, WORDINGS).map((wording) => plain(`• ${wording}`))
    const parts = lines(bold(texts.groupTitle), ...wordings)
    const button = (text: string, verb: string) => ({
      text,
      callback_data: encodeCallback('unanswered', verb, first),
    })
    const keyboard = [
      [button(texts.addForQuestion, ADD), button(texts.aliasForQuestion, ALIAS)],
      [button(texts.dismissQuestion, DISMISS)],
    ]
    await sendParts(ctx, services, parts, { keyboard })
  }

  /** What is known of the figure that is missing, to begin the entry with. */
  async function understood({ questions }: QuestionGroup): Promise<ReadFields> {
    const vocabulary = await loadVocabulary(store.db)
    const scene = sceneOf(vocabulary, todayInTehran(clock()))
    const reading = questions.flatMap(({ detail }) => readingSchema.safeParse(detail).data ?? [])[0]
    const fields: ReadFields = {}
    if (reading?.indicator && scene.indicators.resolve(reading.indicator).length === 1) {
      readField(fields, 'indicator', reading.indicator, scene)
    }
    if (reading?.place) readField(fields, 'place', reading.place, scene)
    if (reading?.period) readField(fields, 'period', reading.period, scene)
    if (reading?.kind) fields.kind = reading.kind
    return fields
  }

  async function dismiss(ctx: BotContext, group: QuestionGroup): Promise<undefined> {
    await resolveQuestions(store.db, group.ids, clock())
    await editParts(ctx, services, [plain(texts.questionsDismissed(group.count))])
    const told = new Set<number>()
    for (const { chatId, wantsNotice, question } of group.questions) {
      if (!wantsNotice || chatId === null || told.has(chatId)) continue
      told.add(chatId)
      await notify(ctx.api, services, chatId, [plain(texts.questionDismissed(question))])
    }
  }

  return composer
}
