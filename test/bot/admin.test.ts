import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { changeSetsOf } from '../../src/facts/history.ts'
import { listMembers } from '../../src/facts/members.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { added, by, FACTORIES, figure } from '../facts/store-for-tests.ts'
import { deliverAgain, labels, lastUpdateId, openStage, type Stage } from './harness.ts'

const QUESTION = `${FACTORIES} قم`
const ADD = `/add ${FACTORIES}، قم، ۱۴۰۰، هدف، ۳۵ واحد، منبع: گزارش کارگروه، نوبت دوم`

describe('commands of admins', () => {
  it.each(['/add', '/edit 1', '/retire 1', '/undo', '/history', '/admins'])(
    'refuse a stranger: %s',
    async (command) => {
      const stage = await openStage()
      await added(stage.store)
      const refusal = await stage.say(stage.sara, command)
      expect(refusal.text).toContain('ویژهٔ مدیران')
      expect(await countObservations(stage.store.db)).toBe(1)
    },
  )
})

describe('/add', () => {
  it('shows what it understood, stores it when confirmed, and the next question finds it', async () => {
    const { server, store, owner, sara, say, pressToEdit } = await openStage()
    const preview = await say(owner, ADD)
    for (const said of [FACTORIES, 'قم', 'سال ۱۴۰۰', 'هدف', '۳۵ واحد', 'گزارش کارگروه، نوبت دوم']) {
      expect(preview.text).toContain(said)
    }
    expect(await countObservations(store.db)).toBe(0)
    const done = await pressToEdit(owner, preview, 'ثبت')
    expect(done.text).toContain('ثبت شد')
    expect(await findObservations(store.db, {})).toMatchObject([
      { period: '1400', kind: 'target', value: 35, source: { title: 'گزارش کارگروه، نوبت دوم' } },
    ])
    expect((await say(sara, `هدف ${QUESTION}`)).text).toContain('۳۵ واحد')
    expect(server.violations).toEqual([])
  })

  it('takes lines, in any order, with names', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const preview = await say(
      owner,
      [
        '/add',
        'منبع: خبرگزاری صدا و سیما، مرکز قم',
        'تاریخ انتشار: ۱۴۰۰/۰۴/۱۲',
        'بیش از هزار و ۲۰۰ میلیارد تومان',
        'گوینده: محمود سیجانی',
        'نقل: «بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات پرداخت شده است»',
        'استان قم',
        'تا ۱۴۰۰',
        'تسهیلات پرداختی',
      ].join('\n'),
    )
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, {})).toMatchObject([
      {
        period: '../1400',
        qualifier: 'more_than',
        value: 1_200_000_000_000,
        speaker: 'محمود سیجانی',
        quote: 'بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات پرداخت شده است',
        source: { title: 'خبرگزاری صدا و سیما، مرکز قم', publishedOn: '2021-07-03' },
      },
    ])
  })

  it('names what is missing, and asks for it step by step', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const step = await say(owner, `/add ${FACTORIES}، قم`)
    for (const part of ['دوره', 'مقدار', 'منبع', 'کدام دوره؟']) expect(step.text).toContain(part)
    for (const text of ['۱۴۰۰', 'هدف', '۳۵ واحد']) await say(owner, text)
    await pressToEdit(owner, await say(owner, 'گزارش'), 'ثبت')
    expect(await findObservations(store.db, {})).toMatchObject([{ period: '1400', value: 35 }])
  })

  it('names what is missing of a new indicator, with an example', async () => {
    const { owner, say } = await openStage()
    const refusal = await say(owner, '/add تولید عسل، قم')
    for (const part of ['دوره', 'مقدار', 'منبع', '/add']) expect(refusal.text).toContain(part)
    expect(refusal.reply_markup?.inline_keyboard ?? []).toEqual([])
  })

  it.each([
    ['a place nobody knows', `/add ${FACTORIES}، قمم، ۱۴۰۰، ۳۵ واحد، منبع: الف`, 'قمم'],
    ['a unit that does not fit', `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ تن، منبع: الف`, 'تن'],
    [
      'a word it cannot place',
      `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، چیز دیگر، منبع: الف`,
      'چیز دیگر',
    ],
    ['two periods', `/add ${FACTORIES}، قم، ۱۴۰۰، ۱۳۹۹، ۳۵ واحد، منبع: الف`, 'دو بار'],
  ])('refuses %s', async (_, text, said) => {
    const { store, owner, say } = await openStage()
    const refusal = await say(owner, text)
    expect(refusal.text).toContain(said)
    expect(labels(refusal)).toEqual([])
    expect(await countObservations(store.db)).toBe(0)
  })

  it('offers an unknown indicator as a new one, and what it may have meant', async () => {
    const { store, owner, sara, say, pressToEdit } = await openStage()
    const text = '/add احیای واحدهای راکد، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف'
    const preview = await say(owner, text)
    expect(preview.text).toContain('شاخص تازه: «احیای واحدهای راکد»')
    expect(labels(preview)).toContain(FACTORIES)
    const meant = await pressToEdit(owner, preview, FACTORIES)
    expect(meant.text).not.toContain('شاخص تازه')
    await pressToEdit(owner, meant, 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۵ واحد')

    await pressToEdit(owner, await say(owner, '/add تولید عسل، قم، ۱۴۰۰، ۱۲ تن، منبع: الف'), 'ثبت')
    expect((await say(sara, 'تولید عسل قم')).text).toContain('۱۲ تن')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('stores nothing when it is dropped', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const dropped = await pressToEdit(owner, await say(owner, ADD), 'انصراف')
    expect(dropped.text).toContain('چیزی تغییر نکرد')
    expect(labels(dropped)).toEqual([])
    expect(await countObservations(store.db)).toBe(0)
  })

  it('stores once, however often it is pressed or delivered', async () => {
    const stage = await openStage()
    const { server, store, owner } = stage
    owner.sendText(ADD)
    const asked = lastUpdateId(server)
    const preview = await server.nextMessage(owner.chat.id)
    const press = owner.press(preview, 'ثبت')
    const pressed = lastUpdateId(server)
    await server.nextEdit(owner.chat.id)
    await press.answer()
    await deliverAgain(stage, pressed)
    expect((await server.nextMessage(owner.chat.id)).text).toContain('پیش‌تر')
    await deliverAgain(stage, asked)
    const again = await server.nextMessage(owner.chat.id)
    expect(again.text).toContain('پیش‌تر ثبت شده است')
    expect(labels(again)).toEqual([])
    expect(await countObservations(store.db)).toBe(1)
    expect(await changeSetsOf(store.db)).toHaveLength(2)
  })

  it('keeps what waits to be confirmed over a restart', async () => {
    const { store, owner, say, pressToEdit, restart } = await openStage()
    const preview = await say(owner, ADD)
    await restart()
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(1)
  })

  it('is not mistaken for an old update with the same number', async () => {
    const { server, store, owner, say, pass, pressToEdit } = await openStage()
    owner.sendText(ADD)
    const updateId = lastUpdateId(server)
    const preview = await server.nextMessage(owner.chat.id)
    await applyChanges(store, by('قدیم', { updateId, now: new Date('2020-01-01') }), [
      { type: 'add_observation', content: figure() },
    ])
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(2)
    pass(1000)
    expect((await say(owner, '/history 2')).text).toContain('۳۵ واحد')
  })

  it('shows names with HTML in them as they are', async () => {
    const { owner, say, pressToEdit } = await openStage()
    const preview = await say(owner, '/add <b>الف</b> & ب، قم، ۱۴۰۰، ۳ واحد، منبع: <i>خبر</i>')
    expect(preview.text).toContain('<b>الف</b> & ب')
    expect((await pressToEdit(owner, preview, 'ثبت')).text).toContain('<b>الف</b> & ب')
  })
})

describe('/edit', () => {
  const answered = async (stage: Stage): Promise<Message> => {
    await added(stage.store)
    return await stage.say(stage.owner, QUESTION)
  }

  it('changes the next answer, /undo takes it back, /history shows both', async () => {
    const stage = await openStage()
    const { server, owner, sara, say, pressToEdit } = stage
    const answer = await answered(stage)
    const preview = await say(owner, '/edit مقدار ۳۸ واحد', { replyTo: answer })
    expect(preview.text).toContain('پیش: ۳۷ واحد')
    expect(preview.text).toContain('پس: ۳۸ واحد')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۸ واحد')

    const undo = await say(owner, '/undo')
    expect(undo.text).toContain('۳۸ واحد ← ۳۷ واحد')
    await pressToEdit(owner, undo, 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')

    const history = await say(owner, '/history 1')
    for (const said of ['۳۷ واحد ← ۳۸ واحد', '۳۸ واحد ← ۳۷ واحد', 'مالک', 'برگرداندن']) {
      expect(history.text).toContain(said)
    }
    const recent = await say(owner, '/history')
    expect(recent.text).toContain('ویراسته')
    expect(recent.text).toContain('برگردانده شده')
    expect(server.violations).toEqual([])
  })

  it('shows the fields with numbers and takes what is written next', async () => {
    const stage = await openStage()
    const { store, owner, say, press, pressToEdit } = stage
    const fields = await press(owner, await answered(stage), 'ویرایش')
    expect(fields.text).toContain('۶. مقدار: ۳۷ واحد')
    const preview = await say(owner, '۶ بیش از ۳۸\nدوره نیمه دوم ۱۳۹۹\nمنبع خبرگزاری فارس')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await findObservations(store.db, {})).toMatchObject([
      {
        value: 38,
        qualifier: 'more_than',
        period: '1399-H2',
        source: { title: 'خبرگزاری فارس', publisher: null, publishedOn: null },
      },
    ])
  })

  it('lets a question in between be a question', async () => {
    const stage = await openStage()
    const { owner, say, press } = stage
    await press(owner, await answered(stage), 'ویرایش')
    expect((await say(owner, QUESTION)).text).toContain('۳۷ واحد')
    expect((await say(owner, 'مقدار ۴۰')).text).not.toContain('پیش از ثبت')
  })

  it.each([
    ['/edit 1 مقدار زیاد', 'مقدار «زیاد»'],
    ['/edit 1 رنگ سبز', 'رنگ سبز'],
    ['/edit 1 مقدار ۳۷', 'چیزی عوض نمی‌شود'],
    ['/edit 99 مقدار ۳۷', '۹۹'],
    ['/edit', 'شماره'],
  ])('refuses %s', async (text, said) => {
    const stage = await openStage()
    await answered(stage)
    expect((await stage.say(stage.owner, text)).text).toContain(said)
  })

  it('does not guess the scale of a bare number', async () => {
    const { store, owner, say } = await openStage()
    const quantity = { digits: '1200', decimals: 0, power: 9, unit: 'تومان' }
    await added(store, { indicatorId: { name: 'تسهیلات پرداختی' }, quantity })
    expect((await say(owner, '/edit 1 مقدار ۱۳۰۰')).text).toContain('کامل با واحد')
  })

  it('tells who was faster', async () => {
    const stage = await openStage()
    const { store, owner, say, pressToEdit } = stage
    await answered(stage)
    const slow = await say(owner, '/edit 1 مقدار ۳۹')
    await pressToEdit(owner, await say(owner, '/edit 1 مقدار ۳۸'), 'ثبت')
    const conflict = await pressToEdit(owner, slow, 'ثبت')
    expect(conflict.text).toContain('مالک تغییر داده است')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(38)
  })
})

describe('/retire', () => {
  it('takes a figure away with a reason, and /undo brings it back', async () => {
    const { store, owner, sara, say, pressToEdit } = await openStage()
    await added(store)
    expect((await say(owner, '/retire 1')).text).toContain('دلیل')
    const preview = await say(owner, '/retire ۱ تکراری است')
    expect(preview.text).toContain('دلیل: تکراری است')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('در دست نیست')
    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
  })
})

describe('/undo', () => {
  it('says so when there is nothing, and what stands in the way', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    expect((await say(owner, '/undo')).text).toContain('تغییری از شما نیست')
    expect((await say(owner, '/undo 99')).text).toContain('۹۹')
    await pressToEdit(owner, await say(owner, ADD), 'ثبت')
    await pressToEdit(owner, await say(owner, '/edit 1 مقدار ۳۶'), 'ثبت')
    const [, first] = await changeSetsOf(store.db)
    const refused = await say(owner, `/undo ${first?.id}`)
    expect(refused.text).toContain('برنمی‌گردد')
  })
})

describe('/admins', () => {
  it('lets owners appoint and remove, by number', async () => {
    const { server, store, owner, sara, say, pressToEdit } = await openStage()
    await say(sara, '/start')
    const preview = await say(owner, '/admins add 1001 سارا <احمدی>')
    expect(preview.text).toContain('سارا <احمدی> (1001) مدیر می‌شود')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await listMembers(store.db)).toEqual([
      { telegramId: 1001, name: 'سارا <احمدی>', role: 'admin' },
    ])
    expect((await server.nextCall('setMyCommands')).parameters.scope).toEqual({
      type: 'chat',
      chat_id: 1001,
    })
    expect((await say(sara, ADD)).text).toContain('پیش از ثبت')
    expect((await say(sara, '/admins add 5 نام')).text).toContain('مالک')
    expect((await say(sara, '/admins')).text).toContain('سارا <احمدی>')
    await pressToEdit(owner, await say(owner, '/admins remove 1001'), 'ثبت')
    expect((await say(sara, ADD)).text).toContain('ویژهٔ مدیران')
  })

  it('appoints the sender of a forwarded message, unless hidden', async () => {
    const { server, owner, sara, say } = await openStage()
    const forward = async (forwardOrigin: NonNullable<Message['forward_origin']>) => {
      const message = owner.sendText('سلام', { forwardOrigin })
      await server.nextMessage(owner.chat.id)
      return message
    }
    const seen = await forward({ type: 'user', date: 1, sender_user: sara.user })
    const preview = await say(owner, '/admins add ویراستار', { replyTo: seen })
    expect(preview.text).toContain('سارا (1001) ویراستار می‌شود')
    const hidden = await forward({ type: 'hidden_user', date: 1, sender_user_name: 'سارا' })
    expect((await say(owner, '/admins add', { replyTo: hidden })).text).toContain('پنهان')
  })

  it('takes rights away from a draft that was not confirmed yet', async () => {
    const { store, owner, sara, say, press, pressToEdit } = await openStage()
    await pressToEdit(owner, await say(owner, '/admins add 1001 سارا ویراستار'), 'ثبت')
    const preview = await say(sara, ADD)
    await pressToEdit(owner, await say(owner, '/admins remove 1001'), 'ثبت')
    expect((await press(sara, preview, 'ثبت')).text).toContain('ویژهٔ مدیران')
    expect(await countObservations(store.db)).toBe(0)
  })
})
