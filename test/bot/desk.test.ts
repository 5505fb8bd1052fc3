import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { putMember } from '../../src/facts/members.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { requestNotice, unansweredQuestions } from '../../src/facts/question-log.ts'
import { openReports } from '../../src/facts/reports.ts'
import { added, by, FACTORIES } from '../facts/store-for-tests.ts'
import { labels, openStage, type Stage } from './harness.ts'

const MISSING = `${FACTORIES} یزد در سال ۱۴۰۲`

/** The real answers over one figure, with a second person and a second admin. */
async function openDesk() {
  const stage = await openStage({ asker: createAsker })
  await added(stage.store)
  const ali = stage.server.user({ id: 1003, firstName: 'علی' })
  const zahra = stage.server.user({ id: 1004, firstName: 'زهرا' })
  await putMember(stage.store, by('مالک'), { telegramId: 1004, name: 'زهرا', role: 'admin' })
  return { ...stage, ali, zahra }
}

/** Questions are logged after their answer was sent: waits until so many are. */
async function logged({ store }: Stage, count: number) {
  for (;;) {
    const questions = await unansweredQuestions(store.db)
    if (questions.length >= count) return questions
    await wait(10)
  }
}

const openCount = async ({ store }: Stage) => (await unansweredQuestions(store.db)).length

describe('/unanswered', () => {
  it('groups what was asked, and a figure that is added for it reaches those who asked', async () => {
    const stage = await openDesk()
    const { server, store, owner, sara, ali, say, press, pressToEdit } = stage
    await say(sara, MISSING)
    await say(sara, `${MISSING} چقدر بود؟`)
    await say(ali, MISSING)
    await logged(stage, 3)
    const list = await say(owner, '/unanswered')
    expect(list.text).toContain('۳ بار، ۲ نفر')
    const group = await press(owner, list, '۱')
    const step = await press(owner, group, 'افزودن رقم')
    for (const known of [FACTORIES, 'یزد', '۱۴۰۲']) expect(step.text).toContain(known)
    await say(owner, 'عملکرد')
    await say(owner, '۱۵ واحد')
    await pressToEdit(owner, await say(owner, 'گزارش یزد'), 'ثبت')
    for (const person of [sara, ali]) {
      const told = await server.nextMessage(person.chat.id)
      expect(told.text).toContain('اکنون پاسخ دارد')
      expect(told.text).toContain('۱۵ واحد')
      expect(labels(told)).not.toContain('ویرایش')
    }
    expect(await findObservations(store.db, { period: '1402' })).toHaveLength(1)
    expect((await say(owner, '/unanswered')).text).toContain('پرسش بی‌پاسخی نیست')
    expect(server.violations).toEqual([])
  })

  it('tells the group that asked, once for one answer, and not all at once', async () => {
    const stage = await openDesk()
    const { server, owner, sara, pressToEdit } = stage
    const GROUP = -1001
    server.group({ id: GROUP, title: 'استانداری', members: [owner, sara] })
    const years = ['۱۴۰۲', '۱۴۰۱', '۱۳۹۷', '۱۳۹۶', '۱۳۹۵', '۱۳۹۴', '۱۳۹۳']
    const asked = years.map((year) => `${FACTORIES} یزد در سال ${year}`)
    for (const text of [...asked, `${MISSING} چقدر بود؟`]) {
      sara.sendText(`/ask ${text}`, { chat: GROUP })
      await server.nextMessage(GROUP)
    }
    await logged(stage, asked.length + 1)
    const rows = years.map((year, at) => `${FACTORIES},یزد,${year},${at + 11},واحد,گزارش یزد`)
    const sheet = ['شاخص,مکان,دوره,مقدار,واحد,عنوان منبع', ...rows].join('\n')
    owner.sendDocument({ name: 'یزد.csv', bytes: new TextEncoder().encode(sheet) })
    await pressToEdit(owner, await server.nextMessage(owner.chat.id), 'ثبت')
    const told = []
    for (let at = 0; at < 6; at++) told.push((await server.nextMessage(GROUP)).text ?? '')
    for (const text of told.slice(0, 5)) expect(text).toContain('اکنون پاسخ دارد: «')
    expect(told.at(-1)).toContain('۲ پرسش دیگر این گروه')
    expect(new Set(told).size).toBe(6)
    expect(await openCount(stage)).toBe(0)
    expect(server.violations).toEqual([])
  })

  it('tells the asker although the words themselves are still not understood', async () => {
    const stage = await openDesk()
    const { server, owner, sara, say, press, pressToEdit } = stage
    await say(sara, 'کارنامه بیداری یزدی‌ها')
    await logged(stage, 1)
    const group = await press(owner, await say(owner, '/unanswered'), '۱')
    await press(owner, group, 'افزودن رقم')
    for (const text of [FACTORIES, 'یزد', '۱۴۰۲', 'عملکرد', '۱۵ واحد']) await say(owner, text)
    await pressToEdit(owner, await say(owner, 'گزارش'), 'ثبت')
    const told = await server.nextMessage(sara.chat.id)
    expect(told.text).toContain('برای پرسش شما رقمی افزوده شد')
    expect(told.text).toContain('۱۵ واحد')
    expect(await openCount(stage)).toBe(0)
  })

  it('takes an alias for the words, and tells who had asked with them', async () => {
    const stage = await openDesk()
    const { server, owner, sara, say, press, pressToEdit } = stage
    await say(sara, 'بیدارسازی کارخانجات قم')
    await logged(stage, 1)
    const group = await press(owner, await say(owner, '/unanswered'), '۱')
    expect((await press(owner, group, 'نام دیگر')).text).toContain('نام دیگر چیست')
    expect((await say(owner, 'هر چه شد')).text).toContain('/alias نام دیگر')
    const preview = await say(owner, `بیدارسازی کارخانجات = ${FACTORIES}`)
    expect(preview.text).toContain('پاسخ می‌گیرد')
    await pressToEdit(owner, preview, 'ثبت')
    const told = await server.nextMessage(sara.chat.id)
    expect(told.text).toContain('۳۷ واحد')
    expect(await openCount(stage)).toBe(0)
  })

  it('can be dismissed; who wanted to hear of it does', async () => {
    const stage = await openDesk()
    const { server, store, owner, zahra, sara, ali, say, press, pressToEdit } = stage
    await say(sara, MISSING)
    await say(ali, MISSING)
    const [newest] = await logged(stage, 2)
    await requestNotice(store.db, newest?.id ?? 0)
    const group = await press(owner, await say(owner, '/unanswered'), '۱')
    const second = await press(zahra, await say(zahra, '/unanswered'), '۱')
    const done = await pressToEdit(owner, group, 'رد کردن')
    expect(done.text).toContain('۲ پرسش')
    expect((await server.nextMessage(ali.chat.id)).text).toContain('در دست مدیران نبود')
    expect((await press(zahra, second, 'رد کردن')).text).toContain('پیش‌تر رسیدگی شده')
    expect(server.messages(sara.chat.id).at(-1)?.text).not.toContain('مدیران نبود')
  })

  it('is answered also by a sheet or a figure in one message', async () => {
    const stage = await openDesk()
    const { server, owner, sara, say, pressToEdit } = stage
    await say(sara, MISSING)
    await logged(stage, 1)
    const preview = await say(owner, `/add ${FACTORIES}، یزد، ۱۴۰۲، ۱۵ واحد، منبع: الف`)
    await pressToEdit(owner, preview, 'ثبت')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۱۵ واحد')
    expect(await openCount(stage)).toBe(0)
  })

  it.each(['/unanswered', '/reports', '/stats', '/invite', '/admins'])(
    '%s is not for editors',
    async (command) => {
      const { store, sara, say } = await openDesk()
      await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'editor' })
      expect((await say(sara, command)).text).toContain('ویژهٔ مدیران')
    },
  )
})

describe('/reports', () => {
  /** A report of Sara's, as the owner is told of it. */
  async function reported(stage: Awaited<ReturnType<typeof openDesk>>) {
    const { server, owner, zahra, sara, say, press } = stage
    // Telegram lets the bot write to who wrote to it before.
    await say(owner, '/start')
    await say(zahra, '/start')
    await press(sara, await say(sara, `${FACTORIES} قم`), 'گزارش اشتباه')
    const notice = await server.nextMessage(owner.chat.id)
    return { notice, second: await server.nextMessage(zahra.chat.id) }
  }

  it('reach the admins with the figure and the reporter, and are answered once', async () => {
    const stage = await openDesk()
    const { server, store, owner, zahra, sara, say, press } = stage
    const { notice, second } = await reported(stage)
    for (const said of ['سارا (1001)', FACTORIES, '۳۷ واحد']) expect(notice.text).toContain(said)
    expect((await press(owner, notice, 'پاسخ')).text).toContain('پاسخ به گزارش‌دهنده را بنویسید')
    await stage.restart()
    expect((await say(owner, 'منبع را دیدیم؛ رقم درست است.')).text).toContain('فرستاده')
    const told = await server.nextMessage(sara.chat.id)
    expect(told.text).toContain('منبع را دیدیم')
    expect(await openReports(store.db)).toEqual([])
    expect((await press(zahra, second, 'بستن')).text).toContain('این گزارش را مالک بسته است')
  })

  it('are listed and closed, and the reporter hears of it', async () => {
    const stage = await openDesk()
    const { server, owner, sara, say, press, pressToEdit } = stage
    await reported(stage)
    const list = await say(owner, '/reports')
    expect(list.text).toContain('گزارش‌های باز (۱)')
    const report = await press(owner, list, '۱')
    expect(labels(report)).toEqual(['منبع کامل', 'ویرایش', 'پاسخ', 'بستن'])
    expect((await pressToEdit(owner, report, 'بستن')).text).toContain('بسته شد')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('بررسی و بسته شد')
    expect((await say(owner, '/reports')).text).toContain('گزارش بازی نیست')
  })

  it('wait for an answer until /cancel', async () => {
    const stage = await openDesk()
    const { store, owner, say, press } = stage
    const { notice } = await reported(stage)
    await press(owner, notice, 'پاسخ')
    await say(owner, '/cancel')
    expect((await say(owner, `${FACTORIES} قم`)).text).toContain('۳۷ واحد')
    expect(await openReports(store.db)).toHaveLength(1)
  })
})

describe('/stats', () => {
  it('counts questions, people and indicators, with a chart by day', async () => {
    const { server, owner, sara, ali, say } = await openDesk()
    for (const person of [sara, ali]) await say(person, `${FACTORIES} قم`)
    await say(sara, MISSING)
    await say(sara, 'سلام')
    owner.sendText('/stats')
    const told = await server.nextMessage(owner.chat.id)
    for (const said of ['پرسش: ۳، از ۲ نفر', '۶۷', `${FACTORIES}: ۳`, '۱ پرسش بی‌پاسخ']) {
      expect(told.text).toContain(said)
    }
    expect((await server.nextMessage(owner.chat.id)).photo).toBeDefined()
    expect((await say(owner, '/stats زیاد')).text).toContain('شمار روزها')
  })
})
