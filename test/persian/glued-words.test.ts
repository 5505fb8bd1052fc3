import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'

describe('number words written as one are tokens of their own', () => {
  it.each([
    ['یکهزار', 'یک|هزار'],
    ['هشتصدوبیست', 'هشتصد|و|بیست'],
    ['بیستویکم', 'بیست|و|یکم'],
    ['سی‌ودو', 'سی|و|دو'],
    ['۱۵۰۰میلیاردتومان', '1500|میلیارد|تومان'],
    ['هزارتن', 'هزار|تن'],
    ['هزارو ۲۰۰', 'هزار|و|200'],
    ['یکسوم', 'یک|سوم'],
    ['دوبرابر', 'دو|برابر'],
  ])('%s', (text, expected) => {
    const tokens = tokenise(text)
    expect(tokens.map((token) => token.text).join('|')).toBe(expected)
    expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
      text.replace(/[ \u200c]/g, ''),
    )
  })

  it.each([
    'سیده',
    'دوده',
    'دوست',
    'سهم',
    'سیم',
    'نهاد',
    'دهستان',
    'هزاره',
    'چهارمحال',
    'هفتگل',
    'سیو',
    'یکدیگر',
  ])('leaves «%s» whole', (word) => {
    expect(tokenise(word).map((token) => token.text)).toEqual([word])
  })
})

describe('the digits of a number token', () => {
  it('keep separators, but a comma of a list separates', () => {
    expect(tokenise('۱٬۲۰۰ 12.5 1403/07/15').map((token) => token.text)).toEqual([
      '1٬200',
      '12.5',
      '1403/07/15',
    ])
    expect(tokenise('۲۰،۳۰').map((token) => token.text)).toEqual(['20', '،', '30'])
    expect(tokenise('۱،۲۰۰').map((token) => token.text)).toEqual(['1،200'])
  })

  it('remember that they were Latin', () => {
    expect(tokenise('8/19 ۸/۱۹').map((token) => token.latinDigits)).toEqual([true, undefined])
  })
})
