import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { labels } from '../bot/harness.ts'
import { freshUrl } from '../facts/fresh-url.ts'
import { run, type Started, start } from './program.ts'

const TOKEN = '42:TOKEN-THAT-NOBODY-MAY-READ-IN-A-LOG'
const SECRET = 'a-secret-word-of-the-webhook'
const OWNER = 7

const closing: { close(): void }[] = []
afterEach(() => {
  for (const one of closing.splice(0)) one.close()
})

/** Hands each call to the next process; to the one after where that is gone. */
async function loadBalancer(): Promise<{ url: string; ports: number[]; handed: number[] }> {
  const ports: number[] = []
  const handed: number[] = []
  let turn = 0
  async function forward(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(call)
    const headers = { ...call.headers, 'content-length': String(body.length) }
    for (let tries = 0; tries < ports.length; tries++) {
      const port = ports[turn++ % ports.length] ?? 0
      const status = await new Promise<number | null>((resolve) => {
        const options = { host: '127.0.0.1', port, path: call.url, method: call.method, headers }
        request(options, (response) => {
          response.resume()
          resolve(response.statusCode ?? 500)
        })
          .on('error', () => resolve(null))
          .end(body)
      })
      if (status === null) continue
      handed.push(port)
      answer.writeHead(status).end()
      return
    }
    answer.writeHead(502).end()
  }
  const server = createServer((call, answer) => void forward(call, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(server)
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, ports, handed }
}

async function startInstance(server: BotApiServer, database: string, url: string) {
  const bot = start(['serve'], {
    ...{ BOT_TOKEN: TOKEN, BOT_API_ROOT: server.apiRoot, DATABASE_URL: database },
    ...{ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET, PORT: '0', OWNER_IDS: String(OWNER) },
  })
  const [, port] = await bot.said(/"port":(\d+).*listening/)
  return { bot, port: Number(port) }
}

describe('three processes behind a load balancer, on one PostgreSQL', () => {
  it('are one bot, also when one of them is killed', { timeout: 120_000 }, async () => {
    const database = await freshUrl('postgres')
    await run(['migrate', '--database', database])
    const server = await createBotApiServer({ token: TOKEN })
    closing.push({ close: () => void server.close() })
    const { url, ports, handed } = await loadBalancer()
    const bots: Started[] = []
    for (let count = 0; count < 3; count++) {
      const { bot, port } = await startInstance(server, database, url)
      bots.push(bot)
      ports.push(port)
    }
    const owner = server.user({ id: OWNER, firstName: 'مالک' })
    const sara = server.user({ id: 1001, firstName: 'سارا' })
    const ask = async (text: string) => {
      sara.sendText(text)
      return (await server.nextMessage(sara.chat.id)).text
    }

    // Preview, press and question come to different processes, and the question knows the new word.
    owner.sendText('/add تولید سوهان، قم، ۱۴۰۰، ۳۵ هزار تن، منبع: گزارش')
    let message = await server.nextMessage(owner.chat.id)
    for (let asked = 0; asked < 3 && !labels(message).includes('ثبت'); asked++) {
      const [first] = labels(message)
      owner.press(message, first ?? '')
      message = await server.nextMessage(owner.chat.id)
    }
    owner.press(message, 'ثبت')
    await server.nextEdit(owner.chat.id)
    expect(await ask('تولید سوهان قم در ۱۴۰۰ چقدر بود؟')).toContain('۳۵ هزار تن')
    // What a follow-up refers to is stored just after the answer, sooner than anyone types.
    await wait(1000)
    expect(await ask('منبعش؟')).toContain('گزارش')

    bots[1]?.child.kill('SIGKILL')
    await bots[1]?.ended
    for (let round = 0; round < 3; round++) {
      expect(await ask('تولید سوهان قم در ۱۴۰۰ چقدر بود؟')).toContain('۳۵ هزار تن')
    }
    expect(new Set(handed).size).toBe(3)
    for (const bot of [bots[0], bots[2]]) expect((await bot?.stop())?.code).toBe(0)
  })
})
