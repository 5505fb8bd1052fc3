import { describe, expect, it } from 'vitest'
import { correctDraft, correctionsIn } from '../../../src/bot/entry/correct-draft.ts'
import { sourceOfPost } from '../../../src/bot/entry/forward-source.ts'
import {
  chosenDraft,
  draftValue,
  isUndecided,
  readReport,
} from '../../../src/bot/entry/read-report.ts'
import { missingIn } from '../../../src/bot/entry/review-figures.ts'
import { sceneOf } from '../../../src/bot/entry/scene.ts'
import { slowWorkHere } from '../../../src/bot/work/slow-work.ts'
import { vocabulary } from '../../ingest/vocabulary-for-tests.ts'

const scene = sceneOf(vocabulary, '2026-11-24')
const TEXT = `استاندار یزد گفت: در سال ۱۳۹۹ در استان یزد تولید گندم به ۱٫۵ میلیون تن رسید.
در سال ۱۳۹۹ تعداد ۵/21 هزار تن عسل در استان یزد تولید شد.`
const { items } = await readReport(TEXT, null, scene, slowWorkHere)
const [wheat, honey] = items

describe('the cards of a report', () => {
  it('keep a value as the report writes it', () => {
    expect(wheat?.fields).toMatchObject({
      indicatorId: 4,
      placeId: 3,
      value: { quantity: { digits: '15', decimals: 1, power: 6 } },
      unit: 'تن',
    })
  })

  it('leave open what can be read in two ways', () => {
    expect(honey && isUndecided(honey)).toBe(true)
    expect(honey && missingIn(honey)).toEqual(['value'])
  })
})

describe('one end of a range', () => {
  const RANGE = 'استاندار یزد گفت: در سال ۱۳۹۹ در استان یزد ۳۰ تا ۴۰ هزار تن گندم تولید شد.'
  const ranged = async () => {
    const [item] = (await readReport(RANGE, null, scene, slowWorkHere)).items
    if (item === undefined) throw new Error('no figure was found')
    return item
  }

  it('is left for the reviewer to choose', async () => {
    expect(isUndecided(await ranged())).toBe(true)
  })

  it.each([
    [30_000, 'at_least'],
    [40_000, 'at_most'],
  ])('is a bound when it is chosen: %d', async (value, qualifier) => {
    const { draft } = await ranged()
    expect(draft.alternatives).toContain(value)
    expect(draftValue(chosenDraft(draft, value), value).value.qualifier).toBe(qualifier)
  })

  it.each([
    ['۳۰ هزار تن', 'at_least'],
    ['۴۰ هزار تن', 'at_most'],
    ['حدود ۳۰ هزار تن', 'about'],
    ['۳۵ هزار تن', 'exact'],
  ])('is a bound when it is typed: %s', async (text, qualifier) => {
    const { item, problems } = correctDraft(await ranged(), { field: 'value', text }, scene)
    expect(problems).toEqual([])
    expect(item.fields.value?.qualifier).toBe(qualifier)
  })
})

describe('a correction', () => {
  it.each([
    ['مقدار ۳۸ واحد', [{ field: 'value', text: '۳۸ واحد' }]],
    [
      'دوره: ۱۴۰۰\nنوع هدف',
      [
        { field: 'period', text: '۱۴۰۰' },
        { field: 'kind', text: 'هدف' },
      ],
    ],
    ['شاخص تولید گندم', [{ field: 'indicator', text: 'تولید گندم' }]],
    ['۶ ۳۸ واحد', null],
    ['تولید گندم یزد', null],
    ['مقدار ۳۸\nو دیگر هیچ', null],
    ['', null],
  ])('is read by its labels: %s', (text, expected) => {
    expect(correctionsIn(text)).toEqual(expected)
  })

  it.each([
    ['value', '۲ میلیون تن', { value: { quantity: { digits: '2', power: 6 } }, unit: 'تن' }],
    ['unit', 'کیلوگرم', { unit: 'کیلوگرم' }],
    ['place', 'قم', { placeId: 2 }],
    ['indicator', 'تولید جو', { newIndicator: 'تولید جو' }],
    ['speaker', 'هیچ', { speaker: null }],
  ] as const)('of %s: %s', (field, text, expected) => {
    if (!wheat) throw new Error('no card')
    const { item, problems } = correctDraft(wheat, { field, text }, scene)
    expect(problems).toEqual([])
    expect(item.fields).toMatchObject(expected)
    expect(item.touched).toBe(true)
  })

  it.each([
    ['value', '۲'],
    ['unit', 'میلیون تن'],
    ['place', 'هرات'],
    ['period', 'یک روزی'],
    ['kind', 'شاید'],
  ] as const)('of %s is refused: %s', (field, text) => {
    if (!wheat) throw new Error('no card')
    const { item, problems } = correctDraft(wheat, { field, text }, scene)
    expect(problems).toHaveLength(1)
    expect(item).toBe(wheat)
  })

  it('takes back the approval', () => {
    if (!wheat) throw new Error('no card')
    const approved = { ...wheat, status: 'approved' as const }
    expect(correctDraft(approved, { field: 'place', text: 'قم' }, scene).item.status).toBe('open')
  })
})

describe('the source of a forwarded post', () => {
  const date = Date.parse('2021-05-01T21:00:00Z') / 1000
  const chat = { id: -1001234567890, type: 'channel' as const, title: 'خبر قم' }

  it('is the channel, the link and the day in Tehran', () => {
    const origin = { type: 'channel' as const, chat, message_id: 5, date }
    expect(sourceOfPost(origin, 'عنوان\nمتن')).toEqual({
      title: 'عنوان',
      publisher: 'خبر قم',
      url: 'https://t.me/c/1234567890/5',
      publishedOn: '2021-05-02',
    })
    const named = { ...origin, chat: { ...chat, username: 'qom' } }
    expect(sourceOfPost(named, 'یک سطر')).toMatchObject({ title: null, url: 'https://t.me/qom/5' })
  })

  it('is not told by who forwarded a text of someone', () => {
    const origin = { type: 'hidden_user' as const, sender_user_name: 'الف', date }
    for (const one of [origin, undefined]) {
      expect(sourceOfPost(one, 'متن')).toMatchObject({ publisher: null, publishedOn: null })
    }
  })
})
