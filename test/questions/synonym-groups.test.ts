import { describe, expect, it } from 'vitest'
import { wordKeys } from '../../src/questions/name-words.ts'
import { longestGroupAt } from '../../src/questions/synonym-groups.ts'
import { SYNONYMS } from '../../src/questions/words.ts'

const groupAt = (text: string, at = 0, longest = 7) => {
  const { group, length } = longestGroupAt(wordKeys(text), at, longest)
  return [group === null ? null : SYNONYMS[group]?.words[0]?.text, length]
}

describe('synonyms in a name', () => {
  it.each([
    ['one word', 'وام', 0, ['تسهیلات', 1]],
    ['in an inflection', 'وام‌های', 0, ['تسهیلات', 1]],
    ['the longest of several', 'سرمایه‌گذاری خارجی', 0, ['سرمایه‌گذاری خارجی', 3]],
    ['with a plural inside', 'فرصت‌های شغلی', 0, ['اشتغال', 2]],
    ['from any word on', 'مانده وام', 1, ['تسهیلات', 1]],
    ['none', 'قارقاروک', 0, [null, 1]],
  ])('%s: %s', (_, text, at, expected) => {
    expect(groupAt(text, at)).toEqual(expected)
  })

  it('finds every synonym that stands alone', () => {
    for (const { words } of SYNONYMS)
      for (const { text, notWith, with: only, asked } of words)
        if (!asked && notWith.length + only.length === 0)
          expect(groupAt(text)[0], text).not.toBeNull()
  })

  it('is bounded by the longest run that is wanted', () => {
    expect(groupAt('سرمایه‌گذاری خارجی', 0, 1)).toEqual([null, 1])
  })
})
