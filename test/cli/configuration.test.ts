import { describe, expect, it } from 'vitest'
import {
  configurationDoubts,
  configurationProblems,
  readConfiguration,
} from '../../src/cli/configuration.ts'
import { redactor } from '../../src/cli/redactor.ts'

const TOKEN = '123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr'
const WEBHOOK = {
  BOT_TOKEN: TOKEN,
  WEBHOOK_URL: 'https://example.org/hook',
  WEBHOOK_SECRET: 's_-1',
}

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readConfiguration({})).toEqual({
      DATABASE_URL: 'file:arqam.db',
      OWNER_IDS: [],
      ACCESS: 'open',
      ARQAM_EMPTY: '0',
    })
  })

  it.each<[Record<string, string>, object]>([
    [{ BOT_TOKEN: TOKEN }, { BOT_TOKEN: TOKEN }],
    [{ BOT_TOKEN: ` ${TOKEN}\n` }, { BOT_TOKEN: TOKEN }],
    [{ BOT_TOKEN: '' }, { ACCESS: 'open' }],
    [{ BOT_API_ROOT: 'http://127.0.0.1:8081/' }, { BOT_API_ROOT: 'http://127.0.0.1:8081' }],
    [{ BOT_API_ROOT: 'https://tapi.bale.ai' }, { BOT_API_ROOT: 'https://tapi.bale.ai' }],
    [{ OWNER_IDS: '1, 22 333' }, { OWNER_IDS: [1, 22, 333] }],
    [{ OWNER_IDS: '۱، ۲۲' }, { OWNER_IDS: [1, 22] }],
    [{ ACCESS: 'members' }, { ACCESS: 'members' }],
    [{ DATABASE_URL: 'postgres://u:p@h/d' }, { DATABASE_URL: 'postgres://u:p@h/d' }],
    [{ DATABASE_URL: 'file::memory:' }, { DATABASE_URL: 'file::memory:' }],
    [{ PORT: '0' }, { PORT: 0 }],
    [{ PORT: '8443' }, { PORT: 8443 }],
    [{ PROXY_URL: 'http://u:p@h:3128' }, { PROXY_URL: 'http://u:p@h:3128' }],
    [{ PROXY_URL: 'https://h' }, { PROXY_URL: 'https://h' }],
    [{ PROXY_URL: 'socks5://h:1080' }, { PROXY_URL: 'socks5://h:1080' }],
    [{ PROXY_URL: 'socks5h://h:1080' }, { PROXY_URL: 'socks5h://h:1080' }],
    [{ LOG_LEVEL: 'debug' }, { LOG_LEVEL: 'debug' }],
    [{ ARQAM_EMPTY: '1' }, { ARQAM_EMPTY: '1' }],
    [WEBHOOK, WEBHOOK],
    [
      { ...WEBHOOK, WEBHOOK_URL: 'http://127.0.0.1:9/', BOT_API_ROOT: 'http://127.0.0.1:8081' },
      { WEBHOOK_URL: 'http://127.0.0.1:9/' },
    ],
  ])('may say %j', (environment, read) => {
    expect(readConfiguration(environment)).toMatchObject(read)
  })

  it.each<[Record<string, string>, RegExp]>([
    [{ BOT_TOKEN: 'abc' }, /^BOT_TOKEN is no bot token; @BotFather/],
    [{ BOT_TOKEN: '123456' }, /^BOT_TOKEN is no/],
    [{ BOT_TOKEN: 'bot123456:AAbb' }, /^BOT_TOKEN is no/],
    [{ BOT_API_ROOT: 'telegram' }, /^BOT_API_ROOT must be an address/],
    [{ BOT_API_ROOT: 'ftp://h' }, /^BOT_API_ROOT must be an address/],
    [{ DATABASE_URL: 'arqam.db' }, /^DATABASE_URL must be an address such as file:arqam.db/],
    [{ DATABASE_URL: 'mysql://h/d' }, /^DATABASE_URL must be/],
    [{ DATABASE_URL: 'file:' }, /^DATABASE_URL must be/],
    [{ OWNER_IDS: '@sara' }, /^OWNER_IDS must be Telegram ids/],
    [{ OWNER_IDS: '1;2' }, /^OWNER_IDS must be Telegram ids/],
    [{ ACCESS: 'all' }, /^ACCESS must be open or members/],
    [{ ...WEBHOOK, WEBHOOK_URL: 'example.org' }, /^WEBHOOK_URL must be an https address/],
    [{ ...WEBHOOK, WEBHOOK_URL: 'http://example.org' }, /^WEBHOOK_URL must be an https address/],
    [{ ...WEBHOOK, WEBHOOK_SECRET: '' }, /^WEBHOOK_SECRET is needed/],
    [{ ...WEBHOOK, WEBHOOK_SECRET: 'رمز' }, /^WEBHOOK_SECRET may hold/],
    [{ ...WEBHOOK, BOT_TOKEN: '' }, /^BOT_TOKEN is needed where WEBHOOK_URL is set/],
    [{ PORT: '80a' }, /^PORT must be a port/],
    [{ PORT: '65536' }, /^PORT must be a port/],
    [{ PORT: '-1' }, /^PORT must be a port/],
    [{ PROXY_URL: '127.0.0.1:1080' }, /^PROXY_URL must be an http, https or socks5 address/],
    [{ PROXY_URL: 'socks4://h' }, /^PROXY_URL must be/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, error/],
    [{ ARQAM_EMPTY: 'yes' }, /^ARQAM_EMPTY must be 1 or left out/],
  ])('may not say %j', (environment, line) => {
    expect(() => readConfiguration(environment)).toThrow(line)
    expect(() => readConfiguration(environment)).not.toThrow(/\n/)
    expect(configurationProblems(environment)).toHaveLength(1)
  })

  it('is told of all problems at once by a check', () => {
    const problems = configurationProblems({ PORT: 'x', ACCESS: 'y', LOG_LEVEL: 'z' })
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['ACCESS', 'PORT', 'LOG_LEVEL'])
  })

  it.each<[Record<string, string>, RegExp | null]>([
    [{}, null],
    [{ ACCESS: 'members' }, null],
    [{ BOT_TOKEN: TOKEN, OWNER_IDS: '7' }, null],
    [{ BOT_TOKEN: TOKEN }, /only who was appointed before may change/],
    [{ BOT_TOKEN: TOKEN, ACCESS: 'members' }, /only who was appointed before may ask/],
  ])('is doubted where nobody could run the bot: %j', (environment, doubt) => {
    const [said, ...others] = configurationDoubts(readConfiguration(environment))
    if (doubt === null) expect(said).toBeUndefined()
    else expect(said).toMatch(doubt)
    expect(others).toEqual([])
  })

  it('never repeats a secret', () => {
    expect(
      configurationProblems({ BOT_TOKEN: 'secret', DATABASE_URL: 'secret' }).join(),
    ).not.toMatch('secret')
  })
})

describe('texts without secrets', () => {
  const redact = redactor({ BOT_TOKEN: '42:short', WEBHOOK_SECRET: 'hush-hush' })

  it.each([
    ['https://api.telegram.org/bot42:short/getMe', 'https://api.telegram.org/bot<secret>/getMe'],
    ['/bot42%3Ashort/getMe', '/bot<secret>/getMe'],
    ['secret_token: hush-hush', 'secret_token: <secret>'],
    [`another ${TOKEN} of the kind`, 'another bot<token> of the kind'],
    ['postgres://arqam:p4ss@db.example.org/arqam', 'postgres://<secret>@db.example.org/arqam'],
    ['postgres://arqam:p@ss@db/arqam', 'postgres://<secret>@db/arqam'],
    ['socks5://me:p%40ss@127.0.0.1:1080', 'socks5://<secret>@127.0.0.1:1080'],
    ['۳۷ واحد در ۱۳۹۹، mail@example.org', '۳۷ واحد در ۱۳۹۹، mail@example.org'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})
