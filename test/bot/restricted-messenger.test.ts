import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { capabilitiesOf } from '../../src/bot/capabilities.ts'
import { publishCommands } from '../../src/bot/commands.ts'
import { createBot } from '../../src/bot/create-bot.ts'
import { adaptTo } from '../../src/bot/restricted-messenger.ts'
import { withoutMarkup } from '../../src/bot/without-markup.ts'
import { added, FACTORIES, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { labels, OWNER, openStage } from './harness.ts'

const QUESTION = `${FACTORIES} قم در ۱۳۹۹`
const QUOTE = 'بیش از <۳۷> واحد & «دو» کارگاه'

/** Everything that Telegram has and this messenger refuses. */
const REFUSES = {
  lacks: [
    'setMyCommands',
    'deleteMyCommands',
    'sendChatAction',
    'answerCallbackQuery',
    'editMessageText',
    'sendPhoto',
  ],
  refuses: ['parse_mode', 'link_preview_options'],
}

async function restrictedStage(messenger: object = REFUSES) {
  const store = await storeWithVocabulary()
  await added(store, { speaker: 'استاندار', quote: QUOTE })
  await added(store, { period: '1398' })
  return await openStage({ store, asker: createAsker, messenger })
}

describe('a messenger that refuses markup and half of the methods', () => {
  it('gets the figure, its source and its quote whole, in plain text', async () => {
    const { sara, say, press, logged } = await restrictedStage()
    const answer = await say(sara, QUESTION)
    for (const said of ['۳۷ واحد', 'قم', '۱۳۹۹', 'ایرنا', 'استاندار']) {
      expect(answer.text).toContain(said)
    }
    expect(answer.text).not.toMatch(/<\/?\w|&\w+;/)
    expect(answer.entities ?? []).toEqual([])
    const source = await press(sara, answer, 'منبع کامل')
    expect(source.text).toContain(QUOTE)
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('is asked once for what it lacks, and not again', async () => {
    const { sara, say, server } = await restrictedStage()
    await say(sara, QUESTION)
    const before = server.calls.length
    await say(sara, QUESTION)
    const later = server.calls.slice(before)
    expect(later.filter(({ error }) => error)).toEqual([])
    expect(later.map(({ method }) => method)).toContain('sendMessage')
  })

  it('lets an admin add a figure: what would be an edit comes as a new message', async () => {
    const { owner, say, press, sara } = await restrictedStage()
    const preview = await say(owner, `/add ${FACTORIES}، یزد، ۱۴۰۰، ۳۵ واحد، منبع: الف`)
    expect(labels(preview)).toContain('ثبت')
    expect((await press(owner, preview, 'ثبت')).text).toContain('ثبت شد')
    expect((await say(sara, `${FACTORIES} یزد در ۱۴۰۰`)).text).toContain('۳۵ واحد')
  })

  it('gets a chart as its words', async () => {
    const { sara, say, press, logged } = await restrictedStage()
    const trend = await say(sara, `روند ${FACTORIES} قم`)
    expect(labels(trend)).toContain('نمودار')
    expect((await press(sara, trend, 'نمودار')).text).toContain(FACTORIES)
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('does without menus in silence', async () => {
    const { server, store } = await restrictedStage()
    const said: string[] = []
    const logger = {
      debug() {},
      warn() {},
      error() {},
      info: (_: object, m: string) => said.push(m),
    }
    const services = {
      ...{ store, asker: createAsker(store), ownerIds: [OWNER], access: 'open' as const },
      ...{ clock: () => NOW, logger },
    }
    const { api } = createBot({ ...services, token: server.token, apiRoot: server.apiRoot })
    await publishCommands(api, services)
    expect(said).toEqual([])
  })
})

describe('a messenger that only lacks replies to messages', () => {
  it('gets the answer all the same', async () => {
    const { sara, say } = await restrictedStage({ refuses: ['reply_parameters'] })
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
  })
})

describe('Telegram', () => {
  it('gets markup, and a message whose markup it cannot read without it', async () => {
    const { sara, say, server, logged } = await restrictedStage({})
    const description = "Bad Request: can't parse entities: unsupported start tag"
    server.fail('sendMessage', { status: 400, description })
    expect((await say(sara, QUESTION)).entities ?? []).toEqual([])
    expect((await say(sara, QUESTION)).entities?.length).toBeGreaterThan(0)
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('what is known of messengers', () => {
  it.each([
    ['https://tapi.bale.ai', false],
    ['https://bale.ai', false],
    ['https://notbale.ai.example.com', true],
    ['https://api.telegram.org', true],
    ['http://127.0.0.1:8081', true],
    [undefined, true],
  ])('%s takes HTML: %s', (apiRoot, html) => {
    expect(capabilitiesOf(apiRoot).html).toBe(html)
  })

  it('Bale is sent no markup, which it would show, and no button that leads to Telegram', async () => {
    const sent: [string, object][] = []
    const transformer = adaptTo(capabilitiesOf('https://tapi.bale.ai'), {
      ...{ debug() {}, info() {}, warn() {}, error() {} },
    })
    const previous = async (method: string, payload: object) => {
      sent.push([method, payload])
      return { ok: true as const, result: true as never }
    }
    const inline_keyboard = [
      [
        { text: 'منبع', callback_data: 's:1' },
        { text: 'فرستادن', url: 'https://t.me/share/url?url=x' },
      ],
    ]
    const message = { chat_id: 5, text: '<b>۳۷</b> واحد', parse_mode: 'HTML' as const }
    await transformer(previous, 'sendMessage', { ...message, reply_markup: { inline_keyboard } })
    await transformer(previous, 'setMyCommands', { commands: [] })
    expect(sent).toEqual([
      [
        'sendMessage',
        {
          chat_id: 5,
          text: '۳۷ واحد',
          reply_markup: { inline_keyboard: [[{ text: 'منبع', callback_data: 's:1' }]] },
        },
      ],
    ])
  })
})

describe('a text without its markup', () => {
  it.each([
    ['<b>۳۷</b> واحد <i>(برداشت)</i>', '۳۷ واحد (برداشت)'],
    ['الف\n<blockquote>ب &lt;۵&gt; &amp; ج</blockquote>\nد', 'الف\nب <۵> & ج\nد'],
    ['الف <blockquote>ب</blockquote> ج', 'الف \nب\n ج'],
    ['<a href="https://irna.ir">ایرنا</a>', 'ایرنا (https://irna.ir)'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (html, text) => {
    expect(withoutMarkup(html)).toBe(text)
  })
})
