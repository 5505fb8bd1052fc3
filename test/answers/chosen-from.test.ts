import { describe, expect, it } from 'vitest'
import { chosenFrom } from '../../src/answers/chosen-from.ts'

const labelled = (...labels: string[]) => labels.map((label) => ({ label }))

const INDICATORS = labelled(
  'احیای واحدهای راکد صنعتی، قم',
  'احیای واحدهای راکد معدنی، قم',
  'اشتغال ایجادشده از احیای واحدهای راکد، قم',
)
const PLACES = labelled('قم', 'شهرستان قم (قم)')
const YEARS = labelled('سال ۱۳۹۹', 'سال ۱۴۰۰')

describe('an answer to offered choices', () => {
  it.each([
    ['۱', 0],
    ['1', 0],
    ['٣', 2],
    ['اولی', 0],
    ['اول', 0],
    ['دومی', 1],
    ['سومی', 2],
    ['سوم', 2],
    ['دو', 1],
    ['گزینه ۲', 1],
    ['گزینهٔ دوم', 1],
    ['همون سومی رو', 2],
    ['شماره ۳ لطفا', 2],
    ['آخری', 2],
    ['«۲»', 1],
  ])('by its number: %s', (text, position) => {
    expect(chosenFrom(text, INDICATORS)).toBe(INDICATORS[position])
  })

  it.each([
    ['احیای واحدهای راکد معدنی، قم', INDICATORS, 1],
    ['احياي واحدهاي راكد معدني قم', INDICATORS, 1],
    ['معدنی', INDICATORS, 1],
    ['صنعتی', INDICATORS, 0],
    ['اشتغال', INDICATORS, 2],
    ['اشتغالش', INDICATORS, 2],
    ['منظورم صنعتی بود', INDICATORS, 0],
    ['قم', PLACES, 0],
    ['استان قم', PLACES, 0],
    ['شهرستان قم', PLACES, 1],
    ['شهرستان', PLACES, 1],
    ['۱۳۹۹', YEARS, 0],
    ['سال ۱۴۰۰', YEARS, 1],
  ])('by its words: %s', (text, choices, position) => {
    expect(chosenFrom(text, choices)).toBe(choices[position])
  })

  it.each([
    ['۴', INDICATORS],
    ['۰', INDICATORS],
    ['چهارمی', INDICATORS],
    ['احیای واحدهای راکد', INDICATORS],
    ['قم', INDICATORS],
    ['در یزد چطور؟', INDICATORS],
    ['قیمت دلار', INDICATORS],
    ['معدنی یزد', INDICATORS],
    ['۱۴۰۱', YEARS],
    ['سال', YEARS],
    ['', INDICATORS],
    ['؟', INDICATORS],
    ['لطفا', INDICATORS],
    ['۱', []],
  ])('is none of them, or not one only: %s', (text, choices) => {
    expect(chosenFrom(text, choices)).toBeNull()
  })

  it('does not choose between two of one name', () => {
    expect(chosenFrom('مهر', labelled('مهر', 'مهر'))).toBeNull()
  })
})
