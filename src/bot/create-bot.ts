import type { Agent } from 'node:http'
import { sequentialize } from '@grammyjs/runner'
import { Api, Bot, Composer } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { tolerateHarmless } from './api-policy.ts'
import { capabilitiesOf } from './capabilities.ts'
import { tellAndLog } from './error-boundary.ts'
import { addFeature } from './features/add.ts'
import { addGuidedFeature } from './features/add-guided.ts'
import { adminsFeature } from './features/admins.ts'
import { askFeature } from './features/ask.ts'
import { cancelFeature } from './features/cancel.ts'
import { chartsFeature } from './features/charts.ts'
import { compareFeature } from './features/compare.ts'
import { confirmFeature } from './features/confirm.ts'
import { editFeature } from './features/edit.ts'
import { filesFeature } from './features/files.ts'
import { historyFeature } from './features/history.ts'
import { importFeature } from './features/import.ts'
import { inlineFeature } from './features/inline.ts'
import { invitationsFeature } from './features/invitations.ts'
import { linksFeature } from './features/links.ts'
import { periodsFeature } from './features/periods.ts'
import { proposalsFeature } from './features/proposals.ts'
import { reportFeature } from './features/report.ts'
import { reportDeskFeature } from './features/report-desk.ts'
import { reportReviewFeature } from './features/report-review.ts'
import { reportsFeature } from './features/reports.ts'
import { retireFeature } from './features/retire.ts'
import { settingsFeature } from './features/settings.ts'
import { sourcesFeature } from './features/sources.ts'
import { startFeature } from './features/start.ts'
import { statsFeature } from './features/stats.ts'
import { targetFeature } from './features/target.ts'
import { unansweredFeature } from './features/unanswered.ts'
import { undoFeature } from './features/undo.ts'
import { vocabularyFeature } from './features/vocabulary.ts'
import { watchFeature } from './features/watch.ts'
import { createFloodGuard } from './flood-guard.ts'
import { LIMITS, type Limits } from './limits.ts'
import { describeError } from './logger.ts'
import type { Metrics } from './metrics.ts'
import { followMovedGroups } from './moved-groups.ts'
import { readOldForwards } from './old-forwards.ts'
import { patient } from './patience.ts'
import { showPlainly } from './plain-sight.ts'
import { ALLOWED_UPDATES } from './polling.ts'

import { unknownPresses } from './presses.ts'
import { adaptTo } from './restricted-messenger.ts'
import { gate } from './roles.ts'
import type { SendPace } from './send-pace.ts'
import type { BotContext, Services } from './services.ts'

export interface BotOptions extends Services {
  readonly token: string
  /** Another Bot API server, without a slash at the end. Default https://api.telegram.org. */
  readonly apiRoot?: string
  /** Makes the connections, such as one through a proxy. */
  readonly agent?: Agent
  /** Learns of every message that goes out, so that notices keep the pace. */
  readonly pace?: SendPace
  readonly metrics?: Metrics
  /** Seconds that a call to Telegram may take. Default 60: above the 30 of a poll. */
  readonly timeoutSeconds?: number
  /** How fast a person may write; null for as fast as can be, in tests. {@link LIMITS} when left out. */
  readonly limits?: Limits | null
  /** Saves the first call to Telegram, in tests. */
  readonly botInfo?: UserFromGetMe
}

/** grammY's own 500 would hold a dead connection for minutes. */
const TIMEOUT_SECONDS = 60

/**
 * The bot with all its features, not started. Nothing in it rests on memory: what a button or a
 * reply refers to is in the store or in the message itself, so that a restart goes unnoticed.
 *
 * ```ts
 * const bot = createBot({ token, store, asker: createAsker(store), ownerIds, … })
 * const polling = startPolling(bot, { logger, inbox: createInbox({ store, clock, logger }) })
 * ```
 */
export function createBot(options: BotOptions): Bot<BotContext> {
  const { token, botInfo, logger, metrics, limits = LIMITS } = options
  options.store.afterwards.onFailure((error, lost) => {
    logger.error({ ...describeError(error), lost }, 'what comes after answers was not written')
  })
  const client = clientOptions(options)
  const bot = new Bot<BotContext>(token, { ...(botInfo && { botInfo }), client })
  useTransformers(bot.api, options)
  bot.api.config.use(followMovedGroups, patient())
  bot.catch(tellAndLog(logger))
  // What was not asked for may still wait from an earlier setting of the token.
  bot.use(async (ctx, next) => {
    if (ALLOWED_UPDATES.some((kind) => kind in ctx.update)) await next()
  })
  if (metrics) bot.use(metrics.middleware)
  const guard = limits === null ? null : createFloodGuard(options, limits, metrics)
  if (guard) bot.use(guard.middleware)
  bot.use(
    sequentialize((ctx) =>
      [ctx.chat?.id, ctx.from?.id].filter((id) => id !== undefined).map(String),
    ),
  )
  // A webhook has no `bot.catch`: the boundary stands inside.
  bot
    .errorBoundary(tellAndLog(logger))
    .use(features({ ...options, ...(guard && { limited: guard.limited }) }))
  return bot
}

/** The way of notices to Telegram: they wait in a queue of their own, so that no call is repeated here. */
export function createNoticeApi(options: BotOptions): Api {
  const api = new Api(options.token, clientOptions(options))
  useTransformers(api, options)
  return api
}

function clientOptions({ apiRoot, agent, timeoutSeconds = TIMEOUT_SECONDS }: BotOptions) {
  return {
    timeoutSeconds,
    ...(apiRoot && { apiRoot }),
    ...(agent && { baseFetchConfig: { agent, compress: true } }),
  }
}

function useTransformers(api: Api, { apiRoot, logger, metrics, pace }: BotOptions): void {
  if (metrics) api.config.use(metrics.transformer)
  if (pace) api.config.use(pace.transformer)
  api.config.use(adaptTo(capabilitiesOf(apiRoot), logger), tolerateHarmless, showPlainly)
}

/** In the order in which they are asked; the last ones take what no other wanted. */
function features(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  // What inline mode sent comes back as a message of the person.
  composer.use(async (ctx, next) => {
    if (ctx.msg?.via_bot?.id !== ctx.me.id) await next()
  })
  composer.use(readOldForwards())
  composer.use(gate(services))
  composer.use(inlineFeature(services))
  composer.use(invitationsFeature(services))
  composer.use(linksFeature(services))
  composer.use(startFeature(services))
  composer.use(settingsFeature(services))
  composer.use(sourcesFeature(services))
  composer.use(periodsFeature(services))
  composer.use(targetFeature(services))
  composer.use(compareFeature(services))
  composer.use(chartsFeature(services))
  composer.use(filesFeature(services))
  composer.use(watchFeature(services))
  composer.use(reportsFeature(services))
  composer.use(cancelFeature(services))
  composer.use(addFeature(services))
  composer.use(addGuidedFeature(services))
  composer.use(editFeature(services))
  composer.use(retireFeature(services))
  composer.use(reportFeature(services))
  composer.use(reportReviewFeature(services))
  composer.use(undoFeature(services))
  composer.use(historyFeature(services))
  composer.use(adminsFeature(services))
  composer.use(importFeature(services))
  composer.use(vocabularyFeature(services))
  composer.use(unansweredFeature(services))
  composer.use(reportDeskFeature(services))
  composer.use(statsFeature(services))
  composer.use(confirmFeature(services))
  composer.use(proposalsFeature(services))
  composer.use(askFeature(services))
  composer.use(unknownPresses())
  return composer
}
