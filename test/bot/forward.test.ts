import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { TaskError } from '../../src/bot/work/task-thread.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { by, FACTORIES } from '../facts/store-for-tests.ts'
import { openForwardStage, QOM } from './forward-store.ts'
import { labels } from './harness.ts'

const urlOf = (message: { reply_markup?: unknown }, label: string): URL => {
  const markup = message.reply_markup as { inline_keyboard: { text: string; url?: string }[][] }
  const found = markup.inline_keyboard.flat().find(({ text }) => text === label)
  return new URL(found?.url ?? '')
}

describe('under an answer', () => {
  it('stands what can be done with it, and nothing that leads nowhere', async () => {
    const { say, sara } = await openForwardStage()
    expect(labels(await say(sara, QOM))).toEqual([
      'منبع کامل',
      'سال‌های دیگر',
      'هدف',
      'نمودار',
      'فایل',
      'مقایسه با…',
      'خبرم کن',
      'فرستادن',
      'گزارش اشتباه',
    ])
  })

  it('«نمودار» sends the figures of all years as a picture with their source', async () => {
    const { server, say, sara, press, logged } = await openForwardStage()
    const picture = await press(sara, await say(sara, QOM), 'نمودار')
    expect(picture.photo?.at(-1)?.width).toBe(1280)
    for (const said of ['۳۷ واحد', '۱۳۹۶', 'منبع', 'ایرنا']) expect(picture.caption).toContain(said)
    expect(server.violations).toEqual([])
    expect(logged).toEqual([])
  })

  it('«نمودار» says so when drawing fails; the answer stands', async () => {
    const fails = () => Promise.reject(new TaskError('crashed', 'for the log'))
    const stage = await openForwardStage({ slowWork: { readReport: fails, renderPng: fails } })
    const { say, press, sara } = stage
    const answer = await say(sara, QOM)
    expect((await press(sara, answer, 'نمودار')).text).toContain('نمودار ساخته نشد')
    expect((await say(sara, QOM)).text).toBe(answer.text)
  })

  it('«نمودار» sends the same picture again without drawing it', async () => {
    const { say, sara, press } = await openForwardStage()
    const answer = await say(sara, QOM)
    const first = await press(sara, answer, 'نمودار')
    const second = await press(sara, answer, 'نمودار')
    expect(second.photo).toEqual(first.photo)
  })

  it('«فایل» sends a workbook with numbers and sources, and from there a CSV', async () => {
    const { server, say, sara, press } = await openForwardStage()
    const document = await press(sara, await say(sara, QOM), 'فایل')
    expect(document.document?.file_name).toBe(`ارقام - ${FACTORIES}، قم.xlsx`)
    const bytes = (id = '') => server.world.files.byId(id)?.bytes ?? new Uint8Array()
    const book = await readXlsx(bytes(document.document?.file_id))
    const [headings, row, target] = book.sheets[0]?.rows ?? []
    expect(headings?.slice(0, 3)).toEqual(['شاخص', 'مکان', 'دوره'])
    expect(row?.[6]).toBe(37)
    expect(row?.[15]).toBe('ایرنا')
    expect(target?.[6]).toBe(25)
    expect(target?.at(-1)).toBe('در کنار پاسخ')
    const csv = await press(sara, document, 'همین به صورت CSV')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(csv.document?.file_id))
    expect(text.startsWith('\ufeffشاخص,')).toBe(true)
    expect(text).toContain(',37,واحد,')
    expect(server.violations).toEqual([])
  })

  it('«هدف» shows the target of the same year', async () => {
    const { say, sara, press } = await openForwardStage()
    const target = await press(sara, await say(sara, QOM), 'هدف')
    expect(target.text).toContain('سال ۱۳۹۹ (هدف)')
    expect(target.text).toContain('۲۵ واحد')
    expect(labels(target)).not.toContain('هدف')
  })

  it('«مقایسه با…» offers the places that have the figure, and compares', async () => {
    const { server, say, sara, press } = await openForwardStage()
    const places = await press(sara, await say(sara, QOM), 'مقایسه با…')
    expect(labels(places)).toEqual(['یزد', 'فارس'])
    const compared = await press(sara, places, 'یزد')
    for (const said of ['۳۷ واحد', '۵۲ واحد', '۱۵ واحد']) expect(compared.text).toContain(said)
    expect((await press(sara, compared, 'نمودار')).photo).toBeDefined()
    expect(server.violations).toEqual([])
  })

  it('«فرستادن» sends words, source and a link that opens the same figure', async () => {
    const { say, sara, server } = await openForwardStage()
    const address = urlOf(await say(sara, QOM), 'فرستادن')
    expect(address.searchParams.get('text')).toContain('۳۷ واحد')
    expect(address.searchParams.get('text')).toContain('منبع')
    const link = new URL(address.searchParams.get('url') ?? '')
    sara.start(link.searchParams.get('start') ?? '')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۳۷ واحد')
  })

  it('«فرستادن» of a comparison opens the comparison', async () => {
    const { say, sara, server } = await openForwardStage()
    const address = urlOf(await say(sara, `مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`), 'فرستادن')
    sara.start(new URL(address.searchParams.get('url') ?? '').searchParams.get('start') ?? '')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۵۲ واحد')
    expect(server.violations).toEqual([])
  })

  it('all works after a restart, and says so when the figure is gone', async () => {
    const { say, sara, press, restart, store } = await openForwardStage()
    const answer = await say(sara, QOM)
    await restart()
    expect((await press(sara, answer, 'نمودار')).photo).toBeDefined()
    const all = await findObservations(store.db, {})
    await applyChanges(
      store,
      by('الف'),
      all.map(({ id, revision }) => ({
        type: 'retire_observation',
        observationId: id,
        expectedRevision: revision,
      })),
    )
    expect((await press(sara, answer, 'نمودار')).text).toContain('نموداری نیست')
    expect((await press(sara, answer, 'فایل')).text).toContain('رقمی ندارد')
    expect((await press(sara, answer, 'هدف')).text).toContain('هدفی ثبت نشده')
    expect((await press(sara, answer, 'مقایسه با…')).text).toContain('مکان دیگری')
  })
})

describe('an answer that is sent on', () => {
  it.each([
    ['a figure', QOM],
    ['a target', `هدف ${FACTORIES} قم در سال ۱۴۰۰`],
    ['a share of the target', `چند درصد هدف ${FACTORIES} قم در سال ۱۳۹۹ محقق شد`],
    ['a growth', `رشد ${FACTORIES} قم در سال ۱۳۹۹`],
    ['a comparison', `مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`],
    ['a ranking', `کدام استان بیشترین ${FACTORIES} را دارد؟`],
    ['a rank', `رتبه قم در ${FACTORIES} در سال ۱۳۹۹`],
    ['a total', `مجموع ${FACTORIES} قم و یزد در سال ۱۳۹۹`],
    ['a trend', `روند ${FACTORIES} قم`],
    ['a list', 'چه آماری از قم دارید؟'],
  ])('takes its source along: %s', async (_, question) => {
    const { say, sara } = await openForwardStage()
    const answer = await say(sara, question)
    expect(answer.text).toMatch(/منبع: ایرنا/)
    // As words in another chat, or as a link that opens the answer with its source.
    const words = urlOf(answer, 'فرستادن').searchParams.get('text')
    if (words !== null) expect(words).toContain('منبع: ایرنا')
  })

  it('as a chart or a file takes it along too', async () => {
    const { say, sara, press, server } = await openForwardStage()
    const compared = await say(sara, `مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`)
    expect((await press(sara, compared, 'نمودار')).caption).toContain('منبع: ایرنا')
    const file = await press(sara, compared, 'فایل')
    const bytes = server.world.files.byId(file.document?.file_id ?? '')?.bytes ?? new Uint8Array()
    const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? []
    for (const row of rows.slice(1, 3)) expect(row).toContain('ایرنا')
  })
})

describe('the trend of a figure', () => {
  it('comes as text and then as a chart', async () => {
    const { server, say, sara } = await openForwardStage()
    const text = await say(sara, `روند ${FACTORIES} قم`)
    expect(text.text).toContain('۲۱ واحد')
    const picture = await server.nextMessage(sara.chat.id)
    expect(picture.photo).toBeDefined()
    await say(sara, QOM)
    await say(sara, 'نمودارش')
    expect((await server.nextMessage(sara.chat.id)).photo).toBeDefined()
    expect(server.violations).toEqual([])
  })

  it('stands as text when the picture cannot be sent', async () => {
    const { server, say, sara, logged, press } = await openForwardStage()
    server.fail('sendPhoto', { status: 400, times: 2, description: 'Bad Request: PHOTO_INVALID' })
    expect((await say(sara, `روند ${FACTORIES} قم`)).text).toContain('۲۱ واحد')
    const answer = await say(sara, QOM)
    expect(answer.text).toContain('۳۷ واحد')
    const errors = logged.filter(({ level }) => level === 'error')
    expect(errors.map(({ message }) => message)).toEqual(['a chart was not sent'])
    server.fail('sendPhoto', { status: 400, times: 2, description: 'Bad Request: PHOTO_INVALID' })
    expect((await press(sara, answer, 'نمودار')).text).toContain('نمودار ساخته نشد')
  })
})
