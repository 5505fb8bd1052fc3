import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTrial, type Trial } from '../../src/trial/start-trial.ts'

let trial: Trial
const started: { ownerIds: readonly number[]; token: string }[] = []
let stopped = 0

const start = () =>
  startTrial({
    port: 18_788,
    async createAndStartBot(connection) {
      started.push(connection)
      return async () => {
        stopped += 1
      }
    },
  })

beforeAll(async () => {
  trial = await start()
})
afterAll(() => trial.close())

/** A request with headers that `fetch` would not let through. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string },
) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { port, hostname } = new URL(trial.url)
      const sent = request(
        { hostname, port, path, method, headers: { ...headers } },
        (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, headers: response.headers })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    },
  )
}

describe('the trial', () => {
  it('gives the bot the admin as an owner and a token of its own', async () => {
    expect(started[0]?.ownerIds).toEqual([trial.people.admin.user.id])
    expect(trial.token).toMatch(/^\d+:[\w-]{32}$/)
  })

  it('takes the next port when one is taken, and another token each time', async () => {
    const second = await start()
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(trial.url).port))
    expect(second.token).not.toBe(trial.token)
    await second.close()
    expect(stopped).toBe(1)
  })

  it('closes when the bot does not start', async () => {
    const failing = startTrial({
      port: 0,
      createAndStartBot: () => Promise.reject(new Error('no bot')),
    })
    await expect(failing).rejects.toThrow('no bot')
  })
})

describe('the page is kept from others', () => {
  const origin = () => trial.url.slice(0, -1)
  const send = JSON.stringify({ do: 'send', person: 1001, chat: 1001, text: 'سلام' })

  it('serves itself with a strict policy', async () => {
    const { status, headers } = await ask('/', {})
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it.each<[string, string, Parameters<typeof ask>[1], number]>([
    ['another host name', '/', { headers: { host: 'evil.example:80' } }, 403],
    ['no origin', '/do', { method: 'POST', body: send }, 403],
    [
      'another origin',
      '/do',
      { method: 'POST', headers: { origin: 'http://evil.example' }, body: send },
      403,
    ],
    ['a path out of the page', '/..%2f..%2fpackage.json', {}, 404],
    ['another token', '/bot1:x/getMe', {}, 401],
    ['an unknown picture', '/picture/none', {}, 404],
  ])('refuses %s', async (_, path, options, status) => {
    expect((await ask(path, options)).status).toBe(status)
  })

  it.each<[string, unknown]>([
    [
      'a button that is not there',
      { do: 'press', person: 1001, chat: 1001, message: 1, data: 'x' },
    ],
    ['a stranger', { do: 'send', person: 5, chat: 5, text: 'سلام' }],
    ['the chat of another', { do: 'send', person: 1001, chat: 1002, text: 'سلام' }],
    ['a message of another', { do: 'edit', person: 1002, chat: 1001, message: 1, text: 'سلام' }],
    ['an unknown deed', { do: 'delete', person: 1001, chat: 1001 }],
    ['too long a text', { do: 'send', person: 1001, chat: 1001, text: 'ا'.repeat(4097) }],
    ['a bad payload', { do: 'start', person: 1001, chat: 1001, payload: 'با فاصله' }],
  ])('refuses %s', async (_, action) => {
    trial.people.official.sendText('پیام')
    const headers = { origin: origin() }
    const body = JSON.stringify(action)
    expect((await ask('/do', { method: 'POST', headers, body })).status).toBe(400)
  })

  it('takes uploads up to 20 MB', async () => {
    const path = '/upload?person=1001&chat=1001&kind=document&name=a.csv'
    const headers = { origin: origin() }
    const tooBig = 'x'.repeat(20 * 1024 * 1024 + 1)
    expect((await ask(path, { method: 'POST', headers, body: 'a,b' })).status).toBe(200)
    expect((await ask(path, { method: 'POST', headers, body: tooBig })).status).toBe(413)
  })

  it('gives files out as downloads, even those that say they are pages', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>')
    const message = trial.people.official.sendDocument({ name: 'صفحه.html', bytes })
    const id = message.document?.file_id
    for (const path of [`/document/${id}`, `/picture/${id}`]) {
      const { headers } = await ask(path, {})
      expect(headers['content-type']).toBe('application/octet-stream')
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%D8%B5/)
    }
  })
})
