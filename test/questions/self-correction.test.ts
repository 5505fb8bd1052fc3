import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'
import { withoutTakenBack } from '../../src/questions/self-correction.ts'
import { LEXICON } from './vocabulary-for-tests.ts'

const left = (text: string) =>
  withoutTakenBack(tokenise(text), LEXICON, '2025-11-24')
    .map((token) => token.text)
    .join(' ')

describe('what the asker takes back', () => {
  it.each([
    ['یزد نه، کرمان تولید گندم', 'کرمان تولید گندم'],
    ['تولید گندم کاشان نه، کل استان کرمان', 'تولید گندم کل استان کرمان'],
    ['پارسال نه، ۱۴۰۲ تولید گندم', '1402 تولید گندم'],
    ['تولید گندم در سال ۱۴۰۱ نه، سال ۱۴۰۲', 'تولید گندم سال 1402'],
    ['تولید گندم ۱۴۰۲، نه ۱۴۰۱', 'تولید گندم 1402'],
    ['نه یزد، کرمان تولید گندم', 'کرمان تولید گندم'],
    ['تولید گندم یزد ببخشید کرمان', 'تولید گندم کرمان'],
    ['تولید گندم ۱۴۰۱، ببخشید ۱۴۰۲', 'تولید گندم 1402'],
  ])('%s: %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    'گندم نه، جو یزد',
    'یزد نه، ۱۴۰۲ تولید گندم',
    'تولید گندم ۱۴۰۲ نه ۱۴۰۱',
    'تولید گندم یزد و کرمان نه، قم',
    'تولید گندم نه ماهه یزد',
    'ببخشید تولید گندم یزد',
    'تولید گندم نه',
  ])('%s: not of one kind, or not clear which', (text) => {
    expect(left(text)).toBe(left(text).replace(/ {2,}/g, ' '))
    expect(withoutTakenBack(tokenise(text), LEXICON, '2025-11-24')).toEqual(tokenise(text))
  })
})
