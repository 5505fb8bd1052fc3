import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/ingest/draft.ts'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { vocabulary } from './vocabulary-for-tests.ts'

const draftsOf = (text: string) => extractDrafts(text, { vocabulary, publishedOn: '2021-05-01' })
const each = (text: string, part: (draft: Draft) => unknown) => draftsOf(text).map(part)

describe('kind and measure', () => {
  it.each([
    ['احیای ۳۵ واحد راکد هدف‌گذاری شده است.', ['target level']],
    [
      'احیای ۳۵ واحد راکد هدفگذاری شد که موفق شدیم ۳۷ واحد را احیا کنیم.',
      ['target level', 'actual level'],
    ],
    ['قرار است ۲۵ واحد احیا شود.', ['target level']],
    ['۱۰۰ پروژه را واگذار خواهیم کرد.', ['target level']],
    ['ظرفیت به ۷۰۰ هزار تن خواهد رسید.', ['forecast level']],
    ['پیش‌بینی می‌شود ۵۳۸۰ تن عسل برداشت شود.', ['forecast level']],
    ['۳۷ واحد راکد احیا شد.', ['actual level']],
    ['توانستیم ۲۶ واحد را به کار برگردانیم.', ['actual level']],
    ['۳۰ درصد افزایش داشته است.', ['actual change']],
    ['از افزایش ۳۶ درصدی صادرات خبر داد.', ['actual change']],
    [
      'از نظر وزنی ۵۳ درصد و از نظر ارزشی ۳۹ درصد کاهش داشته است.',
      ['actual change', 'actual change'],
    ],
    ['۷۸ درصد آن اجرایی شده است.', ['actual share']],
    ['۸۵ درصد از اراضی آبیاری می‌شود.', ['actual share']],
    ['نرخ بیکاری استان ۱۱ درصد است.', ['actual level']],
    ['ضایعات به پنج درصد کاهش یافته است.', ['actual share']],
    ['استان در این شاخص رتبه سوم را دارد.', ['actual rank']],
    ['تولید دو برابر شد.', ['actual change']],
    ['از ۹ هزار شغل تعهد شده ۶ هزار شغل ثبت شده است.', ['target level', 'actual level']],
    ['۷۹ پروژه قابل افتتاح است.', ['target level']],
    ['۴۰ واحد هدف گذاری شده که ۳۰ درصد افزایش داشته است.', ['target level', 'target change']],
  ])('%s', (text, expected) => {
    expect(each(text, ({ kind, measure }) => `${kind} ${measure}`)).toEqual(expected)
  })
})

describe('period', () => {
  it.each([
    ['در سال گذشته ۳۷ واحد احیا شد.', ['1399 inferred']],
    ['در سال ۹۷ تعداد ۳۷ واحد احیا شد.', ['1397 stated']],
    ['۸۷ بازدید در نیمه دوم سال گذشته انجام شد.', ['1399-H2 inferred']],
    ['تاکنون ۳۷ واحد احیا شده است.', ['../1400 inferred']],
    ['۳۷ واحد احیا شده است.', ['../1400 inferred']],
    ['۳۵ واحد را احیا خواهیم کرد.', ['null null']],
    [
      'تاکنون ۱۲ میلیارد تومان هزینه شده و ۷ میلیارد تومان دیگر نیاز است.',
      ['../1400 inferred', 'null null'],
    ],
    [
      '۹۸ صندوق راه‌اندازی و از ابتدای سال گذشته ۲۵ میلیارد ریال پرداخت شد.',
      ['../1400 inferred', '1399-01-01/1400-02-11 inferred'],
    ],
    [
      'در سال ۹۷ تعداد ۳ واحد احیا شد و همچنین ۴ واحد آماده است.',
      ['1397 stated', '../1400 inferred'],
    ],
    ['امسال ۵۰ تن تولید شد که نسبت به ۴۰ تن سال قبل رشد دارد.', ['1400 inferred', '1399 inferred']],
    [
      'در سال گذشته ۲۵ واحد هدف بود. در این مدت ۳۷ واحد احیا شد.',
      ['1399 inferred', '1399 inferred'],
    ],
  ])('%s', (text, expected) => {
    expect(each(text, ({ period, periodBasis }) => `${period} ${periodBasis}`)).toEqual(expected)
  })

  it('stays unresolved when the day of the report is not known', () => {
    const [draft] = extractDrafts('در سال گذشته ۳۷ واحد احیا شد.', { vocabulary })
    expect(draft).toMatchObject({ period: null, periodText: 'سال گذشته', periodBasis: null })
  })
})

describe('place', () => {
  it.each([
    ['۱۷ واحد در استان یزد احیا شد.', ['یزد']],
    ['استان گیلان ۲ هزار تن، مازندران ۳ هزار تن تولید کرد.', ['گیلان', 'مازندران']],
    ['به گزارش خبرگزاری فارس، ۱۷ واحد در یزد احیا شد.', ['یزد']],
    ['۱۰ هزار هکتار تاکستان در قم داریم.', ['قم']],
    ['۱۷ واحد در استان های گیلان و مازندران احیا شد.', [null]],
    ['کل صادرات کشور ۴۴ میلیارد دلار است.', ['کل کشور']],
    ['این نرخ در کشور ۲۲ درصد و در گیلان ۳۶ درصد است.', ['کل کشور', 'گیلان']],
    ['مدیرکل بنادر گیلان از تولید ۸ تن در یزد خبر داد.', ['یزد']],
    ['مدیرکل بنادر گیلان از تولید ۸ تن خبر داد.', ['گیلان']],
    ['قم - استاندار یزد از تولید ۸ تن خبر داد.', ['یزد']],
  ])('%s', (text, expected) => {
    expect(each(text, ({ place }) => place)).toEqual(expected)
  })

  it('is that of the outlet when the report names none', () => {
    const [draft] = extractDrafts('۱۷ واحد احیا شد.', { vocabulary, place: 'قم' })
    expect(draft?.place).toBe('قم')
  })
})

describe('speaker', () => {
  it('is followed from office and name through surname and pronoun', () => {
    const text = `مدیرکل صنعت یزد گفت: ۱۱ واحد احیا شد.
به گزارش خبرنگار ما، علی رضایی روز شنبه در جمع خبرنگاران افزود: ۱۲ واحد تعطیل است.
وی ادامه داد: ۱۳ واحد در صف است.
رضایی گفت: ۱۴ واحد می‌ماند.
۱۵ واحد هم جدید است.
استاندار نیز گفت: ۱۶ واحد بازدید شد.
گفتنی است ۱۷ واحد در فهرست است.`
    const him = 'علی رضایی، مدیرکل صنعت یزد'
    expect(each(text, ({ speaker }) => speaker)).toEqual([
      him,
      him,
      him,
      him,
      him,
      'استاندار',
      null,
    ])
  })

  it('is the one that words are quoted after', () => {
    expect(each('به گفته استاندار یزد، ۱۷ واحد احیا شد.', ({ speaker }) => speaker)).toEqual([
      'استاندار یزد',
    ])
  })

  it.each(['به گفته وی ۱۸ واحد', 'به گفته او، ۱۸ واحد', 'به گفته ی وی ۱۸ واحد'])(
    'is the one before where it is a pronoun that is quoted: %s',
    (then) => {
      const text = `علی رضایی، استاندار قم گفت: ۱۷ واحد احیا شد.\n${then} تعطیل است.`
      const him = 'علی رضایی، استاندار قم'
      expect(each(text, ({ speaker }) => speaker)).toEqual([him, him])
    },
  )
})

describe('indicator', () => {
  it.each([
    ['احیا ۲۵ واحد راکد صنعتی هدف گذاری شده بود.', 'احیای واحدهای راکد صنعتی'],
    ['استان قم در تامین منابع مالی ملی با جذب ۱۱۷ درصدی پیشرو بود.', 'جذب منابع مالی ملی'],
    ['۲۰ هزار تن گندم تولید شد.', 'تولید گندم'],
    ['۲۰ هزار تن جو تولید شد.', null],
    ['۲۵ واحد مسکونی احیا شد.', null],
  ])('%s', (text, expected) => {
    expect(each(text, ({ matchedIndicator }) => matchedIndicator)).toEqual([expected])
  })
})

describe('the day of the report', () => {
  it.each([
    ['یکشنبه ۱۲ اردیبهشت ۱۴۰۰\nاستاندار گفت: در سال گذشته ۳۷ واحد احیا شد.', '1399'],
    ['2019-08-26 (1398/06/04)\n\nاستاندار گفت: در سال گذشته ۳۷ واحد احیا شد.', '1397'],
    ['۱۲ اردیبهشت ۱۴۰۰ کار آغاز شد\nاستاندار گفت: در سال گذشته ۳۷ واحد احیا شد.', null],
  ])('is read from a line of its own: %j', (text, expected) => {
    const drafts = extractDrafts(text, { vocabulary })
    expect(drafts.map(({ period }) => period)).toEqual([expected])
  })
})
