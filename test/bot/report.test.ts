import { describe, expect, it } from 'vitest'
import { slowWorkInThread } from '../../src/bot/work/slow-work.ts'
import { TaskError } from '../../src/bot/work/task-thread.ts'
import { putMember } from '../../src/facts/members.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import { sourceById } from '../../src/facts/sources.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { added, by, FACTORIES, FINANCE } from '../facts/store-for-tests.ts'
import { deliverAgain, labels, lastUpdateId, openStage, type Stage } from './harness.ts'

/** Two figures of known indicators, one that can be read in two ways, one target of a new one. */
const REPORT = `گام‌های تازهٔ صنعت قم
استاندار قم گفت: در سال ۱۳۹۹ در استان قم احیای واحدهای راکد صنعتی به ۴۲ واحد رسید.
وی افزود: سال گذشته تسهیلات پرداختی استان هزار و ۳۰۰ میلیارد تومان بود.
به گفته وی در سال ۱۳۹۹ تعداد ۵/21 هزار تن عسل در استان تولید شد.
استاندار ادامه داد: در سال ۱۴۰۰ احداث ۱۸ کیلومتر راه روستایی در استان هدف‌گذاری شده است.`

/** The same where neither the province nor its year is told. */
const NOWHERE = REPORT.replaceAll('استان قم', 'استان').replaceAll('قم', '')

/** 2 May 2021, 12 Ordibehesht 1400. */
const POSTED = Date.parse('2021-05-02T09:00:00Z') / 1000
const ORIGIN = {
  type: 'channel',
  date: POSTED,
  message_id: 815,
  chat: { id: -1001234567890, type: 'channel', title: 'خبر قم', username: 'qom_news' },
}

/** The owner forwards the post; the summary that comes back. */
async function forwarded({ server, owner }: Stage, text = REPORT): Promise<Message> {
  owner.sendText(text, { forwardOrigin: ORIGIN })
  return await server.nextMessage(owner.chat.id)
}

describe('a forwarded post', () => {
  it('opens with how many figures there are, how many of them sure, and the source', async () => {
    const stage = await openStage()
    const summary = await forwarded(stage)
    expect(summary.text).toContain('۴ رقم پیدا شد: ۲ مطمئن، ۲ نیازمند بررسی')
    expect(summary.text).toContain('منبع: گام‌های تازهٔ صنعت قم، خبر قم، https://t.me/qom_news/815')
    expect(summary.text).toContain('تاریخ انتشار: ۱۲ اردیبهشت ۱۴۰۰')
    expect(await countObservations(stage.store.db)).toBe(0)
    expect(stage.server.violations).toEqual([])
  })

  it('shows each figure in its sentence, with its fields', async () => {
    const stage = await openStage()
    const { owner, pressToEdit } = stage
    const first = await pressToEdit(owner, await forwarded(stage), 'بررسی یکی‌یکی')
    for (const said of [
      'رقم ۱ از ۴',
      'به ۴۲ واحد رسید',
      `شاخص: ${FACTORIES}\n`,
      'مکان: قم',
      'دوره: سال ۱۳۹۹\n',
      'نوع: عملکرد',
      'سنجه: مقدار',
      'مقدار: ۴۲ واحد',
      'استاندار',
    ]) {
      expect(first.text).toContain(said)
    }
    const figure = first.entities?.filter(({ type }) => type === 'bold') ?? []
    const bold = figure.map(({ offset, length }) => first.text?.slice(offset, offset + length))
    expect(bold).toContain('۴۲ واحد')
    const second = await pressToEdit(owner, first, 'بعدی ›')
    expect(second.text).toContain('دوره: سال ۱۳۹۹ (سال در خبر نیامده؛ استنباط شده است)')
    const third = await pressToEdit(owner, second, 'بعدی ›')
    expect(third.text).toContain('شاخص: تولید عسل (جدید)')
    expect(third.text).toContain('دو جور خوانده می‌شود')
    expect(labels(third)).toEqual(expect.arrayContaining(['۲۱ هزار و ۵۰۰ تن']))
    const last = await pressToEdit(owner, third, 'بعدی ›')
    expect(last.text).toContain('نوع: هدف')
  })

  it('is stored as one change with the text of the post, and undone as one', async () => {
    const stage = await openStage()
    const { store, owner, say, press, pressToEdit } = stage
    const sure = await pressToEdit(owner, await forwarded(stage), 'تأیید همهٔ مطمئن‌ها')
    expect(sure.text).toContain('۲ رقم مطمئن تأیید شد')
    expect(await countObservations(store.db)).toBe(0)
    let card = await pressToEdit(owner, sure, 'بررسی یکی‌یکی')
    card = await pressToEdit(owner, card, '۲۱ هزار و ۵۰۰ تن')
    card = await pressToEdit(owner, card, 'تأیید')
    expect(card.text).toContain('رقم ۴ از ۴')
    const end = await pressToEdit(owner, card, 'رد')
    expect(end.text).toContain('تأیید: ۳؛ رد: ۱؛ مانده: ۰')
    const preview = await press(owner, end, 'پایان و ثبت')
    expect(preview.text).toContain('۳ رقم ثبت می‌شود')
    expect(preview.text).toContain('شاخص‌های جدید: تولید عسل')
    expect(await countObservations(store.db)).toBe(0)
    const stored = await pressToEdit(owner, preview, 'ثبت')
    expect(stored.text).toContain('ثبت شد')

    const observations = await findObservations(store.db, {})
    expect(new Set(observations.map(({ changeSetId }) => changeSetId)).size).toBe(1)
    expect(observations.map(({ value }) => value).sort()).toEqual([1.3e12, 21500, 42])
    const lent = observations.find(({ value }) => value === 1.3e12)
    expect(lent).toMatchObject({
      quantity: { digits: '1300', power: 9, unit: 'تومان' },
      periodBasis: 'inferred',
      source: { publisher: 'خبر قم', url: 'https://t.me/qom_news/815', publishedOn: '2021-05-02' },
    })
    expect(lent?.quote).toContain('هزار و ۳۰۰ میلیارد تومان')
    const source = await sourceById(store.db, lent?.sourceId ?? 0)
    expect(source?.text).toBe(REPORT)

    const answer = await say(owner, `${FACTORIES} قم در ۱۳۹۹`)
    const full = await press(owner, answer, 'منبع کامل')
    expect(full.text).toContain('متن کامل گزارش')
    expect(full.text).toContain('راه روستایی')

    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect(await countObservations(store.db)).toBe(0)
    expect(stage.server.violations).toEqual([])
  })

  it('says what is stored already, and what is stored otherwise', async () => {
    const stage = await openStage()
    const { store, owner, press, pressToEdit } = stage
    await added(store)
    const summary = await forwarded(stage)
    expect(summary.text).toContain('۱ مطمئن')
    let card = await pressToEdit(owner, summary, 'بررسی یکی‌یکی')
    expect(card.text).toContain('رقم دیگری هم هست')
    card = await pressToEdit(owner, card, 'تأیید')
    await pressToEdit(owner, await press(owner, card, 'پایان و ثبت'), 'ثبت')
    // The same post once more.
    const known = await forwarded(stage)
    expect(known.text).toContain('۱ رقم با همین مقدار از پیش ثبت شده است')
    const again = await pressToEdit(owner, known, 'بررسی یکی‌یکی')
    expect(again.text).toContain('همین رقم با همین منبع پیش‌تر ثبت شده است')
    expect((await press(owner, again, 'تأیید')).text).toContain('هنوز تأیید نمی‌شود')
    expect(await countObservations(store.db)).toBe(2)
    const summarised = await pressToEdit(owner, again, 'خلاصه')
    const skipped = await pressToEdit(owner, summarised, 'رد همهٔ ثبت‌شده‌ها')
    expect(skipped.text).toContain('۱ رقم ثبت‌شده رد شد')
    expect(skipped.text).toContain('رد: ۱')
    expect(labels(skipped)).not.toContain('رد همهٔ ثبت‌شده‌ها')
  })
})

it('tells a figure that another source gave already from a conflict', async () => {
  const stage = await openStage()
  const { owner, pressToEdit } = stage
  await added(stage.store, { quantity: { digits: '42', decimals: 0, power: 0, unit: 'واحد' } })
  const card = await pressToEdit(owner, await forwarded(stage), 'بررسی یکی‌یکی')
  expect(card.text).toContain('همین رقم از منبع دیگری ثبت شده است')
  expect(card.text).not.toContain('رقم دیگری هم هست')
})

describe('a pasted text', () => {
  it('needs a source before anything is stored, and takes corrections of fields', async () => {
    const stage = await openStage()
    const { store, owner, say, press, pressToEdit } = stage
    const summary = await say(owner, REPORT)
    expect(summary.text).toContain('منبع گزارش را بنویسید')
    expect(summary.text).toContain('تاریخ انتشار روشن نیست')
    const dated = await say(owner, 'تاریخ: ۱۴۰۰/۰۲/۱۲')
    expect(dated.text).toContain('تاریخ انتشار: ۱۲ اردیبهشت ۱۴۰۰')
    const card = await pressToEdit(owner, dated, 'بررسی یکی‌یکی')
    const corrected = await say(
      owner,
      'مقدار بیش از ۴۳ واحد\nدوره ۱۳۹۸\nنوع هدف\nگوینده: معاون استاندار\nمکان یزد',
    )
    for (const said of ['بیش از ۴۳ واحد', 'سال ۱۳۹۸', 'نوع: هدف', 'معاون استاندار', 'مکان: یزد'])
      expect(corrected.text).toContain(said)
    expect((await say(owner, 'دوره یک روزی')).text).toContain('را نشناختم')
    const next = await pressToEdit(owner, corrected, 'تأیید')
    expect(next.text).toContain('رقم ۲ از ۴')
    // A bare number of a figure in billions.
    expect((await say(owner, 'مقدار ۱۴۰۰')).text).toContain('کامل با واحد')
    expect((await press(owner, card, 'پایان و ثبت')).text).toContain('منبع گزارش را بنویسید')
    expect(await countObservations(store.db)).toBe(0)
    await say(owner, 'خبرگزاری فارس')
    const preview = await press(owner, card, 'پایان و ثبت')
    expect(preview.text).toContain('۳ رقم تأیید نشده و ثبت نمی‌شود')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, {})).toMatchObject([
      {
        value: 43,
        qualifier: 'more_than',
        period: '1398',
        kind: 'target',
        speaker: 'معاون استاندار',
        source: { title: 'خبرگزاری فارس', publishedOn: '2021-05-02' },
      },
    ])
  })

  it('never guesses a value that can be read in two ways, nor a missing period', async () => {
    const stage = await openStage()
    const { owner, say, press, pressToEdit } = stage
    const summary = await say(owner, REPORT)
    let card = await pressToEdit(owner, summary, 'بررسی یکی‌یکی')
    card = await pressToEdit(owner, card, 'بعدی ›')
    expect((await press(owner, card, 'تأیید')).text).toContain('دوره')
    card = await pressToEdit(owner, card, 'بعدی ›')
    expect((await press(owner, card, 'تأیید')).text).toContain('مقدار')
    const typed = await say(owner, '۵٫۲۱ هزار تن')
    expect(typed.text).toContain('مقدار: ۵ هزار و ۲۱۰ تن')
  })

  it('counts relative years from today at a press', async () => {
    const { owner, say, pressToEdit } = await openStage()
    const dated = await pressToEdit(owner, await say(owner, REPORT), 'منتشرشدهٔ امروز')
    expect(dated.text).toContain('تاریخ انتشار: ۳ آذر ۱۴۰۵')
    const card = await pressToEdit(owner, dated, 'بررسی یکی‌یکی')
    const next = await pressToEdit(owner, card, 'بعدی ›')
    expect(next.text).toContain('سال ۱۴۰۴ (سال در خبر نیامده')
  })

  it('lets questions through while it is looked at', async () => {
    const stage = await openStage()
    const { store, owner, say } = stage
    await added(store)
    await say(owner, REPORT)
    expect((await say(owner, `${FACTORIES} قم در ۱۳۹۹`)).text).toContain('۳۷ واحد')
  })

  it('takes a known indicator for a new one', async () => {
    const stage = await openStage()
    const { owner, say, pressToEdit } = stage
    let card = await pressToEdit(owner, await say(owner, REPORT), 'بررسی یکی‌یکی')
    for (let turn = 0; turn < 3; turn++) card = await pressToEdit(owner, card, 'بعدی ›')
    expect((await say(owner, `شاخص ${FINANCE}`)).text).toContain('واحد آن «تومان» است')
  })

  it('asks once for the place of all figures that tell none', async () => {
    const stage = await openStage()
    const { owner, say, pressToEdit } = stage
    const summary = await say(owner, NOWHERE)
    expect(summary.text).toContain('مکان ۴ رقم در متن نیست')
    const placed = await say(owner, 'یزد')
    expect(placed.text).not.toContain('در متن نیست')
    const card = await pressToEdit(owner, placed, 'بررسی یکی‌یکی')
    expect(card.text).toContain('مکان: یزد')
  })

  it('offers the places that it names for the figures that name none', async () => {
    const { owner, say, pressToEdit } = await openStage()
    const text = `${NOWHERE}\nهیئت‌هایی از قم و یزد در این نشست بودند.`
    const summary = await say(owner, text)
    expect(labels(summary)).toEqual(expect.arrayContaining(['قم', 'یزد']))
    const placed = await pressToEdit(owner, summary, 'یزد')
    expect(labels(placed)).not.toContain('قم')
    const card = await pressToEdit(owner, placed, 'بررسی یکی‌یکی')
    expect(card.text).toContain('مکان: یزد')
  })

  it.each([
    ['a question', `${'احیای واحدهای راکد صنعتی قم در سال ۱۳۹۹ و ۱۴۰۰ '.repeat(6)}چند بود؟`],
    ['few figures', 'استاندار قم از تلاش همه در راه پیشرفت سپاس‌گزاری کرد. '.repeat(6)],
  ])('is no report when it is or has %s', async (_, text) => {
    const stage = await openStage()
    expect(labels(await stage.say(stage.owner, text))).not.toContain('پایان و ثبت')
  })

  it('comes after /report however short it is', async () => {
    const { owner, say } = await openStage()
    expect((await say(owner, '/report')).text).toContain('متن گزارش را بفرستید')
    expect((await say(owner, 'سلام بر همه')).text).toContain('رقمی پیدا نشد')
    const summary = await say(owner, 'احیای واحدهای راکد صنعتی قم در سال ۱۳۹۹ به ۴۲ واحد رسید.')
    expect(summary.text).toContain('۱ رقم پیدا شد')
  })

  it('comes in pieces when it is long', async () => {
    const { owner, say } = await openStage()
    const filler = 'استاندار از تلاش همه در راه پیشرفت استان سپاس‌گزاری کرد. '.repeat(65)
    await say(owner, `${REPORT}\n${filler}`.trim().slice(0, 4000))
    const rest =
      'وی گفت: در سال ۱۳۹۸ در استان قم احیای واحدهای راکد صنعتی به ۳۳ واحد رسید و خوب بود.'
    expect((await say(owner, rest)).text).toContain('۵ رقم پیدا شد')
  })

  it.each([
    ['200,000 characters', `${REPORT}\n`.repeat(800), 'بلندتر از'],
    [
      '500 figures',
      Array.from({ length: 501 }, (_, at) => `تولید گندم به ${at + 7} تن رسید.`).join('\n'),
      '۵۰۱ رقم در این متن هست',
    ],
  ])('of more than %s is refused as a whole', async (_, text, said) => {
    const { server, owner, store } = await openStage()
    owner.sendDocument({ name: 'report.txt', bytes: Buffer.from(text) })
    const reply = await server.nextMessage(owner.chat.id)
    expect(reply.text).toContain(said)
    expect(reply.text).toContain('در چند بخش بفرستید')
    expect(await countObservations(store.db)).toBe(0)
  })

  it('of 190,000 characters is read, in a thread of its own', async () => {
    const slowWork = slowWorkInThread()
    try {
      const { server, owner } = await openStage({ slowWork })
      const filler = 'استاندار از تلاش همه در راه پیشرفت استان سپاس‌گزاری کرد. '.repeat(3200)
      owner.sendDocument({ name: 'report.txt', bytes: Buffer.from(`${REPORT}\n${filler}`) })
      expect((await server.nextMessage(owner.chat.id)).text).toContain('۴ رقم پیدا شد')
    } finally {
      await slowWork.close()
    }
  })

  it.each([
    ['busy', 'کارهای دیگری در صف است'],
    ['too_slow', 'در چند بخش کوتاه‌تر'],
    ['crashed', 'ناتمام ماند'],
  ] as const)('that cannot be read (%s) is said so, and answers go on', async (code, said) => {
    const fails = () => Promise.reject(new TaskError(code, 'for the log'))
    const { owner, say, sara, logged } = await openStage({
      slowWork: { readReport: fails, renderPng: fails },
    })
    expect((await say(owner, REPORT)).text).toContain(said)
    expect(logged.some(({ level }) => level === 'error')).toBe(true)
    expect((await say(sara, 'احیای واحدهای راکد در قم چقدر بود؟')).text).not.toContain(said)
  })

  it('comes as a text file', async () => {
    const { server, owner } = await openStage()
    owner.sendDocument({ name: 'report.txt', bytes: Buffer.from(REPORT) })
    expect((await server.nextMessage(owner.chat.id)).text).toContain('۴ رقم پیدا شد')
  })
})

describe('a review', () => {
  it('goes on after a restart', async () => {
    const stage = await openStage()
    const { store, owner, say, press, pressToEdit } = stage
    let card = await pressToEdit(owner, await forwarded(stage), 'بررسی یکی‌یکی')
    card = await pressToEdit(owner, card, 'تأیید')
    await stage.restart()
    expect((await say(owner, 'گوینده: استاندار')).text).toContain('رقم ۲ از ۴')
    card = await pressToEdit(owner, card, 'تأیید')
    const preview = await press(owner, card, 'پایان و ثبت')
    await stage.restart()
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('stores nothing when all is skipped or given up', async () => {
    const stage = await openStage()
    const { store, owner, press, pressToEdit } = stage
    let card = await pressToEdit(owner, await forwarded(stage), 'بررسی یکی‌یکی')
    for (let turn = 0; turn < 4; turn++) card = await pressToEdit(owner, card, 'رد')
    expect(card.text).toContain('رد: ۴')
    expect((await press(owner, card, 'پایان و ثبت')).text).toContain('چیزی برای ثبت نیست')
    const asked = await press(owner, card, 'انصراف از گزارش')
    expect(asked.text).toContain('نیمه‌کاره است')
    const back = await pressToEdit(owner, asked, 'نه، ادامه می‌دهم')
    expect(back.text).toContain('رد: ۴')
    const again = await press(owner, back, 'انصراف از گزارش')
    expect((await pressToEdit(owner, again, 'بله، دور بریز')).text).toContain('انصراف داده شد')
    expect(await countObservations(store.db)).toBe(0)
  })

  it('is given up at once where nothing was decided yet', async () => {
    const stage = await openStage()
    const { owner, pressToEdit } = stage
    const given = await pressToEdit(owner, await forwarded(stage), 'انصراف از گزارش')
    expect(given.text).toContain('انصراف داده شد')
  })

  it('asks for a name where the report has only words for one', async () => {
    const { owner, say, pressToEdit } = await openStage()
    await say(owner, '/report')
    const summary = await say(owner, 'در سال ۱۳۹۹ در یزد نان با پنیر به ۴۵ هزار تومان رسید.')
    const card = await pressToEdit(owner, summary, 'بررسی یکی‌یکی')
    expect(card.text).toContain('نام درستش را بنویسید')
    const named = await say(owner, 'شاخص قیمت نان')
    expect(named.text).toContain('شاخص: قیمت نان (جدید)')
    expect(named.text).not.toContain('نام درستش را بنویسید')
  })

  it('stays open when its preview is dropped, and stores once', async () => {
    const stage = await openStage()
    const { server, store, owner, press, pressToEdit } = stage
    const sure = await pressToEdit(owner, await forwarded(stage), 'تأیید همهٔ مطمئن‌ها')
    await pressToEdit(owner, await press(owner, sure, 'پایان و ثبت'), 'انصراف')
    const first = await press(owner, sure, 'پایان و ثبت')
    const second = await press(owner, sure, 'پایان و ثبت')
    expect((await press(owner, first, 'ثبت')).text).toContain('پیش‌تر ثبت یا رد شده')
    owner.press(second, 'ثبت')
    owner.press(second, 'ثبت')
    await server.nextEdit(owner.chat.id)
    await server.nextMessage(owner.chat.id)
    expect(await countObservations(store.db)).toBe(2)
    expect((await press(owner, sure, 'پایان و ثبت')).text).toContain('پیش‌تر ثبت یا رد شده')
  })

  it('does not store a preview that was overtaken by a correction', async () => {
    const stage = await openStage()
    const { store, owner, say, press, pressToEdit } = stage
    const sure = await pressToEdit(owner, await forwarded(stage), 'تأیید همهٔ مطمئن‌ها')
    const preview = await press(owner, sure, 'پایان و ثبت')
    await pressToEdit(owner, sure, 'بررسی یکی‌یکی')
    await say(owner, 'مقدار ۵٫۲۱ هزار تن')
    expect((await press(owner, preview, 'ثبت')).text).toContain('پیش‌تر ثبت یا رد شده')
    expect(await countObservations(store.db)).toBe(0)
  })

  it('stays open when someone stored the same in between', async () => {
    const stage = await openStage()
    const { store, owner, press, pressToEdit } = stage
    const sure = await pressToEdit(owner, await forwarded(stage), 'تأیید همهٔ مطمئن‌ها')
    const preview = await press(owner, sure, 'پایان و ثبت')
    await added(store, {
      quantity: { digits: '42', decimals: 0, power: 0, unit: 'واحد' },
      sourceId: {
        title: 'گام‌های تازهٔ صنعت قم',
        publisher: 'خبر قم',
        url: 'https://t.me/qom_news/815',
        publishedOn: '2021-05-02',
      },
    })
    expect((await pressToEdit(owner, preview, 'ثبت')).text).toContain('پیش‌تر ثبت شده است')
    expect(await countObservations(store.db)).toBe(1)
    const told = await press(owner, sure, 'پایان و ثبت')
    expect(told.text).toContain('رقم ۱ ثبت نمی‌شود')
    const card = await pressToEdit(owner, await pressToEdit(owner, told, 'رقم ۱ از ۴'), 'رد')
    await pressToEdit(owner, await press(owner, card, 'پایان و ثبت'), 'ثبت')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('is opened once when the same update comes twice', async () => {
    const stage = await openStage()
    const { server, store, owner } = stage
    owner.sendText(REPORT, { forwardOrigin: ORIGIN })
    const sent = lastUpdateId(server)
    const summary = await server.nextMessage(owner.chat.id)
    await stage.pressToEdit(owner, summary, 'تأیید همهٔ مطمئن‌ها')
    await deliverAgain(stage, sent)
    expect((await server.nextMessage(owner.chat.id)).text).toContain('تأیید: ۲')
    const reviews = await store.db
      .selectFrom('draft')
      .selectAll()
      .where('kind', '=', 'review')
      .execute()
    expect(reviews).toHaveLength(1)
  })

  it('is not for strangers', async () => {
    const stage = await openStage()
    const { server, store, sara, say } = stage
    await forwarded(stage)
    expect(labels(await say(sara, REPORT))).not.toContain('پایان و ثبت')
    expect((await say(sara, '/report')).text).toContain('ویژهٔ مدیران')
    const answer = await say(sara, 'سلام')
    for (const press of ['rv:1:s', 'rv:1:e', 'rv:1:a:0', 'rv:1:x']) {
      server.world.rooms.get(sara.chat.id)?.messages.set(answer.message_id, {
        ...answer,
        reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: press }]] },
      })
      expect((await stage.press(sara, answer, 'x')).text).toContain('ویژهٔ مدیران')
    }
    const open = await store.db
      .selectFrom('draft')
      .selectAll()
      .where('kind', '=', 'review')
      .execute()
    expect(open.map(({ status }) => status)).toEqual(['open'])
  })

  it('of an editor waits for an admin', async () => {
    const stage = await openStage()
    const { server, store, owner, sara, press, pressToEdit } = stage
    const editor = { telegramId: sara.user.id, name: 'سارا', role: 'editor' as const }
    await putMember(store, by('مالک'), editor)
    owner.start()
    await server.nextMessage(owner.chat.id)
    sara.sendText(REPORT, { forwardOrigin: ORIGIN })
    const summary = await server.nextMessage(sara.chat.id)
    const sure = await pressToEdit(sara, summary, 'تأیید همهٔ مطمئن‌ها')
    const preview = await press(sara, sure, 'پایان و ثبت')
    await pressToEdit(sara, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(0)
    const asked = await server.nextMessage(owner.chat.id)
    await pressToEdit(owner, asked, 'تأیید')
    expect(await countObservations(store.db)).toBe(2)
  })
})
