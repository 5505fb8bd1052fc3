import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeStemOf, stemsOf } from '../../src/persian/morphology.ts'

describe('stems', () => {
  it.each([
    ['واحدها', 'واحد'],
    ['واحدهای', 'واحد'],
    ['واحدهایی', 'واحد'],
    ['واحدهایشان', 'واحد'],
    ['واحداشون', 'واحد'],
    ['بانکای', 'بانک'],
    ['احیای', 'احیا'],
    ['احیاشده', 'احیا'],
    ['صنعتی', 'صنعت'],
    ['کارگران', 'کارگر'],
    ['تولیدات', 'تولید'],
    ['کارخانجات', 'کارخانه'],
    ['کارخونه', 'کارخانه'],
    ['معادن', 'معدن'],
    ['صنایع', 'صنعت'],
    ['موانع', 'مانع'],
    ['تولیدکنندگان', 'تولیدکننده'],
    ['بزرگترین', 'بزرگ'],
    ['هدفش', 'هدف'],
    ['پرداختی', 'پرداخت'],
    ['گندمو', 'گندم'],
  ])('%s may be %s', (word, stem) => {
    expect(stemsOf(word)).toContain(stem)
  })

  it.each([
    ['قم', []],
    ['جو', []],
    ['یزد', []],
    ['گندم', []],
  ])('%s is no inflection', (word, stems) => {
    expect(stemsOf(word)).toEqual(stems)
  })

  it('come nearest first', () => {
    expect(stemsOf('واحدهای')[0]).toBe('واحد')
  })

  it('never hold the word itself, nor anything twice, nor less than two letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ابتدرسشکلمنوهی'), maxLength: 14 }),
        (word) => {
          const stems = stemsOf(word)
          expect(stems).not.toContain(word)
          expect(new Set(stems).size).toBe(stems.length)
          for (const stem of stems) expect(stem.length).toBeGreaterThanOrEqual(2)
        },
      ),
    )
  })
})

describe('the close stem', () => {
  it.each([
    ['یزدی', 'یزد'],
    ['قمی', 'قم'],
    ['استانها', 'استان'],
    ['هدفش', 'هدف'],
    ['تهرانو', 'تهران'],
  ])('takes one common ending off: %s', (word, stem) => {
    expect(closeStemOf(word)).toBe(stem)
  })

  // «کرماناه» is not «کرمان», «گیلانات» not «گیلان».
  it.each(['کرمان', 'قم', 'گیلانات', 'سمنان'])('leaves %s alone', (word) => {
    expect(closeStemOf(word)).toBeNull()
  })
})
