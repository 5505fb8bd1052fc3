import { describe, expect, it } from 'vitest'
import { added, FACTORIES } from '../facts/store-for-tests.ts'
import { openForwardStage, QOM } from './forward-store.ts'
import { openStage } from './harness.ts'

const QUESTION = `${FACTORIES} قم`

describe('inline mode', () => {
  it('offers the answer, which is sent into the chat with a link to the figure', async () => {
    const { server, store, sara } = await openStage()
    const id = await added(store)
    const query = sara.inlineQuery(QUESTION)
    const { results } = await query.answer()
    expect(results).toHaveLength(1)
    expect(results[0]?.title).toContain('۳۷ واحد')
    sara.sendText('/start')
    await server.nextMessage(sara.chat.id)
    const sent = sara.chooseInlineResult(query, results[0]?.id ?? '')
    expect(sent.text).toContain('۳۷ واحد')
    expect(sent.reply_markup?.inline_keyboard[0]?.[0]?.url).toBe(
      `https://t.me/${server.bot.username}?start=f${id}`,
    )
    expect(server.violations).toEqual([])
  })

  it('offers an answer for each choice', async () => {
    const { store, sara } = await openStage()
    await added(store)
    await added(store, { placeId: { name: 'یزد' } })
    const { results } = await sara.inlineQuery('کدام؟').answer()
    expect(results.map(({ title }) => title)).toEqual([
      expect.stringContaining('قم'),
      expect.stringContaining('یزد'),
    ])
  })

  it.each(['', 'قیمت سیب'])(
    'leads to the bot when there is nothing to offer for «%s»',
    async (text) => {
      const { sara } = await openStage()
      const { results, button } = await sara.inlineQuery(text).answer()
      expect(results).toEqual([])
      expect(button?.start_parameter).toBe('inline')
    },
  )

  it('links what was computed or compared to the same question in the bot', async () => {
    const { server, sara } = await openForwardStage()
    const query = sara.inlineQuery(`مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`)
    const { results } = await query.answer()
    sara.start()
    await server.nextMessage(sara.chat.id)
    const sent = sara.chooseInlineResult(query, results[0]?.id ?? '')
    expect(sent.text).toContain('منبع: ایرنا')
    const link = new URL(sent.reply_markup?.inline_keyboard[0]?.[0]?.url ?? '')
    sara.start(link.searchParams.get('start') ?? '')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۵۲ واحد')
    expect(server.violations).toEqual([])
  })

  it('leads to the bot with the question, where that is what it cannot answer in place', async () => {
    const { server, sara } = await openForwardStage()
    const { results, button } = await sara.inlineQuery(`${FACTORIES} قم در سال ۱۳۹۰`).answer()
    expect(results).toEqual([])
    sara.start(button?.start_parameter ?? '')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('این رقم را ندارم')
    expect(server.violations).toEqual([])
  })

  it('writes in the digits that the asker chose in the bot', async () => {
    const { sara, say, pressToEdit } = await openForwardStage()
    await pressToEdit(sara, await say(sara, '/settings'), 'نمایش با رقم‌های لاتین (123)')
    const { results } = await sara.inlineQuery(QOM).answer()
    expect(results[0]?.description).toContain('37 واحد')
  })

  it('does not answer what it sent itself', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    await say(sara, '/start')
    const query = sara.inlineQuery(QUESTION)
    const { results } = await query.answer()
    sara.chooseInlineResult(query, results[0]?.id ?? '')
    expect((await say(sara, '/help')).text).toContain('راهنما')
    expect(server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(2)
  })
})

describe('a link to a figure', () => {
  it('opens it, whatever it says by now', async () => {
    const { server, store, sara, owner, say, pressToEdit } = await openStage()
    const id = await added(store)
    await added(store, { period: '1400' })
    await pressToEdit(owner, await say(owner, `/edit ${id} مقدار ۳۸`), 'ثبت')
    sara.start(`f${id}`)
    expect((await server.nextMessage(sara.chat.id)).text).toContain('سال ۱۳۹۹: ۳۸ واحد')
  })

  it.each([
    ['f99', 'کنار گذاشته'],
    ['inline', 'سلام'],
  ])('leads somewhere in any case: %s', async (payload, said) => {
    const { server, sara } = await openStage()
    sara.start(payload)
    expect((await server.nextMessage(sara.chat.id)).text).toContain(said)
  })
})
