/** The part of the Bot API's objects that the trial server keeps and sends. Names are Telegram's. */

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface BotUser extends User {
  is_bot: true
  username: string
  can_join_groups: boolean
  can_read_all_group_messages: boolean
  supports_inline_queries: boolean
  can_connect_to_business: boolean
  has_main_web_app: boolean
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title?: string
  first_name?: string
  last_name?: string
  username?: string
}

export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
  user?: User
  language?: string
  custom_emoji_id?: string
}

export interface FormattedText {
  text: string
  entities: Entity[]
}

export interface InlineButton {
  text: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
  switch_inline_query?: string
  switch_inline_query_current_chat?: string
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][]
}

export interface ReplyKeyboard {
  keyboard: { text: string }[][]
  is_persistent?: boolean
  resize_keyboard?: boolean
  one_time_keyboard?: boolean
  input_field_placeholder?: string
}

export type ReplyMarkup =
  | InlineKeyboard
  | ReplyKeyboard
  | { remove_keyboard: true }
  | { force_reply: true; input_field_placeholder?: string }

export interface PhotoSize {
  file_id: string
  file_unique_id: string
  width: number
  height: number
  file_size: number
}

export interface Document {
  file_id: string
  file_unique_id: string
  file_name?: string
  mime_type?: string
  file_size: number
}

export interface Message {
  message_id: number
  date: number
  edit_date?: number
  chat: Chat
  from: User
  message_thread_id?: number
  is_topic_message?: boolean
  media_group_id?: string
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: PhotoSize[]
  document?: Document
  has_media_spoiler?: boolean
  reply_markup?: InlineKeyboard
  reply_to_message?: Message
  via_bot?: User
  forward_origin?: { type: string; date: number; [field: string]: unknown }
  link_preview_options?: Record<string, unknown>
  new_chat_members?: User[]
  left_chat_member?: User
}

export interface CallbackQuery {
  id: string
  from: User
  message?: Message
  inline_message_id?: string
  chat_instance: string
  data: string
}

export interface ChatMember {
  status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked'
  user: User
}

export interface Update {
  update_id: number
  message?: Message
  edited_message?: Message
  callback_query?: CallbackQuery
  inline_query?: { id: string; from: User; query: string; offset: string; chat_type?: string }
  chosen_inline_result?: {
    result_id: string
    from: User
    query: string
    inline_message_id?: string
  }
  my_chat_member?: {
    chat: Chat
    from: User
    date: number
    old_chat_member: ChatMember
    new_chat_member: ChatMember
  }
}

export type UpdateContent = Omit<Update, 'update_id'>

export interface CallbackAnswer {
  text?: string
  show_alert: boolean
  url?: string
}

export interface BotCommand {
  command: string
  description: string
}
