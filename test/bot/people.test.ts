import { describe, expect, it } from 'vitest'
import { changeSetsOf } from '../../src/facts/history.ts'
import { listMembers, putMember } from '../../src/facts/members.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import { subscribe, subscriptionsOf } from '../../src/facts/subscriptions.ts'
import type { Role } from '../../src/facts/types.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { added, by, FACTORIES } from '../facts/store-for-tests.ts'
import {
  deliverAgain,
  labels,
  lastUpdateId,
  openStage,
  type Stage,
  type StageOptions,
} from './harness.ts'

const QUESTION = `${FACTORIES} قم`
const ADD = `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰ واحد، منبع: الف`
const DAY = 24 * 60 * 60 * 1000

async function openPeople(options: StageOptions = {}) {
  const stage = await openStage(options)
  await added(stage.store)
  const ali = stage.server.user({ id: 1003, firstName: 'علی' })
  const appoint = async (telegramId: number, role: Exclude<Role, 'owner'>) => {
    const name = telegramId === 1001 ? 'سارا' : 'علی'
    await putMember(stage.store, by('مالک'), { telegramId, name, role })
  }
  return { ...stage, ali, appoint }
}

const payloadIn = ({ text = '' }: Message) => /start=([\w-]+)/.exec(text)?.[1] ?? ''

const roles = async ({ store }: Stage) =>
  (await listMembers(store.db)).map(({ telegramId, role }) => [telegramId, role])

describe('an editor', () => {
  it('proposes; an admin approves, and both hear of it', async () => {
    const stage = await openPeople()
    const { server, store, owner, sara, say, pressToEdit, appoint } = stage
    await appoint(1001, 'editor')
    await say(owner, '/start')
    const preview = await say(sara, ADD)
    const sent = await pressToEdit(sara, preview, 'ثبت')
    expect(sent.text).toContain('برای تأیید مدیران فرستاده شد')
    expect(await countObservations(store.db)).toBe(1)
    const proposed = await server.nextMessage(owner.chat.id)
    for (const said of ['سارا', FACTORIES, '۴۰ واحد']) expect(proposed.text).toContain(said)
    const done = await pressToEdit(owner, proposed, 'تأیید')
    expect(done.text).toContain('ثبت شد')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('مالک تغییر شما را تأیید کرد')
    expect(await countObservations(store.db)).toBe(2)
    const [changeSet] = await changeSetsOf(store.db)
    expect(changeSet).toMatchObject({ actor: 'سارا', reason: 'تأیید: مالک' })
    expect(server.violations).toEqual([])
  })

  it('hears when it is rejected, and nothing changes', async () => {
    const { server, store, owner, sara, say, pressToEdit, appoint } = await openPeople()
    await appoint(1001, 'editor')
    await say(owner, '/start')
    await pressToEdit(sara, await say(sara, '/edit 1 مقدار ۳۸'), 'ثبت')
    await pressToEdit(owner, await server.nextMessage(owner.chat.id), 'رد')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('رد کرد')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(37)
  })

  it('cannot approve, not even with the button of an admin, nor send the same twice', async () => {
    const { server, store, owner, sara, say, press, pressToEdit, appoint } = await openPeople()
    await appoint(1001, 'editor')
    await say(owner, '/start')
    const preview = await say(sara, ADD)
    const sent = await pressToEdit(sara, preview, 'ثبت')
    const proposed = await server.nextMessage(owner.chat.id)
    const [approve] = (proposed.reply_markup?.inline_keyboard ?? []).flat()
    const [confirm] = (preview.reply_markup?.inline_keyboard ?? []).flat()
    for (const [data, said] of [
      [approve?.callback_data, 'ویژهٔ مدیران'],
      [confirm?.callback_data, 'پیش‌تر ثبت یا رد'],
    ]) {
      server.world.rooms.get(sara.chat.id)?.messages.set(sent.message_id, {
        ...sent,
        reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data ?? '' }]] },
      })
      expect((await press(sara, sent, 'x')).text).toContain(said)
    }
    expect(await countObservations(store.db)).toBe(1)
  })

  it('cannot pass off one change as another: admins see the change itself, not the pressed message', async () => {
    const { server, store, owner, sara, say, appoint } = await openPeople()
    await appoint(1001, 'editor')
    await say(owner, '/start')
    const harmful = await say(sara, '/edit 1 مقدار ۳۷۰۰۰')
    const harmless = await say(sara, '/edit 1 مقدار ۳۸')
    const [confirm] = (harmful.reply_markup?.inline_keyboard ?? []).flat()
    // The button of the one under the words of the other.
    server.world.rooms.get(sara.chat.id)?.messages.set(harmless.message_id, {
      ...harmless,
      reply_markup: {
        inline_keyboard: [[{ text: 'x', callback_data: confirm?.callback_data ?? '' }]],
      },
    })
    sara.press(harmless, 'x')
    const proposed = await server.nextMessage(owner.chat.id)
    expect(proposed.text).toContain('۳۷ هزار واحد')
    expect(proposed.text).not.toContain('۳۸ واحد')
    expect((await say(owner, '/proposals')).text).toContain('۳۷ هزار واحد')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(37)
  })

  it('can withdraw; two admins decide once; a press delivered twice changes once', async () => {
    const stage = await openPeople()
    const { server, store, owner, ali, sara, say, press, pressToEdit, appoint } = stage
    await appoint(1001, 'editor')
    await appoint(1003, 'admin')
    await say(owner, '/start')
    await say(ali, '/start')
    const withdrawn = await pressToEdit(sara, await say(sara, ADD), 'ثبت')
    const old = await server.nextMessage(owner.chat.id)
    await server.nextMessage(ali.chat.id)
    await pressToEdit(sara, withdrawn, 'انصراف')
    expect((await press(owner, old, 'تأیید')).text).toContain('پیش‌تر ثبت یا رد')

    await pressToEdit(sara, await say(sara, ADD), 'ثبت')
    const first = await server.nextMessage(owner.chat.id)
    const second = await server.nextMessage(ali.chat.id)
    owner.press(first, 'تأیید')
    const pressed = lastUpdateId(server)
    await server.nextEdit(owner.chat.id)
    await deliverAgain(stage, pressed)
    expect((await server.nextMessage(owner.chat.id)).text).toContain('پیش‌تر ثبت یا رد')
    expect((await press(ali, second, 'رد')).text).toContain('پیش‌تر ثبت یا رد')
    expect(await countObservations(store.db)).toBe(2)
  })

  it('proposes sheets too, which wait in /proposals when no admin could be written to', async () => {
    const { server, store, owner, sara, say, pressToEdit, appoint } = await openPeople()
    await appoint(1001, 'editor')
    const rows = [
      'شاخص,مکان,دوره,مقدار,واحد,عنوان منبع',
      `${FACTORIES},قم,1400,41,واحد,گزارش`,
      `${FACTORIES},قم,1401,42,واحد,گزارش`,
    ]
    sara.sendDocument({ name: 'ا.csv', bytes: new TextEncoder().encode(rows.join('\n')) })
    const preview = await server.nextMessage(sara.chat.id)
    await pressToEdit(sara, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(1)
    const proposed = await say(owner, '/proposals')
    expect(proposed.text).toContain('تازه: ۲')
    await pressToEdit(owner, proposed, 'تأیید')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('تأیید کرد')
    expect(await countObservations(store.db)).toBe(3)
    expect((await say(owner, '/proposals')).text).toContain('پیشنهادی در انتظار تأیید نیست')
    expect((await say(sara, '/proposals')).text).toContain('ویژهٔ مدیران')
  })

  it('hears when the store changed before the approval', async () => {
    const { server, store, owner, sara, say, pressToEdit, appoint } = await openPeople()
    await appoint(1001, 'editor')
    await say(owner, '/start')
    await pressToEdit(sara, await say(sara, '/edit 1 مقدار ۳۸'), 'ثبت')
    const proposed = await server.nextMessage(owner.chat.id)
    await pressToEdit(owner, await say(owner, '/edit 1 مقدار ۳۹'), 'ثبت')
    expect((await pressToEdit(owner, proposed, 'تأیید')).text).toContain('۳۷ واحد ← ۳۹ واحد')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('تغییر شما ثبت نشد')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(39)
  })

  it('whose rights went has nothing left to approve', async () => {
    const { server, store, owner, sara, say, pressToEdit, appoint } = await openPeople()
    await appoint(1001, 'editor')
    await say(owner, '/start')
    await pressToEdit(sara, await say(sara, ADD), 'ثبت')
    const proposed = await server.nextMessage(owner.chat.id)
    await pressToEdit(owner, await say(owner, '/admins remove 1001'), 'ثبت')
    expect((await pressToEdit(owner, proposed, 'تأیید')).text).toContain('دیگر حق ویرایش ندارد')
    expect(await countObservations(store.db)).toBe(1)
  })
})

describe('/invite', () => {
  it('gives a link that makes one person an editor, once', async () => {
    const stage = await openPeople({ access: 'members' })
    const { server, owner, sara, ali, say, appoint } = stage
    await appoint(5, 'member')
    expect((await say(sara, QUESTION)).text).toContain('برای اعضاست')
    const payload = payloadIn(await say(owner, '/invite ویراستار'))
    sara.start(payload)
    expect((await server.nextMessage(sara.chat.id)).text).toContain('«ویراستار»')
    expect((await server.nextMessage(owner.chat.id)).text).toContain('سارا (1001)')
    expect((await server.nextCall('setMyCommands')).parameters.scope).toBeDefined()
    expect(await roles(stage)).toContainEqual([1001, 'editor'])
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
    ali.start(payload)
    expect((await server.nextMessage(ali.chat.id)).text).toContain('به کار رفته')
    expect((await say(ali, QUESTION)).text).toContain('برای اعضاست')
  })

  it('is used once although the link is followed twice at the same time, or delivered twice', async () => {
    const stage = await openPeople()
    const { server, owner, sara, ali, say } = stage
    const payload = payloadIn(await say(owner, '/invite عضو'))
    sara.start(payload)
    const update = lastUpdateId(server)
    ali.start(payload)
    await server.nextMessage(sara.chat.id)
    await server.nextMessage(ali.chat.id)
    await deliverAgain(stage, update)
    await server.nextMessage(sara.chat.id)
    expect(await roles(stage)).toHaveLength(1)
  })

  it('expires, can be taken back, and ends with the rights of who gave it', async () => {
    const stage = await openPeople()
    const { server, owner, sara, ali, say, pass, pressToEdit, appoint } = stage
    const revoked = await say(owner, '/invite')
    await pressToEdit(owner, revoked, 'لغو دعوت')
    await appoint(1003, 'admin')
    const ofAli = payloadIn(await say(ali, '/invite ویراستار'))
    await pressToEdit(owner, await say(owner, '/admins remove 1003'), 'ثبت')
    const old = payloadIn(await say(owner, '/invite'))
    const wrong = `${old.slice(0, -1)}${old.endsWith('A') ? 'B' : 'A'}`
    for (const payload of [payloadIn(revoked), ofAli, wrong]) {
      sara.start(payload)
      expect((await server.nextMessage(sara.chat.id)).text).toContain('نادرست است')
    }
    pass(3 * DAY + 1)
    sara.start(old)
    expect((await server.nextMessage(sara.chat.id)).text).toContain('نادرست است')
    expect(await roles(stage)).toEqual([])
  })

  it('of an admin makes no admins, and lowers nobody', async () => {
    const stage = await openPeople()
    const { server, owner, sara, say, appoint } = stage
    await appoint(1001, 'admin')
    expect((await say(sara, '/invite مدیر')).text).toContain('تنها مالک')
    expect((await say(sara, '/invite رئیس')).text).toContain('نقش را بنویسید')
    sara.start(payloadIn(await say(owner, '/invite عضو')))
    expect((await server.nextMessage(sara.chat.id)).text).toContain('هم‌اکنون «مدیر»')
    expect(await roles(stage)).toEqual([[1001, 'admin']])
  })
})

describe('no right that was not given', () => {
  it('revocation takes effect at once, in the middle of what was begun', async () => {
    const stage = await openPeople({ access: 'members' })
    const { server, store, owner, sara, say, pressToEdit, appoint } = stage
    await appoint(1001, 'admin')
    const topic = { type: 'question' }
    await subscribe(
      store,
      { chatId: 1001, telegramId: 1001, topic, label: 'الف', said: '' },
      new Date(),
    )
    const answer = await say(sara, QUESTION)
    const preview = await say(sara, ADD)
    await say(sara, '/add')
    await pressToEdit(owner, await say(owner, '/admins remove 1001'), 'ثبت')
    expect((await say(sara, FACTORIES)).text).toContain('برای اعضاست')
    expect((await sara.press(preview, 'ثبت').answer()).text).toContain('برای اعضاست')
    expect((await sara.press(answer, 'ویرایش').answer()).text).toContain('برای اعضاست')
    expect((await sara.inlineQuery(QUESTION).answer()).results).toEqual([])
    expect((await server.nextCall('deleteMyCommands')).parameters.scope).toEqual({
      type: 'chat',
      chat_id: 1001,
    })
    expect(await subscriptionsOf(store.db, 1001)).toEqual([])
    expect(await countObservations(store.db)).toBe(1)
  })

  it('a command that was forwarded, by whomever, is nobody’s command', async () => {
    const { store, owner, sara, server } = await openPeople()
    for (const person of [owner, sara]) {
      person.sendText(ADD, { forwardOrigin: { type: 'user', date: 1, sender_user: owner.user } })
      expect((await server.nextMessage(person.chat.id)).text).toContain('ویژهٔ مدیران')
    }
    expect(await countObservations(store.db)).toBe(1)
  })

  it('who writes in the name of a group has no rights and is no member', async () => {
    const { server, owner } = await openPeople({ access: 'members' })
    server.group({ id: -100, title: 'گروه', members: [owner] })
    const anonymous = {
      message_id: 9000,
      date: 1,
      chat: { id: -100, type: 'supergroup' as const, title: 'گروه' },
      from: owner.user,
      sender_chat: { id: -100, type: 'supergroup' as const, title: 'گروه' },
      text: `/ask ${QUESTION}`,
      entities: [{ type: 'bot_command' as const, offset: 0, length: 4 }],
    }
    server.world.updates.push({ message: anonymous })
    expect((await server.nextMessage(-100)).text).toContain('این ربات برای اعضاست')
    owner.sendText(`/ask ${QUESTION}`, { chat: -100 })
    expect((await server.nextMessage(-100)).text).toContain('۳۷ واحد')
    expect(server.messages(-100).filter(({ from }) => from.is_bot)).toHaveLength(2)
  })

  it('a preview in the hands of another admin is not theirs to store', async () => {
    const { server, store, owner, sara, say, press, appoint } = await openPeople()
    await appoint(1001, 'admin')
    const preview = await say(owner, ADD)
    const own = await say(sara, '/start')
    const [confirm] = (preview.reply_markup?.inline_keyboard ?? []).flat()
    server.world.rooms.get(sara.chat.id)?.messages.set(own.message_id, {
      ...own,
      reply_markup: {
        inline_keyboard: [[{ text: 'x', callback_data: confirm?.callback_data ?? '' }]],
      },
    })
    expect((await press(sara, own, 'x')).text).toContain('از کس دیگری است')
    expect(await countObservations(store.db)).toBe(1)
  })

  it('nobody is offered to edit in a group', async () => {
    const { server, owner } = await openPeople()
    server.group({ id: -100, title: 'گروه', members: [owner] })
    owner.sendText(`/ask ${QUESTION}`, { chat: -100 })
    expect(labels(await server.nextMessage(-100))).not.toContain('ویرایش')
  })
})
