import { describe, expect, it } from 'vitest'
import { withFormulasReadable } from '../../src/answers/formula-direction.ts'

/** Isolates as brackets that can be seen. */
const seen = (text: string) =>
  withFormulasReadable(text)
    .replaceAll('\u2066', '⟦')
    .replaceAll('\u2069', '⟧')
    .replaceAll('\u00a0', ' ')

describe('a working among Persian words', () => {
  it.each([
    ['تحقق: ۱۴۸ درصد (۳۷ ÷ ۲۵)', 'تحقق: ۱۴۸ درصد (⟦۳۷ ÷ ۲۵⟧)'],
    ['محاسبه: (۱٬۵۴۰ − ۱٬۵۲۵) ÷ ۱٬۵۲۵', 'محاسبه: ⟦(۱٬۵۴۰ − ۱٬۵۲۵) ÷ ۱٬۵۲۵⟧'],
    ['(۱ + ۲٫۵ + ۳) ÷ ۳ میلیارد تومان', '⟦(۱ + ۲٫۵ + ۳) ÷ ۳⟧ میلیارد تومان'],
    ['(1,540 − 1,525) ÷ 1,525', '⟦(1,540 − 1,525) ÷ 1,525⟧'],
    ['تبدیل شده است (× ۱۰).', 'تبدیل شده است (⟦× ۱۰⟧).'],
    ['\u200e-۵ − ۳', '⟦\u200e-۵ − ۳⟧'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  it('keeps a short one on one line, and breaks a long one', () => {
    expect(withFormulasReadable('(۳۷ ÷ ۲۵)')).toContain('۳۷\u00a0÷\u00a0۲۵')
    expect(withFormulasReadable('۱٬۵۲۴٬۰۰۰ + ۱٬۶۵۰٬۰۰۰ + ۱٬۱۱۶٬۰۰۰')).not.toContain('\u00a0')
  })

  it.each([
    'از ۱۴۰۰ تا ۱۴۰۲',
    'فارس + خوزستان، سال ۱۴۰۲',
    '۱۴۰۳/۰۳/۰۲',
    '• قم: ۳۷ واحد',
    'کد ۱۲-۳۴',
  ])('leaves %s as it is', (text) => {
    expect(seen(text)).toBe(text)
  })
})
