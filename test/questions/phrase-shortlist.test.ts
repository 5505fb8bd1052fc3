import { describe, expect, it } from 'vitest'
import type { Lexicon, Phrase } from '../../src/questions/lexicon.ts'
import { shortlist } from '../../src/questions/phrase-shortlist.ts'
import type { Word } from '../../src/questions/sense.ts'
import { LEXICON, wordsOf } from './vocabulary-for-tests.ts'

/** The same by putting all phrases in order. */
function bySorting(words: readonly Word[], lexicon: Lexicon, most: number): Phrase[] {
  const heard = new Map<number, number>()
  for (const { senses } of words)
    for (const concept of new Set(
      senses.flatMap(({ form }) => form.concepts.flatMap(({ run }) => run)),
    ))
      for (const id of lexicon.postings[concept] ?? [])
        heard.set(id, (heard.get(id) ?? 0) + (lexicon.concepts[concept]?.weight ?? 0))
  return [...heard]
    .map(([id, weight]) => ({ phrase: lexicon.phrases[id] as Phrase, weight }))
    .map(({ phrase, weight }) => ({ phrase, rank: weight / (phrase.weight + 0.5) + weight }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ phrase }) => phrase)
}

describe('the shortlist of names', () => {
  it.each([
    'تولید گندم قم چقدر بود؟',
    'احیای واحدهای راکد صنعتی',
    'تسهیلات پرداختی بانک‌ها و خرید تضمینی گندم',
    'ظرفیت نیروگاه خورشیدی',
    'سلام',
    '',
  ])('misses nothing that sorting all names finds: %s', (text) => {
    const words = wordsOf(text)
    for (const most of [1, 2, 3, 60])
      expect(shortlist(words, LEXICON, most)).toEqual(bySorting(words, LEXICON, most))
  })

  it('is not changed by what was asked before', () => {
    const words = wordsOf('تولید گندم')
    const before = shortlist(words, LEXICON, 60)
    shortlist(wordsOf('تولید جو'), LEXICON, 60)
    expect(shortlist(words, LEXICON, 60)).toEqual(before)
  })
})
