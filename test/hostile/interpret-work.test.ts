import { describe, expect, it } from 'vitest'
import { interpret } from '../../src/questions/interpret.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { compileLexicon, type Lexicon } from '../../src/questions/lexicon.ts'
import { VOCABULARY } from '../questions/vocabulary-for-tests.ts'
import { HOSTILE_WORDS, LONG_TEXTS, TRUE_WORDS } from './words.ts'

const LONGEST = 500
const lexicon = compileLexicon(VOCABULARY)

/** How often a question asks the lexicon for something: a measure of the work that no clock knows. */
function stepsOf(text: string): number {
  let steps = 0
  const counted = new Proxy(lexicon, {
    get(target, name) {
      steps++
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  }) as Lexicon
  interpret(text, counted, { today: '2026-11-24', previous: null, knownWords: persianDictionary })
  return steps
}

const repeated = (word: string) =>
  `${word} `.repeat(Math.ceil(LONGEST / (word.length + 1))).slice(0, LONGEST)

const texts = [
  // The last part of each piece is a text of its own kind.
  ...LONG_TEXTS.filter((_, index) => index % 3 === 1),
  ...TRUE_WORDS.slice(0, 12).map(repeated),
  ...HOSTILE_WORDS.slice(0, 8).map(repeated),
  // Each «به» may divide a quotient.
  `نسبت ${repeated('تولید به')}`.slice(0, LONGEST),
  repeated('تولید گندم به ازای هر هکتار'),
  `مجموع ${repeated('تولید گندم و')}`.slice(0, LONGEST),
  TRUE_WORDS.join(' ').repeat(3).slice(0, LONGEST),
]

describe('the longest questions', () => {
  it('take work that grows with their words, not with what could be made of them', () => {
    const worst = Math.max(...texts.map(stepsOf))
    const ordinary = stepsOf('احیای واحدهای راکد صنعتی در قم در سال ۱۳۹۹ چقدر بود؟')
    // Ten times as long, and made to be hard: at most the square of it, and a half more.
    expect(worst / ordinary).toBeLessThan(150)
  }, 60_000)
})
