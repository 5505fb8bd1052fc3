import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/answers/answer.ts'
import { escapeHtml, plainText, renderPages } from '../../src/answers/render.ts'

const RLM = '\u200f'
const text = (text: string, style?: 'bold' | 'italic' | 'quote'): Part =>
  style ? { type: 'text', text, style } : { type: 'text', text }
const figure = (text: string): Part => ({
  type: 'figure',
  text,
  observationIds: [1],
  style: 'bold',
})
const br: Part = { type: 'break' }

const ANSWER: Part[] = [
  text('احیای واحدهای راکد صنعتی در قم، سال ۱۳۹۹: '),
  figure('۳۷ واحد'),
  br,
  br,
  text('«در سال گذشته ۳۷ واحد احیا شد»', 'quote'),
  text('منبع: ایرنا'),
]

describe('rendering an answer', () => {
  it('gives HTML with the figure bold and the quote in a block', () => {
    expect(renderPages(ANSWER).map(({ html }) => html)).toEqual([
      [
        'احیای واحدهای راکد صنعتی در قم، سال ۱۳۹۹: <b>۳۷ واحد</b>',
        '',
        '<blockquote>«در سال گذشته ۳۷ واحد احیا شد»</blockquote>',
        'منبع: ایرنا',
      ].join('\n'),
    ])
  })

  it('gives the same as plain text', () => {
    expect(plainText(ANSWER)).toBe(
      'احیای واحدهای راکد صنعتی در قم، سال ۱۳۹۹: ۳۷ واحد\n\n«در سال گذشته ۳۷ واحد احیا شد»\nمنبع: ایرنا',
    )
  })

  it('keeps a quote of several lines in one block', () => {
    const parts = [text('سخن او:'), text('یک\nدو', 'quote'), text('پایان')]
    expect(renderPages(parts)[0]?.html).toBe('سخن او:\n<blockquote>یک\nدو</blockquote>\nپایان')
  })

  it.each([
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['a & b', 'a &amp; b'],
    ['&lt;', '&amp;lt;'],
  ])('shows %s as it is', (typed, html) => {
    expect(escapeHtml(typed)).toBe(html)
    expect(renderPages([text(`نام ${typed}`)])[0]?.html).toBe(`نام ${html}`)
  })

  it.each([
    ['a line that begins with Latin letters', 'IRNA: خبر', true],
    ['a line of digits only', '۳۷', true],
    ['an address', 'https://example.ir', true],
    ['a Persian line', 'قم', false],
    ['a Persian line behind digits', '۳۷ واحد', false],
    ['a Persian line behind an emoji', '📌 قم', false],
  ])('marks %s as right to left: %#', (_, line, marked) => {
    expect(renderPages([text(line)])[0]?.html).toBe(marked ? RLM + line : line)
  })
})

describe('paging', () => {
  it('cuts between lines', () => {
    const lines = ['سطر یکم', 'سطر دوم', 'سطر سوم'].flatMap((line) => [text(line), br])
    const pages = renderPages(lines, { limit: 16 })
    expect(pages.map((page) => page.text)).toEqual(['سطر یکم\nسطر دوم', 'سطر سوم'])
  })

  it('cuts a line that is too long between words', () => {
    const pages = renderPages([text('یک دو سه چهار پنج', 'quote')], { limit: 10 })
    expect(pages.map((page) => page.html)).toEqual([
      '<blockquote>یک دو سه</blockquote>',
      '<blockquote>چهار پنج</blockquote>',
    ])
  })

  it('never makes a page longer than the limit, and loses no word', () => {
    const word = fc.stringMatching(/^[آ-ی۰-۹a-z<&😀]{1,30}$/u)
    const part = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        text: fc.array(word).map((w) => w.join(' ')),
      }),
      fc.constant(br),
    )
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 70, max: 200 }), (parts, limit) => {
        const pages = renderPages(parts, { limit })
        for (const page of pages) expect(page.text.length).toBeLessThanOrEqual(limit)
        const words = (all: string) => all.replaceAll(RLM, '').split(/\s+/).join('')
        expect(words(pages.map((page) => page.text).join(' '))).toBe(words(plainText(parts)))
      }),
    )
  })
})
