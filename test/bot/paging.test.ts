import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/answers/asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { labels, openStage } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const LINES = Array.from(
  { length: 300 },
  (_, index) => `سطر بلند <شمارهٔ ${index}> با چند کلمهٔ دیگر`,
)

/** Answers everything with more than two messages can hold. */
const longWinded = (store: Store): Asker => {
  const asker = storeAsker(store)
  return {
    ...asker,
    async ask(text, context) {
      const answer = await asker.ask(text, context)
      return {
        ...answer,
        parts: LINES.flatMap((text) => [{ type: 'text', text }, { type: 'break' }]),
      }
    },
  }
}

describe('a reply that one message cannot hold', () => {
  it('is turned page by page, there and back, over a restart', async () => {
    const { server, sara, say, pressToEdit, restart } = await openStage({ asker: longWinded })
    const first = await say(sara, 'فهرست')
    expect(labels(first)).toEqual(['خبرم کن', 'بیشتر'])
    const second = await pressToEdit(sara, first, 'بیشتر')
    expect(labels(second)).toEqual(['خبرم کن', 'قبلی', 'بیشتر'])
    await restart()
    const third = await pressToEdit(sara, second, 'بیشتر')
    expect(labels(third)).toEqual(['خبرم کن', 'قبلی'])
    expect([first, second, third].map(({ text }) => text).join('\n')).toBe(LINES.join('\n'))
    expect((await pressToEdit(sara, third, 'قبلی')).text).toBe(second.text)
    expect(server.violations).toEqual([])
  })
})
