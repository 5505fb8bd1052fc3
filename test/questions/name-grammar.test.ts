import { describe, expect, it } from 'vitest'
import { listener, vocabularyOf } from './names-alone.ts'

const EXPORTS = 'صادرات غیر از نفت و میعانات'
const LATE = 'پروژه‌های عقب‌مانده از برنامه'
const WEEK = 'طرح‌های هفته دولت'
const OPENED = 'پروژه‌های افتتاح‌شده در هفته دولت'
const ESTATES = 'واحدهای صنعتی فعال مستقر در شهرک‌های صنعتی'
const AREAS = 'واحدهای صنعتی فعال در نواحی صنعتی'
const hear = listener(
  vocabularyOf([
    [EXPORTS, 'تن'],
    [LATE, 'پروژه'],
    [WEEK, 'طرح'],
    [OPENED, 'پروژه'],
    [ESTATES, 'واحد'],
    [AREAS, 'واحد'],
  ]),
)

describe('words of a name ask for no condition, no aspect and no period', () => {
  it.each([
    ['صادرات غیر از نفت و میعانات یزد ۱۴۰۲', `${EXPORTS} · یزد · 1402`],
    ['صادرات یزد به غیر از نفت و میعانات در ۱۴۰۲', `${EXPORTS} · یزد · 1402`],
    ['چند پروژه عقب مانده از برنامه در یزد پارسال بود', `${LATE} · یزد · 1403`],
    ['پروژه‌های عقب‌مانده یزد ۱۴۰۲', `${LATE} · یزد · 1402`],
    ['هدف پروژه‌های عقب‌مانده از برنامه یزد ۱۴۰۴', `${LATE} · یزد · 1404 · target`],
    ['طرح‌های هفته دولت امسال یزد', `${WEEK} · یزد · 1404`],
    ['در هفته دولت ۱۴۰۲ یزد چند طرح داشت', `${WEEK} · یزد · 1402`],
    ['هفته دولت امسال تو یزد چند تا پروژه افتتاح شد', `${OPENED} · یزد · 1404`],
    ['در هفته دولت سال ۱۴۰۳ چند پروژه در یزد افتتاح شد', `${OPENED} · یزد · 1403`],
  ])('%s', (text, expected) => {
    expect(hear(text)).toBe(expected)
  })
})

describe('said beside the name, or in part, they ask for something else', () => {
  it.each([
    'صادرات غیر از نفت یزد ۱۴۰۲',
    'صادرات غیر از میعانات یزد ۱۴۰۲',
    'صادرات نفت و میعانات یزد ۱۴۰۲',
    'صادرات غیر از نفت و میعانات و پتروشیمی یزد ۱۴۰۲',
    'صادرات غیر از نفت و میعانات به جز فرش یزد ۱۴۰۲',
    'صادرات یزد ۱۴۰۲',
    'پروژه‌های افتتاح‌شده در هفته وحدت یزد ۱۴۰۲',
    'پروژه‌های افتتاح‌شده هفته گذشته یزد',
    'پروژه‌های افتتاح‌شده این هفته یزد',
    'پروژه‌های افتتاح‌شده یزد ۱۴۰۲',
  ])('refused or asked back: %s', (text) => {
    expect(hear(text)).toMatch(/^(unexplained|asked back)/)
  })
})

describe('a word that stands twice in a name is heard twice', () => {
  it.each([
    ['واحدهای صنعتی فعال مستقر در شهرک های صنعتی یزد ۱۴۰۲', ESTATES],
    ['واحدهای فعال مستقر در شهرک‌های صنعتی یزد ۱۴۰۲', ESTATES],
    ['واحدهای صنعتی فعال نواحی صنعتی یزد ۱۴۰۲', AREAS],
  ])('%s', (text, name) => {
    expect(hear(text)).toBe(`${name} · یزد · 1402`)
  })
})
