import { Composer } from 'grammy'
import {
  type ChangeSetSummary,
  changeSetsOf,
  historyOf,
  type Revision,
} from '../../facts/history.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { latinDigits } from '../../persian/format.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { inRows, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import {
  changeLine,
  changeSetHead,
  changeSetLines,
  contentChanges,
  type Lines,
} from '../views/change-lines.ts'
import { headOf, type Names, namesOf, valueLine } from '../views/figure-fields.ts'
import { bold, figure, lines, plain } from '../views/parts.ts'
import { figureAndRest } from './retire.ts'
import { undoButton } from './undo.ts'

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000
const MOST_DAYS = 3650
const MOST_CHANGES = 50
const MOST_BUTTONS = 6
const DAYS_ASKED = /^(\d{1,4})\s*(?:روز|days?)/
const PERSON = /^شخص\s+(\d{1,15})$/
const OWN = /^(من|خودم|me)$/

/** /history: all that a figure has said, that a person did, or that the last days brought; each can be undone. */
export function historyFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'history', async (ctx, text) => {
    const names = namesOf(await loadVocabulary(store.db))
    const asked = latinDigits(text.trim())
    const days = DAYS_ASKED.exec(asked)?.[1]
    if (days !== undefined) return await showDays(ctx, Math.min(Number(days), MOST_DAYS), names)
    const { id, rest } = figureAndRest(ctx, text)
    if (id !== null) return await showFigure(ctx, id, names)
    if (rest.trim() === '') return await showDays(ctx, DAYS, names)
    await showPerson(ctx, rest.trim(), names)
  })

  async function showDays(ctx: BotContext, days: number, names: Names): Promise<void> {
    const since = new Date(clock().getTime() - days * DAY_MS)
    const changeSets = await changeSetsOf(store.db, { since, limit: MOST_CHANGES })
    await show(ctx, texts.historyRecent(days), changeSets, names)
  }

  /** By name, by «من», or by number after «شخص». */
  async function showPerson(ctx: BotContext, text: string, names: Names): Promise<void> {
    const number = PERSON.exec(latinDigits(text))?.[1]
    const own = OWN.test(text) ? ctx.from?.id : undefined
    const telegramId = number === undefined ? own : Number(number)
    const name = text.replace(/^شخص\s+/, '')
    const filter = telegramId === undefined ? { actorName: name } : { actorTelegramId: telegramId }
    const changeSets = await changeSetsOf(store.db, { ...filter, limit: MOST_CHANGES })
    await show(ctx, adminTexts.historyOfPerson(name), changeSets, names)
  }

  async function show(
    ctx: BotContext,
    title: string,
    changeSets: readonly ChangeSetSummary[],
    names: Names,
  ): Promise<void> {
    const shown: Lines = [bold(title)]
    if (changeSets.length === 0) shown.push(plain(texts.historyEmpty))
    for (const changeSet of changeSets) {
      shown.push([], ...(await changeSetLines(store.db, changeSet, names)))
    }
    const standing = changeSets.filter(
      ({ undoneById, things }) =>
        undoneById === null && things.every(({ type }) => type !== 'member'),
    )
    const buttons = standing.slice(0, MOST_BUTTONS).map(({ id }) => undoButton(id))
    await sendParts(ctx, services, lines(...shown), { keyboard: inRows(buttons, 3) })
  }

  async function showFigure(ctx: BotContext, id: number, names: Names): Promise<void> {
    const revisions = await historyOf(store.db, id)
    const last = revisions.at(-1)
    if (!last) return void (await ctx.reply(texts.noHistory(id)))
    const { indicatorId, placeId } = last.content
    const head = headOf(last.content, names.indicator(indicatorId), names.place(placeId))
    const shown: Lines = [bold(texts.historyOf(id)), plain(head)]
    for (const [index, revision] of revisions.entries()) {
      shown.push([], ...(await revisionLines(revision, revisions[index - 1], names)))
    }
    await sendParts(ctx, services, lines(...shown))
  }

  async function revisionLines(
    revision: Revision,
    earlier: Revision | undefined,
    names: Names,
  ): Promise<Lines> {
    const { observationId, content, changeSet, retired } = revision
    const said: Lines = changeSetHead(changeSet)
    if (changeSet.undoesId !== null) said.push(plain(texts.undoes(changeSet.undoesId)))
    if (retired) return [...said, plain(texts.actions.retired)]
    const value = figure(valueLine(content), observationId)
    const action = !earlier
      ? texts.actions.added
      : earlier.retired
        ? texts.actions.restored
        : texts.actions.corrected
    said.push([plain(`${action}: `), value])
    if (!earlier || earlier.retired) return said
    const changes = await contentChanges(store.db, earlier.content, content, names)
    return [...said, ...changes.map((change) => changeLine(change, observationId))]
  }

  return composer
}
