import { describe, expect, it } from 'vitest'
import { allCandidates, type Candidates, clearCandidates } from '../../src/questions/candidates.ts'
import { decide, explainedOf } from '../../src/questions/decision.ts'
import { readGrammar } from '../../src/questions/grammar.ts'
import { heardIn } from '../../src/questions/heard.ts'
import { namesHeard } from '../../src/questions/phrase-match.ts'
import { EMPTY_QUESTION } from '../../src/questions/question.ts'
import { LEXICON, wordsOf } from './vocabulary-for-tests.ts'

function candidatesOf(text: string): Candidates {
  const words = wordsOf(text)
  const heard = heardIn(words, readGrammar(words, '2025-11-24'), LEXICON)
  return { names: namesHeard(words, LEXICON), heard, made: new Map() }
}

const decided = (candidates: ReturnType<typeof allCandidates>) =>
  decide(explainedOf(candidates), LEXICON, (one) => [
    { question: EMPTY_QUESTION, score: one.score, words: [], corrections: one.corrections },
  ])

describe('candidates of a question', () => {
  it.each(['تولید گندم قم ۱۴۰۲', 'خرید تضمینی گندم در قم', 'احیای واحدهای راکد صنعتی قم'])(
    'a name said whole is clear, few others are made, and all would decide the same: %s',
    (text) => {
      const of = candidatesOf(text)
      const clear = clearCandidates(of)
      expect(clear).not.toBeNull()
      expect(of.made.size).toBeLessThanOrEqual(of.names.phrases.length)
      expect(decided(clear ?? [])).toEqual(decided(allCandidates(of)))
    },
  )

  it.each(['تولید قم', 'راکد', 'تولید گندم پرنده', 'سلام', ''])('none is clear: %s', (text) => {
    expect(clearCandidates(candidatesOf(text))).toBeNull()
  })
})
