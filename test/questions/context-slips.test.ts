import { describe, expect, it } from 'vitest'
import { wordsOf } from './vocabulary-for-tests.ts'

/** What the word typed so is taken for first. */
const takenFor = (text: string, typed: string) =>
  wordsOf(text).find((word) => word.typed === typed)?.senses[0]?.form.key

describe('a slip that only its neighbours give away', () => {
  it.each([
    ['asking before a unit', 'گند درصد هدف محقق شد', 'گند', 'چند'],
    ['the year before a year', 'سل ۱۴۰۲ گندم یزد', 'سل', 'سال'],
    ['the verb at the end', 'گندم یزد چقدر تولید کر؟', 'کر', 'کرد'],
    ['the verb at the end, of two letters left', 'میزان گندم یزد ۱۴۰۲ ات؟', 'ات', 'است'],
    ['the participle before it', 'گندم یزد چقدر بوته است؟', 'بوته', 'بوده'],
    ['asking before a unit joined to its name', 'چد واحد راکد یزد', 'چد', 'چند'],
    ['asking before a misspelt verb', 'گندم یزد ۱۴۰۲ قدر بوداه است؟', 'قدر', 'چقدر'],
    ['the season before a year', 'برق یزد در بحار ۱۴۰۲', 'بحار', 'بهار'],
    ['half of a year', 'گندم یزد خیمه دوم ۱۴۰۲', 'خیمه', 'نیمه'],
    ['the year before what tells which', 'گندم یزد در یال گذشته', 'یال', 'سال'],
    ['thousands of a unit', 'گندم یزد چند نزار تن است؟', 'نزار', 'هزار'],
    ['how much', 'گندم یزد چه یزان است؟', 'یزان', 'میزان'],
    ['what is asked, in front', 'ستم یزد از گندم کشور', 'ستم', 'سهم'],
    ['most, of places', 'کنترین گندم مال کدام استان است؟', 'کنترین', 'کمترین'],
    ['most, short of a letter', 'بیشتری گندم مال کدوم استانه؟', 'بیشتری', 'بیشترین'],
    ['whose', 'گندم ماغ کدوم استانه؟', 'ماغ', 'مال'],
    ['as against', 'رشد گندم یزد ۱۴۰۲ نسبیت به ۱۴۰۱', 'نسبیت', 'نسبت'],
    ['the whole of a share', 'سهم یزد از تولید گندم کسور ۱۴۰۲', 'کسور', 'کشور'],
    ['the verb behind per cent', 'بیکاری یزد چند درصد اسد؟', 'اسد', 'است'],
    ['a participle like a name', 'گندم یزد چقدر بیشتر سده؟', 'سده', 'شده'],
    ['an ending too many', 'کمترین گندم مال کدام استان ات؟', 'ات', 'است'],
    ['last year', 'یزد ارسال چند تن گندم داد؟', 'ارسال', 'پارسال'],
    ['a month between a place and a year', 'برق یزد تیز ۱۴۰۲', 'تیز', 'تیر'],
    ['a request', 'گندم یزد ۱۴۰۲ را بفرماید', 'بفرماید', 'بفرمایید'],
    ['an asking word, short', 'تو کرمان چد گندم دادند', 'چد', 'چقد'],
    ['a participle cut short', 'چند تن گندم در یزد ثبت ده است؟', 'ده', 'شده'],
    ['a participle that is a rank elsewhere', 'یزد چقدر گندم ثبت رده؟', 'رده', 'کرده'],
    ['a copula behind a participle', 'گندم یزد چقدر تولید شده دست؟', 'دست', 'است'],
    ['a copula behind a unit', 'تولید گندم یزد ۱۴۰۲ چند تن بد؟', 'بد', 'بود'],
    ['«بود» rather than «شد»', 'هدف گندم یزد ۱۴۰۲ چقدر بد؟', 'بد', 'بود'],
    ['which half', 'گندم یزد نیمه ول ۱۴۰۲', 'ول', 'اول'],
    ['a currency', 'صادرات یزد چند میلیون لار بود؟', 'لار', 'دلار'],
    ['the year before two digits', 'گندم یزد شال ۹۹', 'شال', 'سال'],
    ['a measure in front', 'تعدد واحدهای راکد یزد', 'تعدد', 'تعداد'],
    ['a plural behind a half-space', 'میزان بیکاری‌نای یزد', 'نای', 'های'],
    ['which, in front', 'مدام استان‌ها گندم تولید کردند؟', 'مدام', 'کدام'],
    ['a province where no verb stands', 'تولید گندم زد ۱۴۰۲ چقدر بود؟', 'زد', 'یزد'],
  ])('%s: %s', (_, text, typed, meant) => {
    expect(takenFor(text, typed)).toBe(meant)
  })

  it.each([
    ['behind no year', 'سل یزد', 'سل', 'سال'],
    ['where nothing asks for an amount', 'گندم یزد کر', 'کر', 'کرد'],
    ['where it is the thing counted', 'یزد چند تن شر؟', 'شر', 'شد'],
    ['a word of ours is never doubted', 'گندم درصد', 'گندم', 'چند'],
    ['where another place is said', 'تولید گندم زد ۱۴۰۲ کرمان چقدر بود؟', 'زد', 'یزد'],
    ['where a rank is asked for', 'گندم یزد ۱۴۰۲ چه رده است؟', 'رده', 'کرده'],
    ['where all of them are said', 'تمام استان‌ها گندم تولید کردند؟', 'تمام', 'کدام'],
    ['where nothing was named before', 'یزد چند تن بد؟', 'بد', 'بود'],
    ['a place behind no amount', 'صادرات لار', 'لار', 'دلار'],
    ['of a verb that denies', 'گندم یزد چقدر تولید نشد؟', 'نشد', 'شد'],
    ['where it is sent', 'آمار گندم یزد را ارسال کنید', 'ارسال', 'پارسال'],
    ['where the verb stands in its place', 'یزد چند تن گندم زد؟', 'زد', 'یزد'],
    ['where an amount was asked before', 'چقدر گندم زد ۱۴۰۲', 'زد', 'یزد'],
  ])('%s: %s', (_, text, typed, never) => {
    expect(takenFor(text, typed)).not.toBe(never)
  })
})
