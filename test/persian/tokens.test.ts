import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'

const texts = (text: string) => tokenise(text).map((token) => token.text)

describe('tokens', () => {
  it.each([
    ['تولید گندم', ['تولید', 'گندم']],
    ['واحد‌های راکد', ['واحد', 'های', 'راکد']],
    ['قم؟', ['قم', '?']],
    ['«قم»', ['«', 'قم', '»']],
    ['۱۵۰۰میلیارد', ['1500', 'میلیارد']],
    ['سال۱۴۰۰', ['سال', '1400']],
    ['۱۲٫۵ تن', ['12٫5', 'تن']],
    ['1,200 تن', ['1,200', 'تن']],
    ['۱۴۰۳/۰۷/۱۵', ['1403/07/15']],
    ['۱٬۲۰۰٬۰۰۰', ['1٬200٬000']],
    ['۱۲، ۱۳', ['12', '،', '13']],
    ['۱۲،۱۳', ['12', '،', '13']],
    ['۱۲،۳۰۰', ['12،300']],
    ['GDP قم', ['gdp', 'قم']],
    ["ma'dan", ["ma'dan"]],
    ['یکهزار و هشتصدوبیست', ['یک', 'هزار', 'و', 'هشتصد', 'و', 'بیست']],
    ['', []],
    ['   ', []],
    ['🌾', []],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('tell words, Latin words, numbers and marks apart', () => {
    expect(tokenise('قم qom ۱۲ ؟').map((token) => token.kind)).toEqual([
      'word',
      'latin',
      'number',
      'punctuation',
    ])
  })

  it('know what stands close to the token before', () => {
    expect(tokenise('واحد‌های قم؟ ۵تا').map((token) => token.joined)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ])
  })

  it('know the script of digits', () => {
    expect(tokenise('12 ۱۲').map((token) => token.latinDigits ?? false)).toEqual([true, false])
  })

  it('are pieces of the original text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        let before = 0
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
    )
  })
})
