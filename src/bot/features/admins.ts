import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { listMembers } from '../../facts/members.ts'
import type { Member } from '../../facts/types.ts'
import { latinDigits } from '../../persian/format.ts'
import { onAdminCommand } from '../admin-command.ts'
import { keepPending } from '../pending.ts'
import { sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'

type Appointable = 'admin' | 'editor' | 'member'

const ROLE_WORDS: ReadonlyMap<string, Appointable> = new Map([
  [texts.roles.admin, 'admin'],
  [texts.roles.editor, 'editor'],
  [texts.roles.member, 'member'],
])

/** /admins: who may do what; owners appoint and remove. */
export function adminsFeature(services: Services): Composer<BotContext> {
  const { store, ownerIds } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'admins', async (ctx, text) => {
    const [, verb, rest = ''] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(text) ?? []
    if (verb === undefined) return await list(ctx)
    if (!may(ctx.role, 'appoint')) return void (await ctx.reply(texts.ownersOnly))
    if (/^(add|افزودن|گماشتن)$/.test(verb)) return await appoint(ctx, rest)
    if (/^(remove|حذف|برداشتن)$/.test(verb)) return await dismiss(ctx, rest)
    await ctx.reply(texts.adminsUsage)
  })

  async function list(ctx: BotContext): Promise<void> {
    const owners = ownerIds.map((id) =>
      plain(`${id} — ${texts.roles.owner} (${texts.ownerByConfiguration})`),
    )
    const members = (await listMembers(store.db)).map(({ telegramId, name, role }) =>
      plain(`${name} (${telegramId}) — ${texts.roles[role]}`),
    )
    const usage = may(ctx.role, 'appoint') ? [[], plain(texts.adminsUsage)] : []
    await sendParts(ctx, services, lines(bold(texts.adminsTitle), ...owners, ...members, ...usage))
  }

  async function appoint(ctx: BotContext, text: string): Promise<void> {
    const person = personIn(ctx, text)
    if (typeof person === 'string') return void (await ctx.reply(person))
    const words = person.rest.split(/\s+/).filter(Boolean)
    const role = ROLE_WORDS.get(words.at(-1) ?? '')
    const given = (role ? words.slice(0, -1) : words).join(' ')
    const appointed = {
      telegramId: person.telegramId,
      name: given || person.name || String(person.telegramId),
      role: role ?? ('admin' as const),
    }
    const updateId = ctx.update.update_id
    const { keyboard } = await keepPending(ctx, services, {
      type: 'appoint',
      updateId,
      ...appointed,
    })
    const preview = texts.appointPreview(
      appointed.name,
      appointed.telegramId,
      texts.roles[appointed.role],
    )
    await sendParts(ctx, services, [plain(preview)], { keyboard })
  }

  async function dismiss(ctx: BotContext, text: string): Promise<void> {
    const person = personIn(ctx, text)
    if (typeof person === 'string') return void (await ctx.reply(person))
    const { telegramId } = person
    if (ownerIds.includes(telegramId)) return void (await ctx.reply(texts.cannotRemoveOwner))
    const member = (await listMembers(store.db)).find(
      (one: Member) => one.telegramId === telegramId,
    )
    if (!member) return void (await ctx.reply(texts.notMember(telegramId)))
    const updateId = ctx.update.update_id
    const { name } = member
    const change = { type: 'dismiss' as const, updateId, telegramId, name }
    const { keyboard } = await keepPending(ctx, services, change)
    const preview = texts.removePreview(name, telegramId)
    await sendParts(ctx, services, [plain(preview)], { keyboard })
  }

  return composer
}

interface NamedPerson {
  readonly telegramId: number
  readonly name: string
  /** What was typed besides the number. */
  readonly rest: string
}

/** The person named by a number, or by the message that the command answers; else what to tell. */
function personIn(ctx: BotContext, text: string): NamedPerson | string {
  const [, number, rest = ''] = /^([\d۰-۹٠-٩]{3,15})(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? []
  if (number) return { telegramId: Number(latinDigits(number)), name: '', rest }
  const replied = ctx.msg?.reply_to_message
  if (!replied) return texts.adminsNoId
  const person = personOf(replied, ctx.me.id)
  return typeof person === 'string' ? person : { ...person, rest: text }
}

function personOf(
  { contact, forward_origin, from }: Message,
  botId: number,
): { telegramId: number; name: string } | string {
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return contact.user_id ? { telegramId: contact.user_id, name } : texts.adminsNoId
  }
  if (forward_origin && forward_origin.type !== 'user') return texts.hiddenSender
  const user = forward_origin?.type === 'user' ? forward_origin.sender_user : from
  if (!user || user.id === botId) return texts.adminsNoId
  return { telegramId: user.id, name: [user.first_name, user.last_name].filter(Boolean).join(' ') }
}
