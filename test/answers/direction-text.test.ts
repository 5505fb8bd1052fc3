import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import { achievedShare, changeOver, gapToTarget } from '../../src/answers/derive.ts'
import { directedText } from '../../src/answers/direction-text.ts'
import { valueText } from '../../src/answers/figure-text.ts'
import { texts } from '../../src/answers/texts.fa.ts'
import type { Qualifier } from '../../src/facts/types.ts'

const figure = (value: number, rest: Partial<Figure> = {}): Figure => ({
  ...{ value, unit: 'تن', qualifier: 'exact', kind: 'actual', measure: 'level' },
  ...{ indicator: 'تولید گندم', place: 'یزد', period: '1399', periodBasis: 'stated' },
  ...{ derived: null, speaker: null, quote: null, source: null, observationId: 1 },
  ...rest,
})

const change = (now: number, qualifier: Qualifier, before: number) =>
  changeOver(figure(now, { qualifier }), figure(before, { period: '1398' }))
const gap = (now: number, qualifier: Qualifier, target: number) =>
  gapToTarget(figure(now, { qualifier }), figure(target, { kind: 'target' }))

describe('a change', () => {
  it.each([
    ['more than 120 after 100', change(120, 'more_than', 100), 'بیش از ۲۰ درصد افزایش'],
    // More than 90 of 100 is a fall of less than 10, not of more.
    ['more than 90 after 100', change(90, 'more_than', 100), 'کمتر از ۱۰ درصد کاهش'],
    ['at most 90 after 100', change(90, 'at_most', 100), 'حداقل ۱۰ درصد کاهش'],
    ['the same', change(100, 'exact', 100), 'بدون تغییر'],
    ['more than the same', change(100, 'more_than', 100), 'افزایش، به اندازه‌ای نامعلوم'],
    ['at least the same', change(100, 'at_least', 100), 'بدون تغییر یا افزایش'],
    ['about the same', change(100, 'about', 100), 'تقریباً بدون تغییر'],
    ['a hair more', change(100_001, 'exact', 100_000), 'تقریباً بدون تغییر'],
    ['as its source worded it', figure(-10, STATED('more_than')), 'بیش از ۱۰ درصد کاهش'],
  ])('%s', (_, one, expected) => {
    expect(one && valueText(one)).toBe(expected)
  })
})

function STATED(qualifier: Qualifier): Partial<Figure> {
  return { qualifier, unit: 'درصد', measure: 'change' }
}

describe('a gap to the target', () => {
  it.each([
    ['below', gap(40, 'exact', 50), '۱۰ تن پایین‌تر از هدف'],
    ['more than 40 of 50', gap(40, 'more_than', 50), 'کمتر از ۱۰ تن پایین‌تر از هدف'],
    ['above', gap(60, 'more_than', 50), 'بیش از ۱۰ تن بالاتر از هدف'],
    ['reached', gap(50, 'exact', 50), 'برابر با هدف'],
    ['more than reached', gap(50, 'more_than', 50), 'بالاتر از هدف، به اندازه‌ای نامعلوم'],
  ])('%s', (_, one, expected) => {
    expect(one && directedText(one, texts.toTarget)).toBe(expected)
  })
})

describe('a bound that is shown rounded', () => {
  it.each([
    // 200 of 135 is 148.148…; 1117 of 754 is 148.143…; never is more claimed than is known.
    ['more_than', 1119, 755, 'بیش از ۱۴۸٫۲ درصد'],
    ['more_than', 1118, 754, 'بیش از ۱۴۸٫۲ درصد'],
    ['more_than', 3708, 2500.5, 'بیش از ۱۴۸٫۲ درصد'],
    ['at_least', 1118.9, 755, 'حداقل ۱۴۸٫۱ درصد'],
    ['less_than', 1117, 754, 'کمتر از ۱۴۸٫۲ درصد'],
    ['exact', 1118.9, 755, 'حدود ۱۴۸٫۲ درصد'],
  ] as const)('%s %d of %d', (qualifier, actual, target, expected) => {
    const share = achievedShare(figure(actual, { qualifier }), figure(target, { kind: 'target' }))
    expect(share && valueText(share)).toBe(expected)
  })
})
