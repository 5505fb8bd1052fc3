import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  onLatinLayout,
  onPersianLayout,
  withArabicLetters,
  withGluedWords,
  withLatinDigits,
  withoutHalfSpaces,
  withPunctuationAndPictures,
  withTypos,
} from './noise.ts'
import { randomFrom } from './random.ts'

const QUESTION = 'در سال ۱۴۰۳ چند پروانه بهره‌برداری صنعتی در یزد صادر شد؟'
const seeds = fc.string()

/** Edits between two texts, a swap of two letters counted as one. */
function distance(left: string, right: string): number {
  const rows: number[][] = []
  for (let i = 0; i <= left.length; i += 1) {
    const row: number[] = []
    rows.push(row)
    for (let j = 0; j <= right.length; j += 1) {
      const at = (back: number, column: number) => rows[i - back]?.[column] ?? Number.NaN
      if (i === 0 || j === 0) {
        row.push(i + j)
        continue
      }
      const replaced = at(1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1)
      const swapped =
        left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1] && i > 1 && j > 1
          ? at(2, j - 2) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(at(1, j) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped))
    }
  }
  return rows[left.length]?.[right.length] ?? 0
}

describe('typing errors', () => {
  it('makes one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(distance(QUESTION, withTypos(QUESTION, 1, randomFrom(seed)))).toBe(1)
      }),
    )
  })

  it('makes two, which may hide one another', () => {
    const distances = Array.from({ length: 200 }, (_, seed) =>
      distance(QUESTION, withTypos(QUESTION, 2, randomFrom(String(seed)))),
    )
    expect(Math.max(...distances)).toBe(2)
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(1)
    expect(distances.filter((edits) => edits === 2).length).toBeGreaterThan(190)
  })

  it('leaves digits and words of one or two letters alone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const words = withTypos(QUESTION, 2, randomFrom(seed)).split(' ')
        expect(words).toContain('۱۴۰۳')
        expect(words.filter((word) => word === 'در')).toHaveLength(2)
      }),
    )
  })

  it('is the same for the same seed, and differs between seeds', () => {
    const typed = (seed: string) => withTypos(QUESTION, 1, randomFrom(seed))
    expect(typed('a')).toBe(typed('a'))
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(typed)).size).toBeGreaterThan(1)
  })

  it('has nothing to do where no word is long enough', () => {
    expect(withTypos('قم ۱۴۰۰', 2, randomFrom('a'))).toBe('قم ۱۴۰۰')
  })
})

describe('other alphabets and keyboards', () => {
  it.each([
    ['the Latin layout', onLatinLayout, 'چند واحد راکد در قم', ']kn ,hpn vh;n nv rl'],
    ['the Latin layout, with shift', onLatinLayout, 'آمار ژ ۱۴۰۳؟', 'Hlhv C 1403?'],
    ['the Persian layout', onPersianLayout, 'tolid Qom', 'فخمهی ضخپ'],
    ['Latin digits', withLatinDigits, 'سال ۱۴۰۳', 'سال 1403'],
    ['Arabic letters', withArabicLetters, 'یزد و کرمان ۱۴۰۳', 'يزد و كرمان ١٤٠٣'],
  ])('%s', (_, noise, text, expected) => {
    expect(noise(text)).toBe(expected)
  })

  it('typing on the Latin layout can be undone key by key', () => {
    const text = 'تولید گندم فارس'
    expect(onPersianLayout(onLatinLayout(text))).toBe(text)
  })
})

describe('spaces', () => {
  it('leaves no half-space', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const typed = withoutHalfSpaces('بهره‌برداری نیمه‌تمام', randomFrom(seed))
        expect(typed).not.toContain('\u200c')
        expect(typed.replaceAll(' ', '')).toBe('بهرهبردارینیمهتمام')
      }),
    )
  })

  it('glues some words and loses no letter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const glued = withGluedWords(QUESTION, randomFrom(seed))
        expect(glued.length).toBeLessThan(QUESTION.length)
        expect(glued.replaceAll(' ', '')).toBe(QUESTION.replaceAll(' ', ''))
      }),
    )
  })
})

it('pictures and punctuation leave the letters as they were', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const noisy = withPunctuationAndPictures(QUESTION, randomFrom(seed))
      const letters = (text: string) =>
        text.replace(/[^\u0621-\u063a\u0641-\u064a\u067e-\u06f9]/gu, '')
      expect(letters(noisy)).toBe(letters(QUESTION))
    }),
  )
})
