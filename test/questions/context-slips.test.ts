import { describe, expect, it } from 'vitest'
import { wordsOf } from './vocabulary-for-tests.ts'

/** What the word typed so is taken for first. */
const takenFor = (text: string, typed: string) =>
  wordsOf(text).find((word) => word.typed === typed)?.senses[0]?.form.key

describe('a slip that only its neighbours give away', () => {
  it.each([
    ['asking before a unit', 'گند درصد هدف محقق شد', 'گند', 'چند'],
    ['the year before a year', 'سل ۱۴۰۲ گندم یزد', 'سل', 'سال'],
    ['the verb at the end', 'گندم یزد چقدر تولید کر؟', 'کر', 'کرد'],
    ['the verb at the end, of two letters left', 'میزان گندم یزد ۱۴۰۲ ات؟', 'ات', 'است'],
    ['the participle before it', 'گندم یزد چقدر بوته است؟', 'بوته', 'بوده'],
    ['asking before a unit joined to its name', 'چد واحد راکد یزد', 'چد', 'چند'],
  ])('%s: %s', (_, text, typed, meant) => {
    expect(takenFor(text, typed)).toBe(meant)
  })

  it.each([
    ['behind no year', 'سل یزد', 'سل', 'سال'],
    ['where nothing asks for an amount', 'گندم یزد کر', 'کر', 'کرد'],
    ['where it is the thing counted', 'یزد چند تن شر؟', 'شر', 'شد'],
    ['a word of ours is never doubted', 'گندم درصد', 'گندم', 'چند'],
  ])('%s: %s', (_, text, typed, never) => {
    expect(takenFor(text, typed)).not.toBe(never)
  })
})
