import { describe, expect, it } from 'vitest'
import type { Figure, Part } from '../../src/answers/answer.ts'
import { listParts } from '../../src/answers/figure-list.ts'
import { figure, newLine, text } from '../../src/answers/parts.ts'
import { renderRich } from '../../src/answers/render-rich.ts'

const one = (period: string, value: number): Figure => ({
  value,
  unit: 'واحد',
  qualifier: 'exact',
  kind: 'actual',
  measure: 'level',
  indicator: 'احیای واحدها',
  place: 'قم',
  period,
  periodBasis: 'stated',
  derived: null,
  speaker: null,
  quote: null,
  source: { title: null, publisher: 'ایرنا & <شرکا>', url: null, publishedOn: null },
  observationId: value,
})

describe('a list of figures as a Rich Message', () => {
  it('is a table with a heading, and sources to be unfolded', () => {
    const parts = listParts([one('1398', 25), one('1399', 37)], 'احیای واحدها')
    const note: Part[] = [newLine, text('یادداشت', 'italic')]
    expect(renderRich([...parts, ...note])).toBe(
      '<h3>احیای واحدها</h3><p>قم (عملکرد)</p><table bordered striped>' +
        '<tr><td align="right">سال ۱۳۹۸</td><td align="right"><b>۲۵ واحد</b></td></tr>' +
        '<tr><td align="right">سال ۱۳۹۹</td><td align="right"><b>۳۷ واحد</b></td></tr></table>' +
        '<details><summary>منبع</summary><p>ایرنا &amp; &lt;شرکا&gt;</p></details><p><i>یادداشت</i></p>',
    )
  })

  it('is none for a single figure, for rows without values, or beyond 500 blocks', () => {
    expect(renderRich(listParts([one('1399', 37)], 'احیا'))).toBeNull()
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...one('1399', index + 1),
      place: `شهر ${index}`,
    }))
    expect(renderRich(listParts(many, 'احیا'))).toBeNull()
    expect(renderRich([text('• نمونه'), newLine, text('• نمونهٔ دیگر')])).toBeNull()
  })

  it('keeps every word', () => {
    const ranked: Part[] = ['قم', 'یزد'].flatMap((place, index) => [
      newLine,
      figure(`${index + 1}. ${place}: `, [1]),
      figure('۳۷ واحد', [1]),
    ])
    const html = renderRich([text('رتبه'), ...ranked, newLine, newLine, text('پایان: خوش')]) ?? ''
    for (const said of ['رتبه', '1. قم', '2. یزد', '۳۷ واحد', 'پایان: خوش']) {
      expect(html).toContain(said)
    }
  })
})
