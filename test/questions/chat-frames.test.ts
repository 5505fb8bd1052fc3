import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'
import { withoutChatFrames } from '../../src/questions/chat-frames.ts'
import { outcomeOf } from './vocabulary-for-tests.ts'

const left = (text: string) =>
  withoutChatFrames(tokenise(text))
    .map((token) => token.text)
    .join(' ')

const ASKED = 'تولید گندم یزد 1399'

describe('what is said to the one who answers, and of the asker himself', () => {
  it.each([
    'داداشی تولید گندم یزد ۱۳۹۹',
    'مهندس جان تولید گندم یزد ۱۳۹۹',
    'تو رو خدا تولید گندم یزد ۱۳۹۹',
    'تولید گندم یزد ۱۳۹۹ جون من',
    'فردا جلسه دارم تولید گندم یزد ۱۳۹۹',
    'باید بدونم تولید گندم یزد ۱۳۹۹',
    'فردا یه سخنرانی دارم تولید گندم یزد ۱۳۹۹',
    'واسه پایان نامه می‌خوام تولید گندم یزد ۱۳۹۹',
    'استادم خواسته تولید گندم یزد ۱۳۹۹',
    'فقط بگو تولید گندم یزد ۱۳۹۹',
    'تولید گندم یزد ۱۳۹۹ رو چک کن',
    'خبر داری تولید گندم یزد ۱۳۹۹',
    'عجله دارم سریع بگو تولید گندم یزد ۱۳۹۹',
    'تولید گندم یزد ۱۳۹۹ وقت ندارم',
  ])('%s', (text) => {
    expect(left(text)).toBe(ASKED)
  })

  it.each([
    ['دکتر، تولید گندم یزد', '، تولید گندم یزد'],
    ['farda jalase daram tolid gandom yazd', 'tolid gandom yazd'],
    ['fagat bego tolid gandom yazd', 'fagat tolid gandom yazd'],
  ])('%s: %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    'فقط زنان یزد',
    'دکتر متخصص یزد',
    'تعداد مهندس یزد',
    'تولید گندم برای صادرات یزد',
    'جلسه کارگروه یزد',
    'آمار جلسه یزد',
    'خبرنگاران یزد',
    'چک برگشتی یزد',
    'ربات صنعتی تولید یزد؟ تولید',
  ])('%s: what may be counted stays', (text) => {
    expect(left(text).split(' ').length).toBeGreaterThan(1)
    expect(outcomeOf(`تولید گندم ${text}`)).not.toMatchObject({ period: '1399' })
  })

  it.each(['جلسه', 'بگو', 'سلام', 'داداش'])('%s alone is left as it is', (text) => {
    expect(left(text)).toBe(text)
  })
})

describe('Finglish of words that are written with a half-space or as one', () => {
  it.each([
    ['pishbini tolid gandom yazd 99', { indicator: 'تولید گندم', kind: 'forecast' }],
    ['pish bini tolid gandom yazd 99', { indicator: 'تولید گندم', kind: 'forecast' }],
  ])('%s', (text, expected) => {
    expect(outcomeOf(text)).toMatchObject(expected)
  })
})
