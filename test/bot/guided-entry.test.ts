import { describe, expect, it } from 'vitest'
import { putMember } from '../../src/facts/members.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { added, by, FACTORIES, FINANCE } from '../facts/store-for-tests.ts'
import { deliverAgain, labels, lastUpdateId, openStage, type Stage } from './harness.ts'

/** A stage with one figure, so that there is something to offer. */
async function stageWithFigure(): Promise<Stage> {
  const stage = await openStage()
  await added(stage.store)
  return stage
}

/** Up to the value: indicator, place, period and kind by presses. */
async function pressed(stage: Stage): Promise<Message> {
  const { owner, say, pressToEdit } = stage
  let step = await say(owner, '/add')
  for (const label of [FACTORIES, 'قم', '۱۴۰۴', 'عملکرد'])
    step = await pressToEdit(owner, step, label)
  return step
}

describe('/add step by step', () => {
  it('takes presses for what is known, and shows the answer before it is stored', async () => {
    const stage = await stageWithFigure()
    const { server, store, owner, say, pressToEdit } = stage
    const step = await pressed(stage)
    expect(step.text).toContain('مقدار')
    const unit = await say(owner, '۴۱')
    expect(labels(unit)).toContain('واحد')
    const source = await pressToEdit(owner, unit, 'واحد')
    expect(labels(source)).toContain('گزارش استان، ایرنا')
    const preview = await pressToEdit(owner, source, 'گزارش استان، ایرنا')
    for (const said of [
      FACTORIES,
      'قم، سال ۱۴۰۴ (عملکرد)',
      '۴۱ واحد',
      'منبع: ایرنا، گزارش استان',
    ]) {
      expect(preview.text).toContain(said)
    }
    expect(await countObservations(store.db)).toBe(1)
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, { period: '1404' })).toMatchObject([
      { value: 41, kind: 'actual', source: { title: 'گزارش استان', publishedOn: '2021-05-01' } },
    ])
    expect(server.violations).toEqual([])
  })

  it('takes typing at every step, with what may have been meant', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit } = stage
    await say(owner, '/add')
    const near = await say(owner, 'احیای واحد راکد')
    expect(labels(near)).toEqual(expect.arrayContaining([FACTORIES, 'شاخص تازه: احیای واحد راکد']))
    await pressToEdit(owner, near, FACTORIES)
    const place = await say(owner, 'قمم')
    expect(place.text).toContain('قمم')
    await pressToEdit(owner, place, 'قم')
    expect((await say(owner, 'یک روزی')).text).toContain('دورهٔ «یک روزی» را نشناختم')
    await say(owner, 'نیمه دوم ۱۴۰۳')
    const kind = await say(owner, 'شاید')
    expect(labels(kind)).toEqual(expect.arrayContaining(['عملکرد', 'هدف', 'پیش‌بینی']))
    await say(owner, 'پیش‌بینی')
    expect((await say(owner, 'زیاد')).text).toContain('مقدار «زیاد» را نشناختم')
    await say(owner, 'بیش از ۴۱ واحد')
    expect((await say(owner, 'ندارد')).text).toContain('بی‌منبع')
    const preview = await say(owner, 'خبرگزاری فارس')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, { period: '1403-H2' })).toMatchObject([
      { value: 41, kind: 'forecast', qualifier: 'more_than', source: { title: 'خبرگزاری فارس' } },
    ])
  })

  it('makes a new indicator with the unit of its first figure', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit } = stage
    const step = await say(owner, '/add')
    expect(labels(step)).toEqual([FACTORIES, 'انصراف'])
    await pressToEdit(owner, await say(owner, 'تولید عسل'), 'شاخص تازه: تولید عسل')
    for (const text of ['یزد', '۱۴۰۲', 'عملکرد', '۱۲ تن']) await say(owner, text)
    const preview = await say(owner, 'جهاد کشاورزی')
    expect(preview.text).toContain('شاخص تازه: «تولید عسل»، واحد «تن»')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('keeps the scale of the unit that is chosen', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const quantity = { digits: '1200', decimals: 0, power: 9, unit: 'تومان' }
    await added(store, { indicatorId: { name: FINANCE }, quantity })
    await say(owner, '/add')
    for (const text of [FINANCE, 'قم', '۱۴۰۰', 'عملکرد']) await say(owner, text)
    const unit = await say(owner, '۱۳۰۰')
    expect(labels(unit)).toEqual(expect.arrayContaining(['میلیارد تومان', 'تومان']))
    await pressToEdit(owner, unit, 'میلیارد تومان')
    await pressToEdit(owner, await say(owner, 'بانک مرکزی'), 'ثبت')
    expect((await findObservations(store.db, { period: '1400' }))[0]?.value).toBe(1.3e12)
  })

  it('goes back a step at a time, also from the preview', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit } = stage
    await pressed(stage)
    await say(owner, '۴۱ واحد')
    const preview = await say(owner, 'الف')
    const source = await pressToEdit(owner, preview, 'بازگشت')
    expect(source.text).toContain('منبع چیست')
    const value = await pressToEdit(owner, source, 'بازگشت')
    expect(value.text).toContain('مقدار را بنویسید')
    const kind = await pressToEdit(owner, value, 'بازگشت')
    await pressToEdit(owner, kind, 'هدف')
    await say(owner, '۴۲ واحد')
    await pressToEdit(owner, await say(owner, 'ب'), 'ثبت')
    expect(await findObservations(store.db, { period: '1404' })).toMatchObject([
      { value: 42, kind: 'target', source: { title: 'ب' } },
    ])
  })

  it('takes named lines on the preview, and lets questions through at any step', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit } = stage
    await pressed(stage)
    expect((await say(owner, `${FACTORIES} قم در ۱۳۹۹ چند بود؟`)).text).toContain('۳۷ واحد')
    await say(owner, '۴۱ واحد')
    await say(owner, 'الف')
    const preview = await say(owner, 'دوره: ۱۴۰۳\nگوینده: استاندار')
    for (const said of ['سال ۱۴۰۳', 'استاندار']) expect(preview.text).toContain(said)
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, { period: '1403' })).toMatchObject([
      { speaker: 'استاندار', value: 41 },
    ])
  })

  it.each(['/cancel', 'انصراف'])(
    'ends with %s, and what is typed next is a question',
    async (word) => {
      const stage = await stageWithFigure()
      const { store, owner, say } = stage
      await pressed(stage)
      expect((await say(owner, word)).text).toContain('چیزی تغییر نکرد')
      expect((await say(owner, '۴۱ واحد')).text).toContain('در دست نیست')
      expect((await say(owner, '/cancel')).text).toContain('نیمه‌تمامی نیست')
      expect(await countObservations(store.db)).toBe(1)
    },
  )

  it('ends with its button at any step, and the preview cannot be stored then', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit } = stage
    const first = await say(owner, '/add')
    expect((await pressToEdit(owner, first, 'انصراف')).text).toContain('چیزی تغییر نکرد')
    await pressed(stage)
    await say(owner, '۴۱ واحد')
    const old = await say(owner, 'الف')
    const preview = await say(owner, 'دوره: ۱۴۰۳')
    expect((await press(owner, old, 'ثبت')).text).toContain('پیش‌تر ثبت یا رد شده')
    await pressToEdit(owner, preview, 'انصراف')
    expect(await countObservations(store.db)).toBe(1)
  })

  it('goes on after a restart', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit, restart } = stage
    let step = await say(owner, '/add')
    for (const label of [FACTORIES, 'قم', '۱۴۰۴', 'عملکرد']) {
      await restart()
      step = await pressToEdit(owner, step, label)
    }
    await restart()
    await say(owner, '۴۱ واحد')
    await restart()
    const preview = await say(owner, 'الف')
    await restart()
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('says where it stands when a button of an earlier step is pressed', async () => {
    const stage = await stageWithFigure()
    const { owner, say, press } = stage
    const first = await say(owner, '/add')
    await say(owner, FACTORIES)
    const now = await press(owner, first, FACTORIES)
    expect(now.text).toContain('گام دیگری')
    expect(now.text).toContain('کدام مکان')
  })

  it('does not read a text twice that is delivered twice', async () => {
    const stage = await stageWithFigure()
    const { server, store, owner, say, pressToEdit } = stage
    await pressed(stage)
    owner.sendText('۴۱ واحد')
    const update = lastUpdateId(server)
    expect((await server.nextMessage(owner.chat.id)).text).toContain('منبع چیست')
    await deliverAgain(stage, update)
    expect((await server.nextMessage(owner.chat.id)).text).toContain('منبع چیست')
    await pressToEdit(owner, await say(owner, 'الف'), 'ثبت')
    expect((await findObservations(store.db, { period: '1404' }))[0]?.source.title).toBe('الف')
  })

  it('belongs to the one who began it', async () => {
    const stage = await stageWithFigure()
    const { store, server, owner, sara, say } = stage
    await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'admin' })
    const step = await say(owner, '/add')
    const [data] = (step.reply_markup?.inline_keyboard ?? []).flat()
    const own = await say(sara, '/add')
    // A forged press: the data of the owner's button from the chat of another.
    server.world.rooms.get(sara.chat.id)?.messages.set(own.message_id, {
      ...own,
      reply_markup: {
        inline_keyboard: [[{ text: 'x', callback_data: data?.callback_data ?? '' }]],
      },
    })
    sara.press(own, 'x')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('دیگر کار نمی‌کند')
  })

  it('stops for someone whose rights were taken in the middle', async () => {
    const stage = await stageWithFigure()
    const { store, owner, sara, say, press, pressToEdit } = stage
    await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'admin' })
    const step = await say(sara, '/add')
    await pressToEdit(owner, await say(owner, '/admins remove 1001'), 'ثبت')
    expect((await press(sara, step, FACTORIES)).text).toContain('ویژهٔ مدیران')
    expect((await say(sara, FACTORIES)).text).toContain('۳۷ واحد')
  })

  it('refuses on the preview what cannot be right, and takes the correction there', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, pressToEdit } = stage
    await say(owner, '/add')
    for (const text of [FACTORIES, 'قم', '۱۴۰۸', 'عملکرد', '۴۱ واحد']) await say(owner, text)
    const refused = await say(owner, 'الف')
    expect(refused.text).toContain('هنوز نرسیده است')
    expect(labels(refused)).not.toContain('ثبت')
    const preview = await say(owner, 'نوع: هدف')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, { period: '1408' })).toMatchObject([{ kind: 'target' }])
  })

  it('warns of ten times as much, of a target in the past, and of what stands beside', async () => {
    const { store, owner, say } = await openStage()
    await added(store)
    const jump = await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰۰ واحد، منبع: الف`)
    expect(jump.text).toContain('بیش از ده برابر')
    expect(labels(jump)).toContain('ثبت')
    const past = await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، هدف، ۴۰ واحد، منبع: الف`)
    expect(past.text).toContain('گذشته است')
    const beside = await say(owner, `/add ${FACTORIES}، قم، ۱۳۹۹، ۳۸ واحد، منبع: الف`)
    expect(beside.text).toContain('هر دو می‌مانند')
  })

  it('stores a figure once although two previews of it were open', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const text = `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰ واحد، منبع: الف`
    const one = await say(owner, text)
    const two = await say(owner, text)
    await pressToEdit(owner, one, 'ثبت')
    expect((await pressToEdit(owner, two, 'ثبت')).text).toContain('پیش‌تر ثبت شده است')
    expect(await countObservations(store.db)).toBe(1)
  })
})

describe('a correction', () => {
  const QUESTION = `${FACTORIES} قم`

  it('takes three presses and one typed value', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit } = stage
    const fields = await press(owner, await say(owner, QUESTION), 'ویرایش')
    await press(owner, fields, 'مقدار')
    const preview = await say(owner, '۳۸')
    expect(preview.text).toContain('پس: ۳۸ واحد')
    expect(preview.text).toContain('پاسخ چنین خواهد بود')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(38)
  })

  it('takes two presses when the value is typed at once', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit } = stage
    await press(owner, await say(owner, QUESTION), 'ویرایش')
    await pressToEdit(owner, await say(owner, '۳۸ واحد'), 'ثبت')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(38)
  })

  it.each(['اصلاح', 'ویرایش'])('opens by «%s» in reply to an answer, for admins', async (word) => {
    const stage = await stageWithFigure()
    const { owner, sara, say } = stage
    const opened = await say(owner, word, { replyTo: await say(owner, QUESTION) })
    expect(opened.text).toContain('ویرایش رقم شمارهٔ ۱')
    const short = await say(owner, `${word} مقدار ۳۸`, { replyTo: await say(owner, QUESTION) })
    expect(short.text).toContain('پس: ۳۸ واحد')
    const stranger = await say(sara, word, { replyTo: await say(sara, QUESTION) })
    expect(stranger.text).not.toContain('ویرایش رقم')
  })

  it('waits for the field, tells what is wrong with it, and lets a question through', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit, restart } = stage
    const fields = await press(owner, await say(owner, QUESTION), 'ویرایش')
    await press(owner, fields, 'دوره')
    expect((await say(owner, `${QUESTION} چند بود؟`)).text).toContain('۳۷ واحد')
    expect((await say(owner, 'یک روزی')).text).toContain('دورهٔ «یک روزی»')
    await restart()
    await pressToEdit(owner, await say(owner, '۱۳۹۸'), 'ثبت')
    expect((await findObservations(store.db, {}))[0]?.period).toBe('1398')
  })

  it('changes the kind by presses alone', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit } = stage
    const fields = await press(owner, await say(owner, QUESTION), 'ویرایش')
    const preview = await press(owner, await press(owner, fields, 'نوع'), 'هدف')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await findObservations(store.db, {}))[0]?.kind).toBe('target')
  })

  it('offers what is known for period, place and source, as presses', async () => {
    const stage = await stageWithFigure()
    const { store, owner, say, press, pressToEdit } = stage
    const source = { title: 'گزارش یزد', publisher: 'صمت', publishedOn: '2022-05-01' }
    const quantity = { digits: '50', decimals: 0, power: 0, unit: 'واحد' }
    await added(store, { period: '1400-H2', placeId: { name: 'یزد' }, quantity, sourceId: source })
    const open = async (field: string) => await press(owner, await say(owner, '/edit 1'), field)
    const choose = async (field: string, label: string) =>
      await pressToEdit(owner, await press(owner, await open(field), label), 'ثبت')
    expect(labels(await open('دوره'))).not.toContain('۱۳۹۹')
    await choose('دوره', 'نیمهٔ دوم ۱۴۰۰')
    await choose('مکان', 'یزد')
    await choose('منبع', 'گزارش یزد، صمت')
    const [figure] = await findObservations(store.db, { ids: [1] })
    expect(figure).toMatchObject({ period: '1400-H2', source })
    expect(figure?.placeId).toBe((await findObservations(store.db, { ids: [2] }))[0]?.placeId)
    expect(stage.server.violations).toEqual([])
  })

  it('is checked like a new figure', async () => {
    const stage = await stageWithFigure()
    await added(stage.store, { period: '1398' })
    const { owner, say } = stage
    expect((await say(owner, '/edit 2 مقدار ۳۷۱ واحد')).text).toContain('بیش از ده برابر')
    const refused = await say(owner, '/edit 2 دوره ۱۳۹۹')
    expect(refused.text).toContain('پیش‌تر ثبت شده است')
    expect(labels(refused)).toEqual([])
  })

  it('is doubted where the words of the source say another number', async () => {
    const stage = await stageWithFigure()
    await added(stage.store, { period: '1398', quote: 'موفق شدیم ۳۷ واحد راکد را احیا کنیم' })
    const { owner, say } = stage
    expect((await say(owner, '/edit 2 مقدار ۳۸')).text).toContain(
      'مقدار تازه در نقل‌قول این رقم نیست',
    )
    expect((await say(owner, '/edit 2 مقدار ۳۸\nنقل: ۳۸ واحد را احیا کردیم')).text).not.toContain(
      'در نقل‌قول این رقم نیست',
    )
    expect((await say(owner, '/edit 2 دوره ۱۳۹۷')).text).not.toContain('در نقل‌قول این رقم نیست')
  })

  it('tells the slower of two admins what the other changed', async () => {
    const stage = await stageWithFigure()
    const { store, owner, sara, say, pressToEdit } = stage
    await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'admin' })
    const slow = await say(owner, '/edit 1 مقدار ۳۹')
    await pressToEdit(sara, await say(sara, '/edit 1 مقدار ۳۸'), 'ثبت')
    const told = await pressToEdit(owner, slow, 'ثبت')
    for (const said of ['سارا', '۳۷ واحد ← ۳۸ واحد']) expect(told.text).toContain(said)
    expect(labels(told)).toContain('ویرایش')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(38)
  })

  it('tells while it is typed what another admin changed since it was opened', async () => {
    const stage = await stageWithFigure()
    const { server, store, owner, sara, say, press, pressToEdit } = stage
    await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'admin' })
    const fields = await press(owner, await say(owner, QUESTION), 'ویرایش')
    await press(owner, fields, 'مقدار')
    await pressToEdit(sara, await say(sara, '/edit 1 مقدار ۳۸'), 'ثبت')
    const told = await say(owner, '۳۹')
    for (const said of ['سارا', '۳۷ واحد ← ۳۸ واحد']) expect(told.text).toContain(said)
    const preview = await server.nextMessage(owner.chat.id)
    expect(preview.text).toContain('پیش: ۳۸ واحد')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(39)
  })

  it('is not opened by a button in the hands of a stranger', async () => {
    const stage = await stageWithFigure()
    const { server, sara, say } = stage
    const answer = await say(sara, QUESTION)
    for (const data of [
      'e:1',
      'ef:1:5',
      'w:1:0:0',
      'ok:1',
      'ap:1',
      'rj:1',
      'u:1',
      'q:d:1',
      'hr:1:c',
    ]) {
      server.world.rooms.get(sara.chat.id)?.messages.set(answer.message_id, {
        ...answer,
        reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
      })
      sara.press(answer, 'x')
      const told = await server.nextMessage(sara.chat.id)
      expect(told.text).toMatch(/ویژهٔ مدیران|دیگر کار نمی‌کند|پیش‌تر ثبت یا رد/)
    }
    expect((await findObservations(stage.store.db, {}))[0]?.value).toBe(37)
  })
})
