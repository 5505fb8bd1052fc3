import { Composer } from 'grammy'
import { changeSetsOf, historyOf, type Revision } from '../../facts/history.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { onAdminCommand } from '../admin-command.ts'
import { sendParts } from '../replies.ts'
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

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000
const MOST_CHANGES = 50

/** /history: all that a figure has said, or all that was changed in the last days; by whom and when. */
export function historyFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'history', async (ctx, text) => {
    const { id } = figureAndRest(ctx, text)
    const names = namesOf(await loadVocabulary(store.db))
    if (id === null) await showRecent(ctx, names)
    else await showFigure(ctx, id, names)
  })

  async function showRecent(ctx: BotContext, names: Names): Promise<void> {
    const since = new Date(clock().getTime() - DAYS * DAY_MS)
    const changeSets = await changeSetsOf(store.db, { since, limit: MOST_CHANGES })
    const shown: Lines = [bold(texts.historyRecent(DAYS))]
    if (changeSets.length === 0) shown.push(plain(texts.historyEmpty))
    for (const changeSet of changeSets) {
      shown.push([], ...(await changeSetLines(store.db, changeSet, names)))
    }
    await sendParts(ctx, services, lines(...shown))
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
