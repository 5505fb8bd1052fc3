import { afterEach, describe, expect, it } from 'vitest'
import { startWebhookServer, type WebhookServer } from '../../src/cli/webhook-server.ts'

const SECRET = 'right'
let server: WebhookServer
const errors: unknown[] = []

afterEach(async () => {
  errors.length = 0
  await server.close()
})

async function open(
  handle: (update: unknown) => Promise<void> = async () => undefined,
  answerWithin = 5000,
) {
  const onError = (error: unknown) => errors.push(error)
  server = await startWebhookServer({
    port: 0,
    path: '/hook',
    secret: SECRET,
    handle,
    onError,
    pages: async (path) => (path === '/healthz' ? { status: 200, text: 'ok' } : null),
    answerWithin,
  })
}

const post = async (body: string, { secret = SECRET, path = '/hook', method = 'POST' } = {}) => {
  const headers = { 'x-telegram-bot-api-secret-token': secret }
  const init = method === 'POST' ? { method, headers, body } : { method, headers }
  return (await fetch(`http://127.0.0.1:${server.port}${path}`, init)).status
}

describe('the webhook server', () => {
  it('hands an update over and says so', async () => {
    const got: unknown[] = []
    await open(async (update) => void got.push(update))
    expect(await post('{"update_id":1}')).toBe(200)
    expect(got).toEqual([{ update_id: 1 }])
  })

  it.each<[string, Parameters<typeof post>, number]>([
    ['another secret', ['{}', { secret: 'wrong' }], 401],
    ['an empty secret', ['{}', { secret: '' }], 401],
    ['another path', ['{}', { path: '/other' }], 404],
    ['another method', ['', { method: 'GET' }], 405],
    ['no JSON', ['{'], 400],
    ['a body without end', ['x'.repeat(1024 * 1024 + 1)], 413],
  ])('refuses %s', async (_, [body, options], status) => {
    const got: unknown[] = []
    await open(async (update) => void got.push(update))
    expect(await post(body, options)).toBe(status)
    expect(got).toEqual([])
  })

  it('asks for the update again when it could not be handled', async () => {
    await open(async () => {
      throw new Error('the store is full')
    })
    expect(await post('{"update_id":1}')).toBe(500)
    expect(errors).toMatchObject([{ message: 'the store is full' }])
  })

  it('answers in time although the update takes longer, and waits for it at the end', async () => {
    let finish: () => void = () => undefined
    let finished = false
    await open(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      finished = true
    }, 20)
    expect(await post('{"update_id":1}')).toBe(200)
    expect(finished).toBe(false)
    const closed = server.close()
    finish()
    await closed
    expect(finished).toBe(true)
    await open()
  })

  it('logs what fails after its call was answered', async () => {
    let fail: (error: Error) => void = () => undefined
    const update = new Promise<void>((_, reject) => {
      fail = reject
    })
    await open(() => update, 20)
    expect(await post('{"update_id":1}')).toBe(200)
    fail(new Error('too late'))
    await server.close()
    expect(errors).toMatchObject([{ message: 'too late' }])
    await open()
  })

  it('tells that it lives to whoever asks', async () => {
    await open()
    expect(await post('', { path: '/healthz', method: 'GET' })).toBe(200)
  })
})
