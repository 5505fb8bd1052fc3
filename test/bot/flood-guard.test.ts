import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/answers/asker.ts'
import { LIMITS } from '../../src/bot/limits.ts'
import { texts } from '../../src/bot/texts.fa.ts'
import { putMember } from '../../src/facts/members.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, by, FACTORIES } from '../facts/store-for-tests.ts'
import { openStage, type Stage } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const QUESTION = `${FACTORIES} قم`
const MINUTE = 60_000

/** Waits until nothing is in the queue and the bot says nothing more. */
async function quiet({ server }: Stage): Promise<void> {
  for (let seen = -1; seen !== server.calls.length || server.world.updates.size() > 0; ) {
    seen = server.calls.length
    await wait(800)
  }
}

const textsTo = ({ server }: Stage, chat: number) =>
  server
    .messages(chat)
    .filter(({ from }) => from.is_bot)
    .map(({ text = '' }) => text)

describe('who writes too fast', () => {
  it('is told so once, and after a while is answered again', async () => {
    const stage = await openStage()
    const { sara } = stage
    await added(stage.store)
    const many = LIMITS.waiting.readers + 100
    for (let index = 0; index < many; index++) sara.sendText('سلام')
    await quiet(stage)
    const first = textsTo(stage, sara.chat.id)
    expect(first.filter((text) => text === texts.tooFast)).toHaveLength(1)
    expect(first.length).toBeLessThanOrEqual(LIMITS.readers.burst + 1)
    expect(first.length).toBeGreaterThan(LIMITS.waiting.readers)
    stage.pass(MINUTE)
    expect((await stage.say(sara, QUESTION)).text).toBeDefined()
    await quiet(stage)
    expect(textsTo(stage, sara.chat.id).at(-1)).toContain('۳۷ واحد')
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([])
    expect(stage.server.violations).toEqual([])
  })

  it('is seen by the admins in /stats', async () => {
    const stage = await openStage()
    for (let index = 0; index < 60; index++) stage.sara.sendText('سلام')
    await quiet(stage)
    const told = await stage.say(stage.owner, '/stats')
    expect(told.text).toMatch(/بی‌پاسخ مانده برای تندنویسی[^\n]*از ۱ نفر/)
  })

  it('is told by a notice where it pressed buttons', async () => {
    const stage = await openStage()
    const { server, sara } = stage
    await added(stage.store)
    const answer = await stage.say(sara, QUESTION)
    const presses = Array.from({ length: 60 }, () => sara.press(answer, 'منبع کامل'))
    await quiet(stage)
    const told = () =>
      presses.filter(
        ({ query }) => server.world.callbacks.get(query)?.answer?.text === texts.tooFast,
      )
    await server.waitFor(() => told().length > 0, 'a notice')
    expect(told()).toHaveLength(1)
  })

  it('in a group is not told for what it says to others', async () => {
    const stage = await openStage()
    const { server, sara } = stage
    server.group({ id: -100, title: 'گروه', members: [sara], botIsAdmin: true })
    for (let index = 0; index < 80; index++) sara.sendText('سلام به همه', { chat: -100 })
    await quiet(stage)
    expect(textsTo(stage, -100)).toEqual([])
  })
})

describe('who works on the figures', () => {
  it.each(['editor', 'admin', 'owner'] as const)('may be ten times as fast: %s', async (role) => {
    const stage = await openStage()
    const person = role === 'owner' ? stage.owner : stage.sara
    if (role !== 'owner') {
      await putMember(stage.store, by('مالک'), { telegramId: 1001, name: 'سارا', role })
    }
    for (let index = 0; index < 80; index++) person.sendText('سلام')
    const said = () => textsTo(stage, person.chat.id)
    await stage.server.waitFor(() => said().length === 80, '80 answers')
    expect(said()).not.toContain(texts.tooFast)
  })
})

describe('one who is slow or many', () => {
  /** Answers the questions of a flood only when it is told to. */
  function slowAsker(release: Promise<void>) {
    return (store: Store): Asker => {
      const asker = storeAsker(store)
      return {
        ...asker,
        async ask(text, context) {
          if (text === 'کند') await release
          return await asker.ask(text, context)
        },
      }
    }
  }

  it('delays nobody else, and holds no more than its share in memory', async () => {
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const stage = await openStage({ asker: slowAsker(released) })
    const { server, sara } = stage
    await added(stage.store)
    // More than the runner works on at once (500).
    for (let index = 0; index < 1500; index++) sara.sendText('کند')
    const ali = server.user({ id: 1003, firstName: 'علی' })
    expect((await stage.say(ali, QUESTION)).text).toContain('۳۷ واحد')
    expect(textsTo(stage, sara.chat.id)).toEqual([texts.tooFast])
    release()
    await quiet(stage)
    const answered = textsTo(stage, sara.chat.id).length - 1
    expect(answered).toBeGreaterThanOrEqual(LIMITS.waiting.readers)
    expect(answered).toBeLessThanOrEqual(LIMITS.readers.burst)
  })
})
