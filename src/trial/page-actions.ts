import { z } from 'zod'
import { LIMITS } from './limits.ts'
import type { InlineAsk, Person } from './people/person.ts'
import type { Message } from './wire-types.ts'
import type { World } from './world.ts'

/** How long the page waits for the bot before it says that no answer came. */
const PATIENCE_MILLISECONDS = 5000

const place = { person: z.number(), chat: z.number() }
const actions = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('start'), ...place, payload: z.string().optional() }),
  z.strictObject({
    do: z.literal('send'),
    ...place,
    text: z.string(),
    replyTo: z.number().optional(),
  }),
  z.strictObject({ do: z.literal('edit'), ...place, message: z.number(), text: z.string() }),
  z.strictObject({ do: z.literal('press'), ...place, message: z.number(), data: z.string() }),
  z.strictObject({ do: z.literal('ask'), ...place, query: z.string(), offset: z.string() }),
  z.strictObject({ do: z.literal('choose'), ...place, query: z.string(), result: z.string() }),
])
const upload = z.object({
  person: z.coerce.number(),
  chat: z.coerce.number(),
  name: z.string().min(1),
  kind: z.enum(['photo', 'document']),
  caption: z.string().max(LIMITS.captionUnits).optional(),
  replyTo: z.coerce.number().optional(),
})

export interface PageActions {
  /** Does what a person did on the page; returns what the page shows at once. Throws when it cannot be. */
  perform(body: unknown): Promise<unknown>
  upload(query: URLSearchParams, bytes: Buffer): void
}

export function createPageActions(world: World, people: readonly Person[]): PageActions {
  const asks = new Map<string, InlineAsk>()

  function personOf(id: number): Person {
    const person = people.find(({ user }) => user.id === id)
    if (!person) throw new Error(`no person ${id}`)
    return person
  }

  function messageOf(chat: number, id: number): Message {
    const message = world.rooms.get(chat)?.messages.get(id)
    if (!message) throw new Error(`no message ${id}`)
    return message
  }

  return {
    async perform(body) {
      const action = actions.parse(body)
      const person = personOf(action.person)
      const { chat } = action
      switch (action.do) {
        case 'start':
          person.start(action.payload)
          return {}
        case 'send':
          person.sendText(action.text, { chat, replyTo: action.replyTo })
          return {}
        case 'edit':
          person.editText(messageOf(chat, action.message), action.text)
          return {}
        case 'press': {
          const press = person.press(messageOf(chat, action.message), action.data)
          return { answer: await press.answer(PATIENCE_MILLISECONDS).catch(() => null) }
        }
        case 'ask': {
          const chatType = world.rooms.get(chat)?.chat.type === 'private' ? 'sender' : 'supergroup'
          const ask = person.inlineQuery(action.query, { offset: action.offset, chatType })
          asks.set(ask.query, ask)
          return {
            query: ask.query,
            ...(await ask.answer(PATIENCE_MILLISECONDS).catch(() => ({ results: [] }))),
          }
        }
        case 'choose': {
          const ask = asks.get(action.query)
          if (!ask) throw new Error('no such inline query')
          person.chooseInlineResult(ask, action.result, { chat })
          return {}
        }
      }
    },
    upload(query, bytes) {
      const { person, chat, name, kind, caption, replyTo } = upload.parse(Object.fromEntries(query))
      const file = { name, bytes }
      const options = { chat, replyTo, ...(caption !== undefined && { caption }) }
      if (kind === 'photo') personOf(person).sendPhoto(file, options)
      else personOf(person).sendDocument(file, options)
    },
  }
}
