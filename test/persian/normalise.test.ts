import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets, key, stripMarkup } from '../../src/persian/normalise.ts'

const HALF = '\u200c'

describe('folding', () => {
  it.each([
    ['Arabic yeh and kaf', 'توليد كشاورزي', 'تولید کشاورزی'],
    ['alef maksura, teh marbuta', 'حتى، ادارة', 'حتی، اداره'],
    ['hamza on its seats', 'مسئول مؤسسه تأمین جزء', 'مسیول موسسه تامین جز'],
    ['he with yeh above', 'خانۀ ما', 'خانه ما'],
    ['presentation forms', 'ﻗﻢ ﺗﻮﻟﻴﺪ', 'قم تولید'],
    ['a ligature', 'ﷲ', 'الله'],
    ['diacritics', 'تولیدِ گَندُم', 'تولید گندم'],
    ['kashida', 'تـولـید', 'تولید'],
    ['madda written apart', 'آب'.normalize('NFD'), 'آب'],
    ['Persian and Arabic digits', '۱۴۰۰ و ١٣٩٩', '1400 و 1399'],
    ['Latin capitals', 'GDP Qom', 'gdp qom'],
    ['question mark, semicolon, percent', 'چند؟ ۵٪؛', 'چند? 5%;'],
    ['long dashes', '۱۳۹۵–۱۳۹۹', '1395-1399'],
    ['direction marks', '\u200fقم\u200e ۵\u202c', 'قم 5'],
    [
      'a soft hyphen and «¬» as half-spaces',
      'واحد\u00adها واحد\u00acها',
      `واحد${HALF}ها واحد${HALF}ها`,
    ],
    ['half-spaces in a row', `واحد${HALF}${HALF}ها`, `واحد${HALF}ها`],
    ['a half-space beside a space', `واحد${HALF} ها`, 'واحد ها'],
    ['spaces of all kinds', '  قم\u00a0\t\n یزد ', 'قم یزد'],
    ['emoji and flags', 'گندم🌾🇮🇷قم', 'گندم قم'],
    ['a letter typed on and on', 'خیلیییییی', 'خیلی'],
    ['a letter typed twice stays', 'تعلل الله', 'تعلل الله'],
    ['digits are never dropped', '1000000', '1000000'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is idempotent on Persian with all that keyboards add', () => {
    const unit = fc.constantFrom(...'اآبپيكیکهۀةئؤء ـًّ۵٥5\u200c\u200f\u0653🌾.،؟ '.split(''))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(key(key(text))).toBe(key(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same with and without offsets, for clean texts too', () => {
    const unit = fc.constantFrom(...'اآبپيكیهةء ـًّ۵5.aA\u200c\u200f\u0653🌾'.split(''))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (text) => {
        expect(fold(text)).toBe(foldWithOffsets(text).text)
      }),
      { numRuns: 3000 },
    )
  })

  it('knows where each character came from', () => {
    const original = '🌾 تـولید  گندم'
    const { text, offsets } = foldWithOffsets(original)
    expect(text).toBe('تولید گندم')
    expect(offsets.map((at) => original[at]).join('')).toBe('تولید گندم')
  })

  it('gives an offset inside the text for each unit, never backwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (original) => {
        const { text, offsets } = foldWithOffsets(original)
        expect(offsets).toHaveLength(text.length)
        let before = 0
        for (const at of offsets) {
          expect(at).toBeGreaterThanOrEqual(before)
          expect(at).toBeLessThan(original.length)
          before = at
        }
      }),
    )
  })
})

describe('keys', () => {
  it.each([
    ['واحدهای', 'واحد های', `واحد${HALF}های`, 'واحدهاي'],
    ['آب', 'اب'],
    ['تأسیس', 'تاسیس'],
    ['سرمایه گذاری', 'سرمایه‌گذاری', 'سرمایهگذاری'],
    ['مسئول', 'مسيول', 'مسیول'],
  ])('make spellings of one word equal: %s', (first, ...others) => {
    for (const other of others) expect(key(other)).toBe(key(first))
  })

  it.each([
    ['کرمان', 'کرمانشاه'],
    ['جو', 'جوی'],
    ['صادر', 'سادر'],
    ['راکد', 'راکت'],
  ])('keep different words apart: %s, %s', (a, b) => {
    expect(key(a)).not.toBe(key(b))
  })
})

describe('text pasted from a web page', () => {
  it.each([
    ['<p>تولید <b>گندم</b></p>', ' تولید  گندم  '],
    ['واحد&zwnj;ها&nbsp;در قم', `واحد${HALF}ها در قم`],
    ['&laquo;قم&raquo; &amp; یزد', '«قم» & یزد'],
    ['&#1602;&#1605; &#x642;&#x645;', 'قم قم'],
    ['&#99999999; &#x0; &nosuch;', '&#99999999;   &nosuch;'],
    ['۳ < ۵ و ۷ > ۲', '۳ < ۵ و ۷ > ۲'],
  ])('%s', (html, text) => {
    expect(stripMarkup(html)).toBe(text)
  })
})
