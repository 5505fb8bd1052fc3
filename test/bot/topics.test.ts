import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { findObservations } from '../../src/facts/observations.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { by, FACTORIES } from '../facts/store-for-tests.ts'
import { openForwardStage, QOM } from './forward-store.ts'
import { labels } from './harness.ts'

const GROUP = -100200300
const TOPIC = 77

async function openTopic() {
  const stage = await openForwardStage()
  const { server, sara } = stage
  server.group({ id: GROUP, title: 'استانداری', members: [stage.owner, sara] })
  const ask = async (text: string): Promise<Message> => {
    sara.sendText(text, { chat: GROUP, topic: TOPIC })
    return await server.nextMessage(GROUP)
  }
  const press = async (message: Message, label: string): Promise<Message> => {
    sara.press(message, label)
    return await server.nextMessage(GROUP)
  }
  return { ...stage, ask, press }
}

describe('in a topic of a group', () => {
  it('every button of an answer replies in that topic', async () => {
    const { server, ask, press } = await openTopic()
    const answer = await ask(`/ask ${QOM}`)
    const offered = labels(answer).filter((label) => !['فرستادن', 'گزارش اشتباه'].includes(label))
    expect(offered).toEqual(
      expect.arrayContaining(['منبع کامل', 'سال‌های دیگر', 'هدف', 'نمودار', 'فایل', 'خبرم کن']),
    )
    for (const label of offered) {
      const reply = await press(answer, label)
      expect({ label, topic: reply.message_thread_id }).toEqual({ label, topic: TOPIC })
    }
    const places = await press(answer, 'مقایسه با…')
    expect((await press(places, 'یزد')).message_thread_id).toBe(TOPIC)
    expect(server.violations).toEqual([])
  })

  it('a trend and its chart come there, and news of what is watched', async () => {
    const { server, store, ask, press } = await openTopic()
    expect((await ask(`/ask روند ${FACTORIES} قم`)).message_thread_id).toBe(TOPIC)
    const chart = await server.nextMessage(GROUP)
    expect(chart.photo).toBeDefined()
    expect(chart.message_thread_id).toBe(TOPIC)
    await press(await ask(`/ask ${QOM}`), 'خبرم کن')
    const [qom] = (await findObservations(store.db, { period: '1399', kind: 'actual' })).sort(
      (a, b) => a.id - b.id,
    )
    await applyChanges(store, by('الف'), [
      {
        type: 'correct_observation',
        observationId: qom?.id ?? 0,
        expectedRevision: qom?.revision ?? 0,
        content: { quantity: { digits: '41', decimals: 0, power: 0, unit: 'واحد' } },
      },
    ])
    const news = await server.nextMessage(GROUP)
    expect(news.text).toContain('۴۱ واحد')
    expect(news.message_thread_id).toBe(TOPIC)
    expect(server.violations).toEqual([])
  })

  it('news of a topic that is gone come to the group', async () => {
    const { server, store, ask, press } = await openTopic()
    await press(await ask(`/ask ${FACTORIES} یزد در سال ۱۳۹۹`), 'خبرم کن')
    server.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: message thread not found',
    })
    const found = await findObservations(store.db, { period: '1399', kind: 'actual' })
    const yazd = found.find(({ value }) => value === 52)
    await applyChanges(store, by('الف'), [
      {
        type: 'correct_observation',
        observationId: yazd?.id ?? 0,
        expectedRevision: yazd?.revision ?? 0,
        content: { quantity: { digits: '53', decimals: 0, power: 0, unit: 'واحد' } },
      },
    ])
    const news = await server.nextMessage(GROUP)
    expect(news.text).toContain('۵۳ واحد')
    expect(news.message_thread_id).toBeUndefined()
  })

  it('an edited question renews its answer where it stands', async () => {
    const { server, sara } = await openTopic()
    const question = sara.sendText(`/ask ${FACTORIES} قم در سال ۱۳۹۸`, {
      ...{ chat: GROUP, topic: TOPIC },
    })
    const answer = await server.nextMessage(GROUP)
    expect(answer.text).toContain('۲۵ واحد')
    sara.editText(question, `/ask ${QOM}`)
    const renewed = await server.nextEdit(GROUP)
    expect(renewed.message_id).toBe(answer.message_id)
    expect(renewed.text).toContain('۳۷ واحد')
    expect(labels(renewed)).toContain('نمودار')
  })
})
