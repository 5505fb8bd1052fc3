import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { filledStore, start } from '../cli/program.ts'

const TOKEN = '42:TEST-TOKEN-OF-THE-TRIAL-SERVER'

/** Whether something answers at an address. */
async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url, { signal: AbortSignal.timeout(2000) })).arrayBuffer()
    return true
  } catch {
    return false
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

describe('the trial page', () => {
  it('listens on this machine alone', async () => {
    const port = await freePort()
    const trial = start(['serve'], { DATABASE_URL: await filledStore(), PORT: String(port) })
    const [url = ''] = await trial.said(/http:\/\/127\.0\.0\.1:\d+\//)
    expect(await answers(url)).toBe(true)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    for (const { address } of others) {
      expect(await answers(url.replace('127.0.0.1', address))).toBe(false)
    }
    await trial.stop()
  })

  it('is not there beside a real token', async () => {
    const server = await createBotApiServer({ token: TOKEN })
    const port = await freePort()
    const bot = start(['serve'], {
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: server.apiRoot,
      DATABASE_URL: await filledStore(),
      PORT: String(port),
    })
    await server.nextCall('deleteWebhook')
    for (const path of ['', 'events', 'do', `bot${TOKEN}/getMe`]) {
      expect((await fetch(`http://127.0.0.1:${port}/${path}`)).status).toBe(404)
    }
    await bot.stop()
    await server.close()
  })
})
