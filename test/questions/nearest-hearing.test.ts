import { describe, expect, it } from 'vitest'
import { outcomeOf, understand } from './vocabulary-for-tests.ts'

const WHEAT = 'تولید گندم'

describe('a question heard again', () => {
  it.each([
    // A place by a slip beside one that is said is none: «پارسال», not «کاشان».
    ['a place too many', 'تولید گندم کرمان کاسان', { unexplained: 'کاسان' }],
    ['two places by «یا»', 'تولید گندم یزد بیشتره یا کرمانن؟', { place: 'یزد، کرمان' }],
    // «شرق» and «رضی» are words, and beside the rest of the name nothing else.
    ['half of a place', 'تولید گندم خراسان رضی ۱۴۰۰', { place: 'خراسان رضوی' }],
    ['half of a place, short of a letter', 'تولید گندم خراسان ضوی', { place: 'خراسان رضوی' }],
    ['a rare word for a province', 'تولید گندم حرمان', { place: 'کرمان' }],
    ['a compound', 'نیش‌بینی تولید گندم یزد ۱۴۰۰', { kind: 'forecast' }],
    [
      'a verb behind its prefix',
      'پیش‌بینی می‌شوت تولید گندم یزد ۱۴۰۰ چقدر باشد',
      { kind: 'forecast' },
    ],
    ['a verb that is one with its noun', 'یزد چند تن گندم برداشت کر؟', { place: 'یزد' }],
    ['two slips in one long word', 'تولید گندم کرحانشه', { place: 'کرمانشاه' }],
    ['a province in a list', 'تولید گندم یزد و رمان ۱۴۰۰', { place: 'یزد، کرمان' }],
    // Theirs is said of no place, so it is a slip of the longer name.
    ['an ending that no place takes', 'تولید گندم کرمانشان', { place: 'کرمانشاه' }],
    ['a verb in front', 'رسد تولید گندم یزد ۱۴۰۰', { aspect: 'change' }],
    ['a long phrase', 'در حالغ حاضر نرخ بیکاری یزد', { indicator: 'نرخ بیکاری' }],
  ])('%s: %s', (_, text, expected) => {
    expect(outcomeOf(text)).toMatchObject(expected)
  })

  it.each([
    ['another crop', 'تولید سیر یزد'],
    ['another thing that is a word', 'تولید دسته یزد'],
    ['another rate', 'نرخ بیماری یزد'],
    ['a country', 'تولید گندم قارص'],
    ['items, not Ilam', 'تولید گندم اقلام'],
    ['a verb of the contrary', 'گندم یزد نشد'],
    ['one in the middle', 'چند تن گندم پارسال نیومد یزد'],
    ['another place in a list', 'تولید گندم کرمان و درمان یزد'],
  ])('is never answered by a guess: %s, «%s»', (_, text) => {
    expect(understand(text).status).not.toBe('understood')
  })

  it.each(['واحدای اکد یزد', 'واحدای راکت یزد'])('is no surer than rightly spelt: %s', (text) => {
    expect(understand('واحدای راکد یزد').status).toBe('choices')
    expect(understand(text).status).not.toBe('understood')
  })

  it('tells what it was taken for', () => {
    const one = understand('تولید گندذم یزد')
    expect(one.status === 'understood' && one.reading.corrections).toEqual([
      { typed: 'تولید گندذم', meant: WHEAT },
    ])
  })
})
