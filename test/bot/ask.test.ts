import { describe, expect, it, vi } from 'vitest'
import { unansweredQuestions } from '../../src/facts/question-log.ts'
import { openReports } from '../../src/facts/reports.ts'
import { added, FACTORIES } from '../facts/store-for-tests.ts'
import { labels, OWNER, openStage } from './harness.ts'

const quantity = (digits: string) => ({ digits, decimals: 0, power: 0, unit: 'واحد' })
const QUESTION = `${FACTORIES} قم`

describe('in a private chat', () => {
  it('greets with questions to press', async () => {
    const { server, store, sara, press } = await openStage()
    await added(store)
    sara.start()
    const greeting = await server.nextMessage(sara.chat.id)
    expect(greeting.text).toContain('سلام سارا')
    expect(labels(greeting)[0]).toContain(FACTORIES)
    await press(sara, greeting, labels(greeting)[0] ?? '')
    expect(server.violations).toEqual([])
  })

  it('explains itself, and the commands of admins to admins only', async () => {
    const { sara, owner, say } = await openStage()
    expect((await say(sara, '/help')).text).not.toContain('/add')
    expect((await say(owner, 'راهنما')).text).toContain('/add')
  })

  it('answers with the figure bold and with its buttons', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    const answer = await say(sara, QUESTION)
    expect(answer.text).toBe(`${FACTORIES}، قم، سال ۱۳۹۹: ۳۷ واحد`)
    expect(answer.entities).toEqual([{ type: 'bold', offset: 40, length: 7 }])
    expect(labels(answer)).toEqual([
      'منبع کامل',
      'سال‌های دیگر',
      'فایل',
      'خبرم کن',
      'فرستادن',
      'گزارش اشتباه',
    ])
    expect(server.violations).toEqual([])
  })

  it('shows the full source', async () => {
    const { store, sara, say, press } = await openStage()
    const id = await added(store, {
      speaker: 'استاندار <b>قم</b>',
      quote: 'سال گذشته ۳۷ واحد احیا شد & باز گشت',
      periodBasis: 'inferred',
      note: 'از متن دانسته شد',
    })
    const source = await press(sara, await say(sara, QUESTION), 'منبع کامل')
    for (const said of [
      '۳۷ واحد',
      'سال گذشته ۳۷ واحد احیا شد & باز گشت',
      'گوینده: استاندار <b>قم</b>',
      'منبع: گزارش استان',
      'ناشر: ایرنا',
      'تاریخ انتشار: ۱۱ اردیبهشت ۱۴۰۰',
      'یادداشت: از متن دانسته شد',
      'استنباط',
      `رقم شمارهٔ ${id === 1 ? '۱' : ''}`,
    ]) {
      expect(source.text).toContain(said)
    }
    expect(source.entities?.map(({ type }) => type)).toContain('blockquote')
  })

  it('says that the day of publication is unknown', async () => {
    const { store, sara, say, press } = await openStage()
    await added(store, { sourceId: { title: 'گزارش' } })
    const source = await press(sara, await say(sara, QUESTION), 'منبع کامل')
    expect(source.text).toContain('تاریخ انتشار: نامعلوم')
  })

  it('offers the other years, each a press away', async () => {
    const { store, sara, say, press } = await openStage()
    await added(store, { period: '1398', quantity: quantity('25') })
    await added(store, { period: '1400', kind: 'target', quantity: quantity('35') })
    await added(store)
    const answer = await say(sara, `${QUESTION} 1399`)
    const periods = await press(sara, answer, 'سال‌های دیگر')
    expect(labels(periods)).toEqual(['۱۴۰۰ (هدف)', '۱۳۹۸'])
    expect((await press(sara, periods, '۱۳۹۸')).text).toContain('۲۵ واحد')
    expect((await press(sara, periods, '۱۴۰۰ (هدف)')).text).toContain('۳۵ واحد')
  })

  it('says so when there is no other year', async () => {
    const { store, sara, say, press } = await openStage()
    await added(store)
    const periods = await press(sara, await say(sara, QUESTION), 'سال‌های دیگر')
    expect(periods.text).toContain('رقم دیگری')
  })

  it('remembers the last question for follow-ups, over a restart', async () => {
    const { store, sara, say, restart } = await openStage()
    await added(store, { period: '1398', quantity: quantity('25') })
    await added(store)
    await say(sara, QUESTION)
    await restart()
    expect((await say(sara, 'در 1398 چطور؟')).text).toContain('۲۵ واحد')
  })

  it('logs what it could not answer, after saying so', async () => {
    const { store, sara, say } = await openStage()
    await say(sara, 'قیمت سیب؟')
    const [question] = await vi.waitFor(async () => {
      const open = await unansweredQuestions(store.db)
      if (open.length === 0) throw new Error('not logged yet')
      return open
    })
    expect(question).toMatchObject({ question: 'قیمت سیب؟', status: 'not_found', telegramId: 1001 })
  })

  it('keeps a mistake report and tells the owner, once', async () => {
    const { server, store, sara, owner, say, press } = await openStage()
    const observationId = await added(store)
    await say(owner, '/start')
    const answer = await say(sara, QUESTION)
    const thanks = await press(sara, answer, 'گزارش اشتباه')
    expect(thanks.text).toContain('ثبت شد')
    const notice = await server.nextMessage(OWNER)
    expect(notice.text).toContain('سارا')
    expect(notice.text).toContain('۳۷ واحد')
    expect((await press(sara, answer, 'گزارش اشتباه')).text).toContain('پیش‌تر')
    expect(await openReports(store.db)).toMatchObject([
      { observationId, telegramId: 1001, text: '' },
    ])

    await say(sara, 'درستش <i>۳۸</i> است', { replyTo: thanks })
    expect((await server.nextMessage(OWNER)).text).toContain('نوشته: درستش <i>۳۸</i> است')
    expect((await openReports(store.db)).map(({ text }) => text)).toEqual([
      '',
      'درستش <i>۳۸</i> است',
    ])
  })

  it('takes a choice by its button, its number or its words', async () => {
    const { store, sara, say, press } = await openStage()
    await added(store)
    await added(store, { placeId: { name: 'یزد' }, quantity: quantity('12') })
    const choices = await say(sara, 'کدام؟')
    expect(labels(choices)).toEqual(['قم', 'یزد'])
    expect((await say(sara, '۲')).text).toContain('۱۲ واحد')
    expect((await press(sara, choices, 'قم')).text).toContain('۳۷ واحد')
    await say(sara, 'کدام؟')
    expect((await say(sara, 'یزد')).text).toContain('۱۲ واحد')
    // «۱» would be قم; by now it is no choice any more.
    expect((await say(sara, '۱')).text).toContain('۱۲ واحد')
  })

  it('answers what is no question kindly', async () => {
    const { sara, say, server } = await openStage()
    expect((await say(sara, '/nonsense')).text).toContain('/help')
    expect((await say(sara, 'الف'.repeat(400))).text).toContain('بلند')
    sara.sendDocument({ name: 'a.txt', bytes: new Uint8Array(8) })
    expect((await server.nextMessage(sara.chat.id)).text).toContain('نوشتاری')
  })
})

describe('where only members may ask', () => {
  it('gives strangers the number that an admin needs, and lets owners in', async () => {
    const { store, sara, owner, say } = await openStage({ access: 'members' })
    await added(store)
    expect((await say(sara, QUESTION)).text).toContain('1001')
    expect((await say(owner, QUESTION)).text).toContain('۳۷ واحد')
  })
})
