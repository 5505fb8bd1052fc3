import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { filledStore, folder, run, type Started, start } from './program.ts'
import { httpProxy, httpsProxy, type RunningProxy, selfSigned, socksProxy } from './proxies.ts'

const TOKEN = '42:TOKEN-THAT-NOBODY-MAY-READ-IN-A-LOG'
const SECRET = 'a-secret-word-of-the-webhook'
const QUESTION = 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'

let server: BotApiServer
let database: string
const proxies: RunningProxy[] = []

beforeEach(async () => {
  server = await createBotApiServer({ token: TOKEN })
  database = await filledStore()
})
afterEach(async () => {
  for (const proxy of proxies.splice(0)) proxy.close()
  await server.close()
})

const environment = (rest: Record<string, string> = {}) => ({
  BOT_TOKEN: TOKEN,
  BOT_API_ROOT: server.apiRoot,
  DATABASE_URL: database,
  ...rest,
})

async function expectAnswer(text = QUESTION, figure = '۳۷ واحد') {
  const sara = server.user({ id: 1001, firstName: 'سارا' })
  sara.sendText(text)
  const { text: reply } = await server.nextMessage(sara.chat.id)
  expect(reply).toContain(figure)
}

async function expectEnd(bot: Started, signal: NodeJS.Signals = 'SIGTERM') {
  const { code, stdout, stderr } = await bot.stop(signal)
  expect(code).toBe(0)
  expect(stdout + stderr).not.toContain(TOKEN.slice(3))
  return stdout + stderr
}

/** A port that was free a moment ago. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

describe('arqam serve with a token, by long polling', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'answers, and ends in order at %s',
    async (signal) => {
      const bot = start(['serve'], environment())
      await expectAnswer()
      const said = await expectEnd(bot, signal)
      expect(said).toContain(`"bot":"${server.bot.username}"`)
      expect(said).toContain('"msg":"stopped"')
      expect(server.violations).toEqual([])
    },
  )

  it('tells whether it lives, and what it did, on the port that it is given', async () => {
    const port = await freePort()
    const bot = start(['serve'], environment({ PORT: String(port) }))
    await expectAnswer()
    const page = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      return [response.status, await response.text()] as const
    }
    expect(await page('/healthz')).toEqual([200, 'ok'])
    const [status, metrics] = await page('/metrics')
    expect(status).toBe(200)
    for (const line of [
      'arqam_updates_total{kind="message"} 1',
      'arqam_answers_total{status="answered"} 1',
      'arqam_api_calls_total{method="sendMessage",code="200"} 1',
      'arqam_update_seconds_count 1',
      'arqam_notices_waiting 0',
      'process_resident_memory_bytes ',
    ]) {
      expect(metrics).toContain(`\n${line}`)
    }
    expect(metrics).not.toContain(TOKEN.slice(3))
    expect((await page('/'))[0]).toBe(404)
    await expectEnd(bot)
  })

  it('answers what was asked before it started', async () => {
    const answer = expectAnswer()
    const bot = start(['serve'], environment())
    await answer
    await expectEnd(bot)
  })

  it('lets only members ask where ACCESS says so, and knows its owners', async () => {
    const bot = start(['serve'], environment({ ACCESS: 'members', OWNER_IDS: '7' }))
    await expectAnswer(QUESTION, '1001')
    const owner = server.user({ id: 7, firstName: 'مالک' })
    owner.sendText(QUESTION)
    expect((await server.nextMessage(7)).text).toContain('۳۷ واحد')
    await expectEnd(bot)
  })

  it('ends with one line when the token is refused', async () => {
    const { code, stderr } = await start(['serve'], environment({ BOT_TOKEN: '42:OTHER-TOKEN' }))
      .ended
    expect(code).toBe(1)
    expect(stderr).not.toContain('OTHER-TOKEN')
    expect(stderr.trimEnd().split('\n').at(-1)).not.toMatch(/^\s+at |[{}]/)
  })

  it('waits for Telegram, without a word of the token, and may be stopped meanwhile', async () => {
    const bot = start(['serve'], environment({ BOT_API_ROOT: 'http://127.0.0.1:9' }))
    await bot.said(/ECONNREFUSED|waiting/)
    await expectEnd(bot)
  })

  it('finishes the answer it is at before it ends', async () => {
    const bot = start(['serve'], environment())
    server.fail('sendMessage', { status: 429, retryAfter: 2 })
    const sara = server.user({ id: 1001, firstName: 'سارا' })
    sara.sendText(QUESTION)
    await server.nextCall('sendMessage')
    await expectEnd(bot)
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۳۷ واحد')
  })

  it('ends at once at a second signal', async () => {
    const bot = start(['serve'], environment())
    // Told to wait, the bot is in the midst of an answer.
    server.fail('sendMessage', { status: 429, retryAfter: 25 })
    server.user({ id: 1001, firstName: 'سارا' }).sendText(QUESTION)
    await server.nextCall('sendMessage')
    bot.child.kill('SIGTERM')
    await bot.said(/"msg":"stopping"/)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect((await bot.stop('SIGTERM')).code).toBe(143)
  })

  it.each([
    ['http', httpProxy],
    ['socks5', socksProxy],
    ['socks5h', socksProxy],
  ])('reaches Telegram through a proxy: %s', async (scheme, open) => {
    const proxy = await open()
    proxies.push(proxy)
    const bot = start(['serve'], environment({ PROXY_URL: `${scheme}://127.0.0.1:${proxy.port}` }))
    await expectAnswer()
    expect(proxy.asked[0]).toBe(`127.0.0.1:${server.port}`)
    await expectEnd(bot)
  })

  it('reaches Telegram through a proxy: https, with a name and a password', async (context) => {
    const certificate = selfSigned(folder())
    if (!certificate) return context.skip('openssl is not there to make a certificate')
    const proxy = await httpsProxy(certificate)
    proxies.push(proxy)
    const bot = start(
      ['serve'],
      environment({
        PROXY_URL: `https://me:secret@127.0.0.1:${proxy.port}`,
        NODE_EXTRA_CA_CERTS: certificate.path,
      }),
    )
    await expectAnswer()
    expect(proxy.asked[0]).toBe(`127.0.0.1:${server.port}`)
    expect(await expectEnd(bot)).not.toContain('me:secret')
  })
})

describe('arqam serve with a token, by webhook', () => {
  async function startWebhook() {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/hook`
    const bot = start(
      ['serve'],
      environment({ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET, PORT: String(port) }),
    )
    await bot.said(/listening/)
    return { bot, url, port }
  }

  it('answers what Telegram delivers, and tells that it lives', async () => {
    const { bot, port } = await startWebhook()
    await expectAnswer()
    const health = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect([health.status, await health.text()]).toEqual([200, 'ok'])
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect(await metrics.text()).toContain('arqam_updates_total{kind="message"} 1')
    expect(await expectEnd(bot)).not.toContain(SECRET)
    expect(server.violations).toEqual([])
  })

  it('takes nothing without the secret', async () => {
    const { bot, url } = await startWebhook()
    const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, text: QUESTION }
    const body = JSON.stringify({ update_id: 1, message })
    const post = (headers: Record<string, string>) => fetch(url, { method: 'POST', body, headers })
    expect((await post({})).status).toBe(401)
    expect((await post({ 'x-telegram-bot-api-secret-token': 'wrong' })).status).toBe(401)
    await expectEnd(bot)
    expect(server.calls.filter(({ method }) => method === 'sendMessage')).toEqual([])
  })

  it('ends with one line when the port is taken', async () => {
    const env = environment({
      WEBHOOK_URL: 'http://127.0.0.1/hook',
      WEBHOOK_SECRET: SECRET,
      PORT: String(server.port),
    })
    const { code, stderr } = await start(['serve'], env).ended
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(`PORT ${server.port} is taken`)
  })
})

describe('arqam check with a token', () => {
  const check = async (rest: Record<string, string> = {}) => {
    const { code, stdout } = await run(['check'], { env: environment(rest) })
    return { code, last: stdout.trimEnd().split('\n').at(-1) }
  }

  it('names the bot that the token belongs to', async () => {
    expect(await check()).toEqual({ code: 0, last: 'token: good' })
  })

  it('tells a refused token', async () => {
    const { code, last } = await check({ BOT_TOKEN: '42:OTHER-TOKEN' })
    expect(code).toBe(1)
    expect(last).toBe('token: BOT_TOKEN is refused by Telegram; @BotFather tells the current one')
  })

  it('tells that Telegram is out of reach, and why', async () => {
    const { code, last } = await check({ BOT_API_ROOT: 'http://127.0.0.1:9' })
    expect(code).toBe(1)
    expect(last).toMatch(
      /^token: http:\/\/127\.0\.0\.1:9 is out of reach \(is a PROXY_URL needed\?\)/,
    )
    expect(last).not.toContain(TOKEN.slice(3))
  })
})
