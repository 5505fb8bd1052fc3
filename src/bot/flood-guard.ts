import type { MiddlewareFn } from 'grammy'
import { roleOf } from '../facts/members.ts'
import { type Bucket, fullBucket, type Limits, taken } from './limits.ts'
import { describeError } from './logger.ts'
import type { Metrics } from './metrics.ts'
import { isForBot } from './question-in.ts'
import { may } from './rights.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'

/** How long a person who was told to wait is not told again, and a role that was looked up holds. */
const TOLD_FOR_MS = 60_000
/** People remembered at once; those not heard of for longest are forgotten first. */
const MOST_PEOPLE = 10_000

/** What was left unanswered since the program started. */
export interface Limited {
  readonly updates: number
  readonly people: number
}

export interface FloodGuard {
  /** Stands before everything that costs time or waits in a line. */
  readonly middleware: MiddlewareFn<BotContext>
  readonly limited: () => Limited
}

type Kind = 'readers' | 'staff' | 'inline'

interface Person {
  readonly buckets: Record<Kind, Bucket>
  waiting: number
  toldAt: number | null
  staff: { readonly at: number; readonly is: Promise<boolean> } | null
}

/**
 * Keeps one person from taking the time of all: who writes too fast, or has too much waiting, is
 * told so once a minute, and the rest goes unanswered. Editors, admins and owners may do ten times
 * as much. What it remembers is bounded, whatever comes.
 */
export function createFloodGuard(
  { store, ownerIds, clock, logger }: Services,
  limits: Limits,
  metrics?: Metrics,
): FloodGuard {
  const people = new Map<number, Person>()
  const limitedIds = new Set<number>()
  let updates = 0

  function personOf(id: number, now: number): Person {
    const known = people.get(id)
    const person = known ?? {
      buckets: {
        readers: fullBucket(limits.readers, now),
        staff: fullBucket(limits.staff, now),
        inline: fullBucket(limits.inline, now),
      },
      waiting: 0,
      toldAt: null,
      staff: null,
    }
    // The last of the map is who was heard of last.
    people.delete(id)
    people.set(id, person)
    if (people.size > MOST_PEOPLE) forgetOne()
    return person
  }

  function forgetOne(): void {
    for (const [id, { waiting }] of people) {
      if (waiting > 0) continue
      people.delete(id)
      return
    }
  }

  /** Looked up only for who goes beyond what everyone may, once a minute. */
  async function isStaff(id: number, person: Person, now: number): Promise<boolean> {
    if (person.staff === null || Math.abs(now - person.staff.at) > TOLD_FOR_MS) {
      person.staff = { at: now, is: isEditor(id) }
    }
    return await person.staff.is
  }

  async function isEditor(id: number): Promise<boolean> {
    try {
      return may(await roleOf(store.db, id, ownerIds), '/edit')
    } catch (error) {
      logger.warn(describeError(error), 'a role could not be looked up')
      return false
    }
  }

  function take(person: Person, kind: Kind, now: number): boolean {
    const { bucket, isThere } = taken(person.buckets[kind], limits[kind], now)
    person.buckets[kind] = bucket
    return isThere
  }

  /** Why an update is not answered; null when it is. */
  async function refusalOf(
    id: number,
    person: Person,
    kind: 'readers' | 'inline',
    now: number,
  ): Promise<'pace' | 'waiting' | null> {
    const isRoom = person.waiting < limits.waiting.readers
    if (isRoom && take(person, kind, now)) return null
    const reason = isRoom ? 'pace' : 'waiting'
    if (kind === 'inline' || !(await isStaff(id, person, now))) return reason
    if (person.waiting >= limits.waiting.staff) return 'waiting'
    return take(person, 'staff', now) ? null : 'pace'
  }

  async function tell(ctx: BotContext, person: Person, now: number): Promise<void> {
    if (person.toldAt !== null && Math.abs(now - person.toldAt) <= TOLD_FOR_MS) return
    person.toldAt = now
    logger.warn({ from: ctx.from?.id, chat: ctx.chat?.id }, 'someone writes too fast')
    try {
      if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true })
      else if (ctx.callbackQuery)
        await ctx.answerCallbackQuery({ text: texts.tooFast, show_alert: true })
      else if (ctx.message) await ctx.reply(texts.tooFast)
    } catch (error) {
      logger.info(describeError(error), 'the person could not be told')
    }
  }

  return {
    limited: () => ({ updates, people: limitedIds.size }),
    async middleware(ctx, next) {
      const id = ctx.msg?.sender_chat?.id ?? ctx.from?.id ?? ctx.chat?.id
      const isOthers = ctx.message && ctx.chat?.type !== 'private' && !isForBot(ctx.message, ctx.me)
      if (id === undefined || isOthers) return await next()
      const now = clock().getTime()
      const person = personOf(id, now)
      const kind = ctx.inlineQuery ? 'inline' : 'readers'
      const reason = await refusalOf(id, person, kind, now)
      if (reason !== null) {
        updates++
        if (limitedIds.size < MOST_PEOPLE) limitedIds.add(id)
        metrics?.count('arqam_limited_total', { reason })
        return await tell(ctx, person, now)
      }
      person.waiting++
      try {
        await next()
      } finally {
        person.waiting--
      }
    },
  }
}
