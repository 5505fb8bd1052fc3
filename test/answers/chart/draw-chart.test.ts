import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawChart } from '../../../src/answers/chart/draw-chart.ts'
import { niceAxis, valueScale } from '../../../src/answers/chart/scale.ts'
import { svgText, textWidth, wrapped } from '../../../src/answers/chart/svg-text.ts'
import { bar, bars, CHARTS, line } from './charts-for-tests.ts'

const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>\u202b([^<]*)\u202c<\/text>/g)].map(([, text = '']) => text)

describe('the text of a picture', () => {
  it('is embedded from right to left, each piece by itself', () => {
    for (const spec of Object.values(CHARTS)) {
      const svg = drawChart(spec)
      expect(textsIn(svg)).toHaveLength(svg.split('<text ').length - 1)
      expect(svg).not.toContain('direction=')
    }
  })

  it('says title, place, unit, values and source', () => {
    const said = textsIn(drawChart(line([21, 25, 37])))
    for (const text of [
      'احیای واحدهای راکد صنعتی',
      'قم (واحد)',
      '۳۷',
      '۱۴۰۴',
      'منبع: خبرگزاری صدا و سیما',
    ]) {
      expect(said).toContain(text)
    }
  })

  it('writes what is missing, and never as zero', () => {
    expect(textsIn(drawChart(line([21, null, 37])))).toContain('گزارش نشده')
    const svg = drawChart(bars([bar('قم', null), bar('یزد', 5)]))
    expect(textsIn(svg)).toContain('گزارش نشده')
    expect(svg.split('<rect ')).toHaveLength(3)
  })

  it('takes out what would break the picture or its order', () => {
    const svg = svgText(' \u202eقم\u2066 \ud800😀 <b>&"\n', 1, 2, { size: 3 })
    expect(svg).toContain('>\u202bقم \ufffd &lt;b&gt;&amp;&quot;\u202c<')
  })

  it('keeps the sign of a negative number at its left', () => {
    expect(textsIn(drawChart(line([-5])))).toContain('\u200e-۵')
  })
})

describe('any values', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
    fc.integer({ min: -(10 ** 6), max: 10 ** 6 }).map((one) => one / 1000),
  )

  it('give a picture without a length that is no number', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const rows = values.map((one) => bar('قم', one))
        for (const svg of [drawChart(line(values)), drawChart(bars(rows))]) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined|(width|height)="-/)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('lie within an axis that holds zero', () => {
    const number = fc.integer({ min: -1e15, max: 1e15 }).map((one) => one / 1000)
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const { low, high, ticks } = niceAxis(values)
        expect(low).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(ticks).toContain(0)
        expect(ticks.length).toBeLessThan(10)
      }),
    )
  })
})

describe('the unit of a chart', () => {
  it.each<[number, string, string, string, boolean]>([
    [37, 'واحد', 'واحد', '۳۷', false],
    [1_200_000_000_000, 'تومان', 'میلیارد تومان', '۱٬۲۰۰', false],
    [2_415_600_000_000, 'تومان', 'میلیارد تومان', '۲٬۴۱۶', true],
    [9_800, 'تن', 'تن', '۹٬۸۰۰', false],
    [63_962, 'تن', 'هزار تن', '۶۴', true],
    [0.25, 'درصد', 'درصد', '۰٫۲۵', false],
  ])('%d %s is in %s', (value, unit, scaled, written, rounds) => {
    const scale = valueScale([value], unit)
    expect(scale.unit).toBe(scaled)
    expect(scale.write(value)).toBe(written)
    expect(scale.rounds).toBe(rounds)
  })
})

describe('long text', () => {
  it('is cut into lines that fit, the last one with «…»', () => {
    const name = 'تسهیلات پرداختی بانک‌های استان به واحدهای تولیدی'
    for (const lines of [wrapped(name, 20, 200, 2), wrapped('ا'.repeat(100), 20, 200, 2)]) {
      expect(lines.length).toBeLessThanOrEqual(2)
      expect(lines.every((one) => textWidth(one, 20) <= 200)).toBe(true)
      expect(lines.at(-1)).toMatch(/…$/)
    }
    expect(wrapped('قم', 20, 200, 2)).toEqual(['قم'])
  })
})
