import { type QuestionEffect, vocabularyTrial } from '../answers/vocabulary-trial.ts'
import type { Operation } from '../facts/changes.ts'
import { StoreError } from '../facts/errors.ts'
import { recentQuestions } from '../facts/question-log.ts'
import { adminTexts as texts } from './admin-texts.fa.ts'
import { keepPending, keepSeen } from './pending.ts'
import { sendParts } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { bold, lines, plain } from './views/parts.ts'

/** How many of the newest questions show what a name would do. */
const QUESTIONS_TRIED = 60
const SHOWN = 6

/**
 * Shows what a change of names would do to the questions of late, and waits for «ثبت»; false, and
 * told, when the store refuses it. `questions` are tried besides.
 */
export async function proposeNames(
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
  await store.afterwards.settled()
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
  const { draftId, keyboard } = await keepPending(ctx, services, {
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
  await keepSeen(services, draftId, parts)
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
