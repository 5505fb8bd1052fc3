import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '../trial/chromium.ts'
import { filledStore, folder, start } from './program.ts'

const QUESTION = 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'

async function startTrial() {
  const trial = start(['serve'], {
    DATABASE_URL: await filledStore(),
    PORT: '18900',
  })
  const [url = ''] = await trial.said(/http:\/\/127\.0\.0\.1:\d+\//)
  return { trial, url }
}

describe('arqam serve without a token', () => {
  it('says in two languages what it is, where, and how to go on; ends at SIGTERM', async () => {
    const { trial, url } = await startTrial()
    expect((await fetch(url)).headers.get('content-type')).toMatch(/^text\/html/)
    const { code, stdout, stderr } = await trial.stop()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/trial[\s\S]*BOT_TOKEN[\s\S]*آزمایشی[\s\S]*BOT_TOKEN/)
    expect(stdout.split(url).length - 1).toBe(2)
  })

  it('answers with the figure what the page sends', async () => {
    const { trial, url } = await startTrial()
    const sent = await fetch(`${url}do`, {
      method: 'POST',
      headers: { origin: new URL(url).origin },
      body: JSON.stringify({ do: 'send', person: 1001, chat: 1001, text: QUESTION }),
    })
    expect(sent.status).toBe(200)
    const events = await fetch(`${url}events`)
    let heard = ''
    for await (const chunk of events.body ?? []) {
      heard += Buffer.from(chunk).toString('utf8')
      if (heard.includes('۳۷ واحد')) break
    }
    expect(heard).toContain('۳۷ واحد')
    expect((await trial.stop('SIGINT')).code).toBe(0)
  })

  it('takes the next port when the one wanted is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const trial = start(['serve', '--empty'], {
      DATABASE_URL: `file:${join(folder(), 'arqam.db')}`,
      PORT: String(port),
    })
    const [, other] = await trial.said(/http:\/\/127\.0\.0\.1:(\d+)\//)
    expect(Number(other)).not.toBe(port)
    expect((await trial.stop()).code).toBe(0)
    taken.close()
  })

  const chromium = findChromium()
  it.skipIf(!chromium)('answers an official in a browser', async () => {
    const { trial, url } = await startTrial()
    const browser = await launchChromium(chromium ?? '')
    try {
      const page = await browser.context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(url)
      await page.click('#start')
      await page.fill('#input', QUESTION)
      await page.click('#send')
      await page.locator('.message.in', { hasText: '۳۷ واحد' }).first().waitFor()
    } finally {
      await browser.close()
    }
    expect((await trial.stop()).code).toBe(0)
  })
})
