import type { Transformer } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'

export const TOKEN = '42:BENCH'

export const BOT_INFO: UserFromGetMe = {
  ...{ id: 42, is_bot: true, first_name: 'ارقام', username: 'arqam_bench_bot' },
  ...{ can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true },
  ...{ can_connect_to_business: false, has_main_web_app: false, can_manage_bots: false },
  ...{
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    supports_join_request_queries: false,
  },
}

/** Stands where the network would: Telegram's answer, at once. `sent` learns whom a message went to. */
export function answeringAtOnce(sent: (chat: unknown) => void = () => undefined): Transformer {
  let messages = 0
  return async (_, method, payload) => {
    const isMessage = method.startsWith('send')
    if (isMessage && 'chat_id' in payload) sent(payload.chat_id)
    const message = { message_id: ++messages, date: 0, chat: { id: 1, type: 'private' }, text: '' }
    // What a call gives depends on its method, which the type cannot follow here.
    return { ok: true, result: (isMessage ? message : true) as never }
  }
}

/** So many chats ask by turns, and after some turns others do: nobody writes too fast. */
const CHATS = 500
const TURNS = 6
let updates = 0

const nextChat = (): number =>
  1000 + (updates % CHATS) + CHATS * Math.floor(updates / (CHATS * TURNS))

/** A question from a private chat; left out, many chats by turns, so that most have asked before. */
export function updateOf(text: string, chat: number = nextChat()): Update {
  const number = ++updates
  const sender = { id: chat, first_name: 'سارا' }
  return {
    update_id: number,
    message: {
      message_id: number,
      date: Math.floor(Date.now() / 1000),
      chat: { ...sender, type: 'private' },
      from: { ...sender, is_bot: false, language_code: 'fa' },
      text,
    },
  }
}
