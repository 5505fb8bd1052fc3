import { Composer } from 'grammy'
import { observationById } from '../../facts/observations.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { observationsIn, onAdminCommand } from '../admin-command.ts'
import { typedId } from '../callback-data.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { figureLine, namesOf } from '../views/figure-fields.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** /retire: a figure that should not be answered any more goes, with a reason, and may come back. */
export function retireFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'retire', async (ctx, text) => {
    const { id, rest: reason } = figureAndRest(ctx, text)
    if (id === null) return void (await ctx.reply(texts.retireUsage))
    const observation = await observationById(store.db, id)
    if (!observation) return void (await ctx.reply(texts.noSuchFigure(id)))
    if (reason === '') return void (await ctx.reply(texts.retireReason))
    const { draftId, keyboard } = await keepPending(ctx, services, {
      type: 'change',
      updateId: ctx.update.update_id,
      command: 'retire',
      reason,
      operations: [
        {
          type: 'retire_observation',
          observationId: id,
          expectedRevision: observation.revision,
        },
      ],
    })
    const names = namesOf(await loadVocabulary(store.db))
    const parts = lines(
      bold(texts.retirePreview(id)),
      plain(figureLine(observation, names)),
      plain(texts.reason(reason)),
    )
    await keepSeen(services, draftId, parts)
    await sendParts(ctx, services, parts, { keyboard })
  })

  return composer
}

/** The figure that a command names by its number, or by being a reply to its answer. */
export function figureAndRest(ctx: BotContext, text: string): { id: number | null; rest: string } {
  const [, number, rest = ''] = /^([\d۰-۹٠-٩]+)(?:\s+([\s\S]*))?$/.exec(text) ?? []
  if (number) return { id: typedId(number), rest: rest.trim() }
  return { id: observationsIn(ctx.msg?.reply_to_message)[0] ?? null, rest: text }
}
