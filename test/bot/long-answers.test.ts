import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { by, figure, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { labels, openStage } from './harness.ts'

const FIGURES = 500
const LIMIT = 4096

/** A store with so many indicators of Qom, each with a figure. */
async function openFull() {
  const store = await storeWithVocabulary()
  const numbers = Array.from({ length: FIGURES }, (_, index) => index + 1)
  const name = (number: number) => `تولید کالای صنعتی گروه ${number} در کارگاه‌های کوچک`
  for (let from = 0; from < FIGURES; from += 100) {
    const operations = numbers.slice(from, from + 100).flatMap((number): Operation[] => [
      { type: 'add_indicator', name: name(number), unit: 'تن', additive: true, definition: null },
      {
        type: 'add_observation',
        content: figure({
          indicatorId: { name: name(number) },
          quantity: { digits: String(number), decimals: 0, power: 0, unit: 'تن' },
        }),
      },
    ])
    await applyChanges(store, by('الف'), operations)
  }
  return await openStage({ store, asker: createAsker })
}

const longest = (message: Message) => (message.text ?? '').length

describe(`an answer of ${FIGURES} figures`, () => {
  it('is one message that turns its pages, none over the limit, none of it lost', async () => {
    const { server, sara, say, pressToEdit } = await openFull()
    let page = await say(sara, 'چه آماری از قم دارید؟')
    const first = page
    const pages = [page.text ?? '']
    while (labels(page).includes('بیشتر')) {
      page = await pressToEdit(sara, page, 'بیشتر')
      expect(page.message_id).toBe(first.message_id)
      expect(longest(page)).toBeLessThanOrEqual(LIMIT)
      pages.push(page.text ?? '')
    }
    const rows = pages.join('\n').match(/^• /gm) ?? []
    expect(rows).toHaveLength(FIGURES)
    expect(pages.at(-1)).toContain('منبع: ایرنا')
    for (let turned = 1; turned < pages.length; turned++) {
      page = await pressToEdit(sara, page, 'قبلی')
    }
    expect(page.text).toBe(pages[0])
    expect(labels(page)).not.toContain('قبلی')
    expect(server.messages(sara.chat.id).filter(({ from }) => from.is_bot)).toHaveLength(1)
    expect(server.violations).toEqual([])
  })

  it('has all its figures in its file', async () => {
    const { server, sara, say, press } = await openFull()
    const file = await press(sara, await say(sara, 'چه آماری از قم دارید؟'), 'فایل')
    const csv = await press(sara, file, 'همین به صورت CSV')
    const bytes = server.world.files.byId(csv.document?.file_id ?? '')?.bytes ?? new Uint8Array()
    const rows = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(rows).toHaveLength(FIGURES + 1)
    expect(server.violations).toEqual([])
  })
})
