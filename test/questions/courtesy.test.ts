import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { courteousConditions } from '../../src/questions/courtesy.ts'
import { outcomeOf, understand } from './vocabulary-for-tests.ts'

const spans = (text: string) => courteousConditions(text.split(' ').map(key))

describe('a clause that begins as a condition and only asks politely', () => {
  it.each([
    ['اگه میشه بگید', [0, 2]],
    ['اگر ممکنه بگید', [0, 2]],
    ['اگر ممکن است اعلام فرمایید', [0, 3]],
    ['بگید اگه زحمتی نیست', [1, 4]],
    ['اگه لطف کنید', [0, 3]],
    ['اگه خبر داری بگو', [0, 3]],
    ['چنانچه آماری در اختیار دارید اعلام فرمایید', [0, 5]],
    ['در صورتی که امکان دارد', [0, 5]],
  ])('%s', (text, [from, to]) => {
    expect(spans(text)).toEqual([{ from, to }])
  })

  it.each([
    'اگر باران ببارد',
    'اگر فقط گندم دیم دارید',
    'چنانچه آماری از بخش خصوصی دارید',
    'اگه نشد',
    'اگر زنان باشند',
    'اگر قیمت ممکن است بالا برود',
    'اگر',
    'اگه',
  ])('%s may restrict', (text) => {
    expect(spans(text)).toEqual([])
  })
})

const WHEAT = { indicator: 'تولید گندم', place: 'یزد', period: '1399' }

describe('a question in its frame', () => {
  it.each([
    'میخواستم بدونم تولید گندم یزد ۱۳۹۹',
    'می خواستم بدونم تولید گندم یزد ۱۳۹۹',
    'میخوام بدونم تولید گندم یزد ۱۳۹۹',
    'میشه بدونم تولید گندم یزد ۱۳۹۹',
    'می‌خواستم بدونیم تولید گندم یزد ۱۳۹۹',
    'میخاستم بدونم تولید گندم یزد ۱۳۹۹',
    'میخواستم بدانم تولید گندم یزد ۱۳۹۹',
    'اگه میشه بگید تولید گندم یزد ۱۳۹۹',
    'تولید گندم یزد ۱۳۹۹ رو اگه ممکنه بگید',
    'چنانچه آماری در اختیار دارید تولید گندم یزد ۱۳۹۹ را اعلام فرمایید',
    'mikhastam bedoonam tolid gandom yazd 99',
    'mikham bedunam tolid gandom yazd 99',
    'age mishe begid tolid gandom yazd 99',
  ])('%s', (text) => {
    expect(outcomeOf(text)).toEqual(WHEAT)
  })
})

describe('words that restrict are never taken for courtesy', () => {
  it.each([
    'میخواستم بدونم تولید گندم بدون یزد ۱۳۹۹',
    'تولید بدون گندم یزد ۱۳۹۹',
    'tolid bedone gandom yazd 99',
    'tolid bedoone gandom yazd 99',
    'اگر باران نبارد تولید گندم یزد ۱۳۹۹',
    'اگه فقط آمار زنان دارید تولید گندم یزد ۱۳۹۹',
  ])('%s', (text) => {
    expect(understand(text).status).toBe('unexplained')
  })
})

describe('a refusal names what stands in the way', () => {
  it.each([
    ['تولید گندم یزد نشد', { conditions: ['نشد'] }],
    ['تولید گندم یزد بیشتر از', { conditions: ['بیشتر از'] }],
    ['تولید گندم یزد فقط', { words: ['فقط'] }],
  ])('%s', (text, expected) => {
    expect(understand(text)).toMatchObject({ status: 'unexplained', ...expected })
  })
})
