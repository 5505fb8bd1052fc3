import fc from 'fast-check'
import type { Content } from './hostile-stage.ts'
import { HOSTILE_WORDS, LONG_TEXTS, TRUE_WORDS } from './words.ts'

/** The people of a barrage; what they may do is set up by the barrage. */
export const PEOPLE = {
  owner: 7,
  editor: 2003,
  demoted: 2004,
  member: 2002,
  strangers: [2001, 2005, 2006],
} as const

const IDS = [
  PEOPLE.owner,
  PEOPLE.editor,
  PEOPLE.demoted,
  PEOPLE.member,
  ...PEOPLE.strangers,
] as const
export const GROUP = -1_000_000_000_777

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...TRUE_WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
)

/** As long as Telegram lets a text be. */
const sentence = fc
  .array(word, { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' ').slice(0, 4096))
const text = fc.oneof(
  { weight: 12, arbitrary: sentence },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4096 }) },
)

const COMMANDS =
  'start help settings ask cancel add report edit retire undo history template export proposals unanswered reports alias rename merge stats admins invite nothing'.split(
    ' ',
  )
const command = fc
  .record({
    name: fc.constantFrom(...COMMANDS),
    at: fc.constantFrom('', '', '', '@arqam_trial_bot', '@other_bot'),
    rest: fc.oneof(
      fc.constant(''),
      sentence,
      fc.nat({ max: 50 }).map(String),
      sentence.map((one) => `1 ${one}`),
      fc.tuple(word, word).map(([a, b]) => `${a} = ${b}`),
      fc
        .tuple(word, word, word)
        .map(([a, b, c]) => `احیای واحدهای راکد صنعتی، قم، ۱۴۰۰، ۴۰ واحد، منبع: ${a}${b}${c}`),
      fc.tuple(word, word).map(([a, b]) => `${a}، قم، ۱۴۰۰، ۴۰ واحد، منبع: ${b}`),
    ),
  })
  .map(({ name, at, rest }) => `/${name}${at} ${rest}`.slice(0, 4096))

/** What follows «?start=»: 64 letters of the alphabet of links, ours and others'. */
const startPayload = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abfqxl019_-io'), minLength: 1, maxLength: 64 }),
  fc
    .array(
      fc.constantFrom('0', '1', '2', '7', '1399', 'o1400', 'constructor', '__proto__', 'x', ''),
      {
        maxLength: 10,
      },
    )
    .map((fields) => `q${fields.join('_')}`),
  fc.nat().map((id) => `f${id}`),
  fc.string({ unit: 'binary', maxLength: 70 }),
)

const CODES =
  's y f r e c p x rd ok no n g ch fl tg cm cw wt uw w ef u ap rj wd q hr iv rv zz __proto__'.split(
    ' ',
  )
const argument = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '-1',
        '99999999999',
        '2147483648',
        'x',
        'v',
        'a',
        'c',
        'b',
        'h',
        's',
        'e',
        'p',
        't',
        'r1',
      ],
      ...['place', 'digits', 'money', 'latin', '1399', '../1400', '0_1_2', '0_1_2x3_1399', 'd1'],
      ...['constructor', '__proto__', 'toString', '1.2.3.4', '1.99999999999', 'NaN', '1e3', ''],
      ...['8_1_2_1399_constructor', '9_2____t_5', 'c_1_2_1399x1400', '0_1_2_1399_t_p_R_3_1398_lc'],
    ),
  },
  { weight: 1, arbitrary: word },
)
/** Forged: any client may send any data of up to 64 bytes. */
const pressed = fc
  .tuple(fc.constantFrom(...CODES), fc.array(argument, { maxLength: 5 }))
  .map(([code, values]) =>
    Buffer.from([code, ...values].join(':'))
      .subarray(0, 64)
      .toString(),
  )

interface Sender {
  readonly id: number
  readonly name: string
  readonly inGroup: boolean
  readonly isAnonymous: boolean
}

const sender: fc.Arbitrary<Sender> = fc.record({
  id: fc.constantFrom(...IDS),
  name: fc.oneof(fc.constant('سارا'), word, fc.constant('ا'.repeat(64))),
  inGroup: fc.nat({ max: 5 }).map((one) => one === 0),
  isAnonymous: fc.nat({ max: 30 }).map((one) => one === 0),
})

let messageId = 100_000

const userOf = ({ id, name }: Sender) => ({ id, is_bot: false, first_name: name || 'x' })
const chatOf = ({ id, name, inGroup }: Sender) =>
  inGroup
    ? { id: GROUP, type: 'supergroup', title: name }
    : { id, type: 'private', first_name: name || 'x' }

function messageOf(from: Sender, fields: Content): Content {
  return {
    message_id: messageId++,
    date: 1_790_000_000,
    chat: chatOf(from),
    from: userOf(from),
    ...(from.isAnonymous && from.inGroup && { sender_chat: chatOf(from) }),
    ...fields,
  }
}

function spoken(value: string): Content {
  const first = /^\/[A-Za-z0-9_]+(?:@\w+)?/.exec(value)?.[0]
  const entities = first ? [{ type: 'bot_command', offset: 0, length: first.length }] : []
  return { text: value, ...(entities.length > 0 && { entities }) }
}

const mentioned = (value: string): Content => {
  const name = '@arqam_trial_bot'
  const entities = [{ type: 'mention', offset: 0, length: name.length }]
  return { text: `${name} ${value}`.slice(0, 4096), entities }
}

const file = fc.record({
  file_id: fc.string({ maxLength: 20 }),
  file_unique_id: fc.constant('u'),
  file_name: fc.oneof(word, fc.constantFrom('a.csv', '../../a.xlsx', 'a\r\nb: c.csv', 'گزارش.txt')),
  file_size: fc.constantFrom(0, 1, 5_000_000, 2 ** 40, -1),
})

/** What is no text: photos, places, people, polls, and what the bot knows nothing of. */
const other = fc.oneof(
  file.map((document) => ({ document })),
  file.map((photo) => ({ photo: [{ ...photo, width: 1, height: 1 }] })),
  text.map((caption) => ({ photo: [], caption: caption.slice(0, 1024) })),
  fc.constant({ contact: { phone_number: '+98', first_name: '<b>', user_id: 7 } }),
  fc.constant({ location: { latitude: 1e300, longitude: -0 } }),
  fc.constant({ poll: { id: '1', question: 'قم؟', options: [], type: 'quiz' } }),
  fc.constant({ new_chat_members: [{ id: 5, is_bot: false, first_name: '\u202eمالک' }] }),
  fc.constant({ left_chat_member: { id: 5, is_bot: false, first_name: 'x' } }),
  fc.constant({ dice: { emoji: '🎲', value: 6 } }),
  fc.constant({ pinned_message: { message_id: 1, date: 0, chat: { id: 1, type: 'private' } } }),
  fc.constant({ migrate_to_chat_id: -1_000_000_000_999 }),
  fc.constant({ sticker: {}, voice: null, unknown_field: { a: [1, { b: '2' }] } }),
  fc.constant({ web_app_data: { data: '{}', button_text: 'x' } }),
  fc.constant({}),
)

const forwarded = fc.constantFrom<Content>(
  {
    forward_origin: {
      type: 'user',
      date: 1,
      sender_user: { id: 7, is_bot: false, first_name: 'م' },
    },
  },
  { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: '<i>\u202e' } },
  { forward_origin: { type: 'channel', date: 1, chat: { id: -5, type: 'channel', title: 'ک' } } },
  { forward_origin: { type: 'unheard_of', date: 1 } },
)

/** A reply to something that looks like the bot's own, with buttons of any making. */
const repliedTo = pressed.map((data) => ({
  reply_to_message: {
    message_id: 5,
    date: 1,
    chat: { id: 1, type: 'private' },
    from: { id: 42, is_bot: true, first_name: 'ارقام', username: 'arqam_trial_bot' },
    text: 'پیام',
    reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
  },
}))

const message = fc.oneof(
  { weight: 10, arbitrary: text.map(spoken) },
  { weight: 3, arbitrary: text.map(mentioned) },
  { weight: 8, arbitrary: command.map(spoken) },
  { weight: 3, arbitrary: startPayload.map((one) => spoken(`/start ${one}`)) },
  { weight: 3, arbitrary: other },
  { weight: 2, arbitrary: fc.tuple(text, forwarded).map(([a, b]) => ({ ...spoken(a), ...b })) },
  { weight: 2, arbitrary: fc.tuple(text, repliedTo).map(([a, b]) => ({ ...spoken(a), ...b })) },
)

let queryId = 1

/** Updates of every kind that Telegram sends, and of some that it does not. */
export const hostileUpdate: fc.Arbitrary<Content> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.tuple(sender, message).map(([from, one]) => ({ message: messageOf(from, one) })),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(sender, pressed, fc.constantFrom('message', 'inaccessible', 'inline'))
      .map(([from, data, how]) => ({
        callback_query: {
          id: `q${queryId++}`,
          from: userOf(from),
          chat_instance: '1',
          data,
          ...(how === 'inline' && { inline_message_id: 'x' }),
          ...(how === 'inaccessible' && {
            message: { chat: chatOf(from), message_id: 1, date: 0 },
          }),
          ...(how === 'message' && {
            message: {
              ...messageOf(from, { text: 'پیام' }),
              from: { id: 42, is_bot: true, first_name: 'ارقام' },
              reply_markup: { inline_keyboard: [[{ text: 'قم', callback_data: data }]] },
            },
          }),
        },
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(sender, text).map(([from, query]) => ({
      inline_query: {
        id: `i${queryId++}`,
        from: userOf(from),
        query: query.slice(0, 256),
        offset: '',
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(sender, text).map(([from, one]) => ({
      edited_message: messageOf(from, { ...spoken(one), edit_date: 2 }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(sender, text).map(([from, one]) => ({
      channel_post: {
        message_id: messageId++,
        date: 1,
        chat: { id: -100_5, type: 'channel', title: from.name },
        ...spoken(one),
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sender, fc.constantFrom('kicked', 'member', 'left', 'odd'))
      .map(([from, status]) => ({
        my_chat_member: {
          chat: chatOf(from),
          from: userOf(from),
          date: 1,
          old_chat_member: { status: 'member', user: { id: 42 } },
          new_chat_member: { status, user: { id: 42 } },
        },
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Content>(
      { chosen_inline_result: { result_id: '0', from: { id: 2001 }, query: 'قم' } },
      { poll: { id: '1' } },
      { poll_answer: { poll_id: '1', option_ids: [0] } },
      { message_reaction: { chat: { id: 2001, type: 'private' } } },
      { pre_checkout_query: { id: '1', from: { id: 2001 } } },
      { unheard_of: { chat: null } },
      {},
      { message: { message_id: 1, date: 1, chat: { id: 2001, type: 'private' } } },
      { edited_message: { message_id: 1, date: 1, chat: { id: 2001, type: 'private' } } },
      { callback_query: { id: 'q0', from: { id: 2001, is_bot: false, first_name: 'x' } } },
      { my_chat_member: { chat: { id: 2001, type: 'private' }, new_chat_member: {} } },
    ),
  },
)
