import { describe, expect, it } from 'vitest'
import { added, FACTORIES } from '../facts/store-for-tests.ts'
import { labels, openStage } from './harness.ts'

const QUESTION = `${FACTORIES} قم`
const GROUP = -100200300

const openGroup = async () => {
  const stage = await openStage()
  await added(stage.store)
  stage.server.group({ id: GROUP, title: 'استانداری', members: [stage.owner, stage.sara] })
  const ask = async (text: string, replyTo?: number) => {
    const message = stage.sara.sendText(text, { chat: GROUP, replyTo })
    return { message, answer: await stage.server.nextMessage(GROUP) }
  }
  return { ...stage, ask }
}

describe('in a group', () => {
  it.each([
    ['mentioned', `@arqam_trial_bot ${QUESTION}`],
    ['mentioned in the end', `${QUESTION} @Arqam_Trial_Bot`],
    ['asked by command', `/ask ${QUESTION}`],
    ['asked by its full command', `/ask@arqam_trial_bot ${QUESTION}`],
  ])('answers when %s, by a reply', async (_, text) => {
    const { ask, server } = await openGroup()
    const { message, answer } = await ask(text)
    expect(answer.text).toContain('۳۷ واحد')
    expect(answer.reply_to_message?.message_id).toBe(message.message_id)
    expect(server.violations).toEqual([])
  })

  it('answers a reply to itself as a follow-up', async () => {
    const { ask, store } = await openGroup()
    await added(store, {
      period: '1398',
      quantity: { digits: '25', decimals: 0, power: 0, unit: 'واحد' },
    })
    const { answer } = await ask(`/ask ${QUESTION}`)
    expect((await ask('سال 1398 چطور؟', answer.message_id)).answer.text).toContain('۲۵ واحد')
  })

  it('asks what another message asks', async () => {
    const { ask, owner } = await openGroup()
    const question = owner.sendText(QUESTION, { chat: GROUP })
    expect((await ask('/ask', question.message_id)).answer.text).toContain('۳۷ واحد')
  })

  it('says nothing else, whatever is said', async () => {
    const { ask, sara, server } = await openGroup()
    for (const text of [QUESTION, 'سلام', '/nonsense', '/ask@another_bot سلام']) {
      sara.sendText(text, { chat: GROUP })
    }
    const { answer } = await ask('/ask')
    expect(answer.text).toContain('/ask')
    expect(server.messages(GROUP).filter(({ from }) => from.is_bot)).toHaveLength(1)
  })

  it('offers no editing, and keeps changes to private chats', async () => {
    const { owner, server } = await openGroup()
    owner.sendText(`/ask ${QUESTION}`, { chat: GROUP })
    expect(labels(await server.nextMessage(GROUP))).not.toContain('ویرایش')
    owner.sendText('/undo', { chat: GROUP })
    expect((await server.nextMessage(GROUP)).text).toContain('خصوصی')
  })
})

describe('a question that is edited', () => {
  it('renews its answer in place', async () => {
    const { server, store, sara } = await openStage()
    await added(store)
    const question = sara.sendText('قیمت سیب')
    const answer = await server.nextMessage(sara.chat.id)
    expect(answer.text).toContain('در دست نیست')
    sara.editText(question, QUESTION)
    const renewed = await server.nextEdit(sara.chat.id)
    expect(renewed.message_id).toBe(answer.message_id)
    expect(renewed.text).toContain('۳۷ واحد')
    expect(labels(renewed)).toContain('منبع کامل')
  })

  it('renews it also when others were asked since, each its own', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    const first = sara.sendText('قیمت سیب')
    const firstAnswer = await server.nextMessage(sara.chat.id)
    const second = sara.sendText('قیمت گلابی')
    const secondAnswer = await server.nextMessage(sara.chat.id)
    await say(sara, QUESTION)
    for (const [question, answer] of [
      [first, firstAnswer],
      [second, secondAnswer],
    ] as const) {
      sara.editText(question, QUESTION)
      expect((await server.nextEdit(sara.chat.id)).message_id).toBe(answer.message_id)
    }
  })

  it('is left alone when it is an old one', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    const question = sara.sendText('قیمت سیب')
    await server.nextMessage(sara.chat.id)
    for (let later = 0; later < 16; later++) await say(sara, QUESTION)
    sara.editText(question, QUESTION)
    await say(sara, QUESTION)
    expect(server.calls.filter(({ method }) => method === 'editMessageText')).toEqual([])
  })
})
