import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from './store-rows.ts'
import { createAsk, type Subject } from './subject.ts'

const FAKE = join(import.meta.dirname, 'fixtures/fake-arqam.js')
const TODAY = { now: '2025-11-24', conversation: null }

describe('the program, asked from outside', () => {
  let subject: Subject
  beforeAll(async () => {
    const rows = readRows(join(import.meta.dirname, 'store.jsonl'))
    subject = await createAsk(rows, { command: ['node', FAKE], perProcess: 2 })
  })
  afterAll(() => subject.close())

  it('gives each of many questions its own answer', async () => {
    const places = ['فارس', 'خوزستان', 'گلستان', 'کرمانشاه', 'ناکجا']
    const answers = await Promise.all(
      places.map((place) => subject.ask(`تولید گندم ${place} ۱۴۰۳`, TODAY)),
    )
    expect(answers.map((answer) => answer.figures[0]?.place)).toEqual([
      'فارس',
      'خوزستان',
      'گلستان',
      'کرمانشاه',
      undefined,
    ])
  })

  it('keeps conversations together, and apart from others', async () => {
    const turn = (question: string, conversation: string | null) =>
      subject.ask(question, { now: '2025-11-24', conversation })
    const [, follow, stranger] = await Promise.all([
      turn('تولید گندم فارس ۱۴۰۳', 'first'),
      turn('سال ۱۴۰۲؟', 'first'),
      turn('سال ۱۴۰۲؟', 'second'),
    ])
    expect(follow?.figures[0]).toMatchObject({ place: 'فارس', period: '1402' })
    expect(stranger?.status).toBe('not_found')
  })

  it('names the question that the program fails on, and answers its neighbours', async () => {
    const [crashed, neighbour] = await Promise.allSettled([
      subject.ask('crash', TODAY),
      subject.ask('تولید گندم فارس ۱۴۰۳', TODAY),
    ])
    expect(crashed).toMatchObject({ status: 'rejected' })
    expect(String(crashed?.status === 'rejected' && crashed.reason)).toMatch(
      /«crash».*ended with 3/,
    )
    expect(neighbour).toMatchObject({ status: 'fulfilled' })
  })
})
