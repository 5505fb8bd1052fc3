import { Composer } from 'grammy'
import { type QuestionEffect, vocabularyTrial } from '../../answers/vocabulary-trial.ts'
import type { Operation } from '../../facts/changes.ts'
import { StoreError } from '../../facts/errors.ts'
import { findObservations } from '../../facts/observations.ts'
import { recentQuestions } from '../../facts/question-log.ts'
import type { Indicator, Vocabulary } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { key } from '../../persian/normalise.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { nearIndicators } from '../entry/near-indicators.ts'
import { type Scene, sceneOf } from '../entry/scene.ts'
import { splitPair } from '../entry/split-pair.ts'
import { keepPending } from '../pending.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** How many of the newest questions show what a name would do. */
const QUESTIONS_TRIED = 60
const SHOWN = 6

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
    await propose(ctx, services, 'rename', [operation], title, [name])
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
    await propose(ctx, services, 'merge', [operation], title, [])
  })

  return composer

  async function currentScene({ store }: Services): Promise<Scene> {
    return sceneOf(await loadVocabulary(store.db), todayInTehran(clock()))
  }
}

/**
 * Shows what a name would do to the questions of late, above all which it would make ambiguous,
 * and waits for «ثبت». `text` is «نام دیگر = شاخص یا مکان».
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
  const target = await aliasTarget(ctx, name, scene)
  if (!target) return false
  const known = namesLike(alias, vocabulary)
  if (known.some((one) => one.target === target.target && one.id === target.id)) {
    await ctx.reply(texts.aliasKnown(alias, target.name))
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
  return await propose(ctx, services, 'alias', [operation], title, [alias], warned, questionIds)
}

async function propose(
  ctx: BotContext,
  services: Services,
  command: string,
  operations: readonly Operation[],
  title: string,
  questions: readonly string[],
  warned: readonly string[] = [],
  questionIds: readonly number[] = [],
): Promise<boolean> {
  const { store, clock } = services
  const tried = [...questions, ...(await recentQuestions(store.db, QUESTIONS_TRIED))]
  const actor = { telegramId: ctx.from?.id ?? null, name: 'trial' }
  let effects: QuestionEffect[]
  try {
    const context = { actor, command, now: clock() }
    effects = await vocabularyTrial(store, context, operations, [...new Set(tried)])
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    await ctx.reply(error.message)
    return false
  }
  const { keyboard } = await keepPending(ctx, services, {
    type: 'change',
    updateId: ctx.update.update_id,
    command,
    reason: null,
    operations,
    questionIds: [...questionIds],
  })
  const parts = lines(
    bold(title),
    ...warned.map(plain),
    ...effectLines(effects, 'ambiguous'),
    ...effectLines(effects, 'lost'),
    ...effectLines(effects, 'changed'),
    ...effectLines(effects, 'answered'),
    ...(effects.length === 0 ? [plain(texts.noEffect)] : []),
  )
  await sendParts(ctx, services, parts, { keyboard })
  return true
}

function effectLines(effects: readonly QuestionEffect[], effect: QuestionEffect['effect']) {
  const found = effects.filter((one) => one.effect === effect)
  if (found.length === 0) return []
  const shown = found.slice(0, SHOWN).map(({ question, after }) => {
    const choices = after.choices.map(({ label }) => label).join(' / ')
    return plain(texts.affectedQuestion(question, effect === 'ambiguous' ? choices : ''))
  })
  return [[], bold(texts.effects[effect](found.length)), ...shown]
}

interface Target {
  readonly target: 'indicator' | 'place'
  readonly id: number
  readonly name: string
}

async function aliasTarget(ctx: BotContext, name: string, scene: Scene): Promise<Target | null> {
  const [place, ...others] = scene.places.resolve(name)
  if (scene.indicators.resolve(name).length === 0 && place && others.length === 0) {
    return { target: 'place', id: place.id, name: scene.places.label(place) }
  }
  const indicator = await knownIndicator(ctx, name, scene)
  return indicator && { target: 'indicator', id: indicator.id, name: indicator.name }
}

/** The indicator that a name means; when it means none or several, that is told. */
async function knownIndicator(
  ctx: BotContext,
  name: string,
  { indicators, vocabulary }: Scene,
): Promise<Indicator | null> {
  const [indicator, ...others] = indicators.resolve(name)
  if (indicator && others.length === 0) return indicator
  const near = indicator ? [indicator, ...others] : nearIndicators(name, vocabulary)
  await ctx.reply(
    texts.whichIndicator(
      name,
      near.map((one) => one.name),
    ),
  )
  return null
}

/** What else goes by this name already. */
function namesLike(text: string, { indicators, places, aliases }: Vocabulary): Target[] {
  const nameOf = (target: Target['target'], id: number) =>
    (target === 'indicator' ? indicators : places).find((one) => one.id === id)?.name
  const found: Target[] = [
    ...indicators.map(({ id, name }) => ({ target: 'indicator' as const, id, name, text: name })),
    ...places.map(({ id, name }) => ({ target: 'place' as const, id, name, text: name })),
    ...aliases.flatMap(({ target, targetId, text }) => {
      const name = target === 'unit' ? undefined : nameOf(target, targetId)
      return target === 'unit' || !name ? [] : [{ target, id: targetId, name, text }]
    }),
  ].filter((one) => key(one.text) === key(text))
  return found.map(({ target, id, name }) => ({ target, id, name }))
}
