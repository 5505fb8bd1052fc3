import { Composer } from 'grammy'
import { findObservations } from '../../facts/observations.ts'
import { loadUnits, loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { key } from '../../persian/normalise.ts'
import { isKnownUnit } from '../../persian/units.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { aliasTarget, knownIndicator, namesLike } from '../entry/alias-target.ts'
import { type Scene, sceneOf } from '../entry/scene.ts'
import { splitPair } from '../entry/split-pair.ts'
import { proposeNames } from '../propose-names.ts'
import type { BotContext, Services } from '../services.ts'

/** /alias, /rename and /merge: the words that questions are understood by. */
export function vocabularyFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'alias', async (ctx, text) => {
    await proposeAlias(ctx, services, text)
  })

  onAdminCommand(composer, 'rename', async (ctx, text) => {
    const pair = splitPair(text)
    if (!pair) return void (await ctx.reply(texts.renameUsage))
    const scene = await currentScene(services)
    const indicator = await knownIndicator(ctx, pair[0], scene)
    if (!indicator) return
    const [, name] = pair
    const taken = scene.indicators.resolve(name).find(({ id }) => id !== indicator.id)
    if (taken) return void (await ctx.reply(texts.nameIsTaken(name, taken.name)))
    const operation = { type: 'rename_indicator' as const, indicatorId: indicator.id, name }
    const title = texts.renamePreview(indicator.name, name)
    await proposeNames(ctx, services, 'rename', [operation], title, [name])
  })

  onAdminCommand(composer, 'merge', async (ctx, text) => {
    const pair = splitPair(text)
    if (!pair) return void (await ctx.reply(texts.mergeUsage))
    const scene = await currentScene(services)
    const from = await knownIndicator(ctx, pair[0], scene)
    if (!from) return
    const into = await knownIndicator(ctx, pair[1], scene)
    if (!into) return
    if (from.id === into.id) return void (await ctx.reply(texts.sameIndicator))
    const figures = await findObservations(store.db, { indicatorIds: [from.id] })
    const operation = { type: 'merge_indicators' as const, fromId: from.id, intoId: into.id }
    const title = texts.mergePreview(from.name, into.name, figures.length)
    await proposeNames(ctx, services, 'merge', [operation], title, [])
  })

  return composer

  async function currentScene({ store }: Services): Promise<Scene> {
    return sceneOf(await loadVocabulary(store.db), todayInTehran(clock()))
  }
}

/**
 * Shows what a name would do to the questions of late, above all which it would make ambiguous,
 * and waits for «ثبت». `text` is «نام دیگر = شاخص، مکان یا واحد».
 */
export async function proposeAlias(
  ctx: BotContext,
  services: Services,
  text: string,
  questionIds: readonly number[] = [],
): Promise<boolean> {
  const pair = splitPair(text)
  if (!pair) {
    await ctx.reply(texts.aliasUsage)
    return false
  }
  const [alias, name] = pair
  const vocabulary = await loadVocabulary(services.store.db)
  const scene = sceneOf(vocabulary, todayInTehran(services.clock()))
  const target = await aliasTarget(ctx, services, name, scene)
  if (!target) return false
  const known = namesLike(alias, vocabulary)
  if (known.some((one) => one.target === target.target && one.id === target.id)) {
    await ctx.reply(texts.aliasKnown(alias, target.name))
    return false
  }
  if (target.target === 'unit' && (await isUnit(alias, services))) {
    await ctx.reply(texts.aliasIsUnit(alias))
    return false
  }
  const operation = {
    type: 'add_alias' as const,
    target: target.target,
    targetId: target.id,
    text: alias,
  }
  const warned = known.map((one) => texts.alsoNames(alias, one.name))
  const title = texts.aliasPreview(alias, target.name)
  // Nobody asks a unit by itself.
  const asked = target.target === 'unit' ? [] : [alias]
  const said = target.target === 'unit' ? [texts.unitAlias, ...warned] : warned
  return await proposeNames(ctx, services, 'alias', [operation], title, asked, said, questionIds)
}

/** A unit that is one already would silently become another. */
async function isUnit(text: string, { store }: Services): Promise<boolean> {
  const units = await loadUnits(store.db)
  return isKnownUnit(text) || units.some(({ name }) => key(name) === key(text))
}
