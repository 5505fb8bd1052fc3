import { describe, expect, it } from 'vitest'
import { outcomeOf } from './vocabulary-for-tests.ts'

const WHEAT = { indicator: 'تولید گندم', place: 'یزد', period: '1399' }

describe('a misspelt word that says nothing', () => {
  it.each([
    'تولید گندم یزد در سال ۱۳۹۹ چقدر بودخ؟',
    'تولید گندم یزد در سال ۱۳۹۹ چدر بود؟',
    'میزتن تولید گندم یزد سال ۱۳۹۹',
    'تولید گندم یزد در سال ۱۳۹۹ چقدر بوده اسیت؟',
  ])('is dropped: %s', (text) => {
    expect(outcomeOf(text)).toEqual(WHEAT)
  })

  it.each([
    ['a verb in the middle', 'تولید گندم بنکنیی یزد ۱۳۹۹', 'بنکنیی'],
    ['a word of another name', 'بانک صادراد تولید گندم یزد ۱۳۹۹', 'بانک صادراد'],
    ['no word of questions', 'تولید گندم وبتی یزد ۱۳۹۹', 'وبتی'],
  ])('stands in the way if it is %s', (_, text, unexplained) => {
    expect(outcomeOf(text)).toEqual({ unexplained })
  })
})

describe('a question heard a second time', () => {
  it.each([
    ['تولید گندم یدز ۱۳۹۹', WHEAT],
    ['تولید گندم یزد چقدر یود ۱۳۹۹', WHEAT],
    ['توید گدم یزد ۱۳۹۹', WHEAT],
  ])('is answered when one way explains all: %s', (text, expected) => {
    expect(outcomeOf(text)).toEqual(expected)
  })
})
