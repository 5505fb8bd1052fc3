import { describe, expect, it } from 'vitest'
import { sourceOfPost } from '../../src/bot/entry/forward-source.ts'
import { oldOrigin, readOldForwards } from '../../src/bot/old-forwards.ts'
import type { BotContext } from '../../src/bot/services.ts'

const CHANNEL = { id: -1001234567890, type: 'channel', title: 'خبر قم', username: 'qom_news' }
const PERSON = { id: 5, is_bot: false, first_name: 'سارا' }

describe('a forwarded message of an older Bot API', () => {
  it.each([
    [
      'a post of a channel',
      {
        forward_date: 1619946000,
        forward_from_chat: CHANNEL,
        forward_from_message_id: 815,
        forward_signature: 'ب',
      },
      { type: 'channel', chat: CHANNEL, message_id: 815, author_signature: 'ب' },
    ],
    ['a person', { forward_from: PERSON }, { type: 'user', sender_user: PERSON }],
    ['a hidden person', { forward_sender_name: 'س' }, { type: 'hidden_user' }],
    [
      'a group in its own name',
      { forward_from_chat: { id: -7, type: 'supergroup', title: 'گروه' } },
      { type: 'chat', sender_chat: { id: -7, title: 'گروه' } },
    ],
  ])('comes from %s', (_, message, origin) => {
    expect(oldOrigin(message)).toMatchObject(origin)
  })

  it.each([
    ['nothing', {}],
    ['only a date', { forward_date: 1 }],
    ['another shape', { forward_from_chat: 'qom_news' }],
  ])('is none with %s', (_, message) => {
    expect(oldOrigin(message)).toBeNull()
  })

  it('gives the source as far as it tells of one', () => {
    const whole = {
      forward_date: 1619946000,
      forward_from_chat: CHANNEL,
      forward_from_message_id: 815,
    }
    expect(sourceOfPost(oldOrigin(whole) ?? undefined, 'متن')).toEqual({
      title: null,
      publisher: 'خبر قم',
      url: 'https://t.me/qom_news/815',
      publishedOn: '2021-05-02',
    })
    const bare = { forward_from_chat: { id: -9, type: 'channel' } }
    expect(sourceOfPost(oldOrigin(bare) ?? undefined, 'متن')).toEqual({
      title: null,
      publisher: null,
      url: null,
      publishedOn: null,
    })
  })

  it('is a forwarded one for all that comes after', async () => {
    const message = { text: '/undo', forward_from_chat: CHANNEL, forward_from_message_id: 815 }
    const ctx = { message } as unknown as BotContext
    const read = readOldForwards()
    if (typeof read !== 'function') throw new Error('a function is expected')
    await read(ctx, async () => undefined)
    expect(ctx.message?.forward_origin?.type).toBe('channel')
  })
})
