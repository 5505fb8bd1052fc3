import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import * as words from '../../src/questions/words.ts'

describe('the words of questions', () => {
  it('forms of light verbs are words of grammar, present, past and colloquial', () => {
    const silent = new Set(words.FUNCTION_WORDS.map(key))
    for (const verb of ['شد', 'شده', 'می‌شود', 'میشه', 'کرد', 'می‌کنند', 'داشت', 'دارد', 'بوده'])
      expect([verb, silent.has(key(verb))]).toEqual([verb, true])
  })

  it.each(['چرا', 'علت', 'کجا', 'دلیل'])(
    '%s asks for what no figure is, and is never silent',
    (word) => {
      expect(words.FUNCTION_WORDS).not.toContain(word)
    },
  )

  it('no word is silent and asks for an aspect by a phrase of its own as well', () => {
    const silent = new Set(words.FUNCTION_WORDS.map(key))
    const asking = ['هدف', 'رشد', 'رتبه', 'سهم', 'روند', 'مجموع', 'میانگین', 'منبع', 'بیشترین']
    expect(asking.filter((word) => silent.has(key(word)))).toEqual([])
  })

  it.each(['بدهی', 'بره', 'میگوی', 'خانم', 'بهمن', 'میدانی', 'رسمی', 'فقط', 'نهایی'])(
    '%s is no word of grammar: it may be part of a name or restrict it',
    (word) => {
      expect(new Set(words.FUNCTION_WORDS.map(key)).has(key(word))).toBe(false)
    },
  )

  it('a group of synonyms names each word once for one set of exceptions', () => {
    for (const { words: group } of words.SYNONYMS) {
      const told = group.map(({ text, notWith }) => `${key(text)}|${notWith.join()}`)
      expect(new Set(told).size, group[0]?.text).toBe(told.length)
    }
  })
})

describe('the dictionary', () => {
  it.each(['هرات', 'کندم', 'مسکونی', 'بیمارستان', 'کتاب', 'کتابهای', 'آب', 'مسئول'])(
    'knows %s',
    (word) => {
      expect(persianDictionary.has(key(word))).toBe(true)
    },
  )

  it.each(['شمشکوند', 'گنذم', 'xyz'])('does not know %s', (word) => {
    expect(persianDictionary.has(key(word))).toBe(false)
  })
})
