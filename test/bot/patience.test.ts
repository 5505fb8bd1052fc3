import { HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { patient } from '../../src/bot/patience.ts'

type Outcome = 'reset' | { readonly code: number; readonly after?: number }

/** Calls a method that meets these outcomes, then goes well; gives how it ended and what was waited. */
async function call(outcomes: readonly Outcome[], method: 'sendMessage' | 'getUpdates' | 'getMe') {
  const left = [...outcomes]
  let now = 0
  const waits: number[] = []
  const transformer = patient({
    longest: 60_000,
    now: () => now,
    async wait(milliseconds) {
      waits.push(milliseconds)
      now += milliseconds
    },
  })
  const previous = async () => {
    const outcome = left.shift()
    if (outcome === 'reset') throw new HttpError('no answer', new Error('reset'))
    if (outcome === undefined) return { ok: true as const, result: true as never }
    const parameters = outcome.after === undefined ? {} : { retry_after: outcome.after }
    return { ok: false as const, error_code: outcome.code, description: '', parameters }
  }
  const ended = await transformer(previous, method, { chat_id: 1, text: 'x' } as never).then(
    (response) => (response.ok ? 'ok' : response.error_code),
    () => 'thrown',
  )
  return { ended, waits }
}

describe('a call that fails', () => {
  it.each<[string, Outcome[], string | number, number[]]>([
    ['goes well', [], 'ok', []],
    ['is not heard', ['reset', 'reset'], 'ok', [250, 500]],
    ['meets trouble at Telegram', [{ code: 502 }, 'reset', { code: 500 }], 'ok', [250, 500, 1000]],
    ['is told to wait', [{ code: 429, after: 7 }], 'ok', [7000]],
    ['is told to wait for longer than anybody would', [{ code: 429, after: 90 }], 429, []],
    ['is refused', [{ code: 400 }], 400, []],
    ['is of a chat that is out of reach', [{ code: 403 }], 403, []],
  ])('and %s', async (_, outcomes, ended, waits) => {
    expect(await call(outcomes, 'sendMessage')).toEqual({ ended, waits })
  })

  it('is given up in the end', async () => {
    const { ended, waits } = await call(Array<Outcome>(50).fill('reset'), 'sendMessage')
    expect(ended).toBe('thrown')
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000)
    expect(Math.max(...waits)).toBe(15_000)
  })

  it.each(['getUpdates', 'getMe'] as const)('is left to whoever called %s', async (method) => {
    expect(await call(['reset'], method)).toEqual({ ended: 'thrown', waits: [] })
  })
})
