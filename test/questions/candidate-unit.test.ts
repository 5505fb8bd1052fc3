import { describe, expect, it } from 'vitest'
import { indicatorNamed, questionOf, understand } from './vocabulary-for-tests.ts'

const askedOf = (text: string) => questionOf(text).indicator?.value

describe('what things are counted by', () => {
  it.each([
    ['چند واحد راکد تو یزد احیا شد؟', 'احیای واحدهای راکد صنعتی'],
    ['چند کارخونه راکد تو یزد احیا شد؟', 'احیای واحدهای راکد صنعتی'],
    ['چند مورد واحد راکد تو یزد احیا شد؟', 'احیای واحدهای راکد صنعتی'],
    ['چند معدن راکد تو یزد احیا شد؟', 'احیای معادن راکد'],
    ['چند جواز تأسیس صنعتی تو یزد دادن؟', 'جواز تأسیس صنعتی'],
  ])('«%s» asks for %s', (question, indicator) => {
    expect(askedOf(question)).toBe(indicatorNamed(indicator))
  })

  it.each([
    ['چند هتل راکد تو یزد احیا شد؟', 'هتل'],
    ['پارسال چند روستای راکد یزد احیا شد؟', 'روستا'],
    ['احیای واحدهای راکد یزد چقدر محصول داد؟', 'محصول'],
    ['چند مدرسه در یزد پروانه بهره‌برداری صنعتی گرفت؟', 'مدرسه'],
  ])('«%s» is counted in no such thing', (question, unit) => {
    const one = understand(question)
    expect(one.status).not.toBe('understood')
    if (one.status === 'unexplained') expect(one.otherUnit ?? one.words.join(' ')).toContain(unit)
  })
})
