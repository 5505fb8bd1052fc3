import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { recognise } from '../../src/questions/recognise.ts'
import { newMemory, recall } from '../../src/questions/recognition-memory.ts'
import { LEXICON } from './vocabulary-for-tests.ts'

describe('what was found out about words', () => {
  it('is found out once, though it be nothing', () => {
    const memory = new Map<string, string | null>()
    const asked: string[] = []
    const findOut = (key: string) => {
      asked.push(key)
      return key === 'گندم' ? 'wheat' : null
    }
    expect(['گندم', 'ریگ', 'گندم', 'ریگ'].map((key) => recall(memory, key, findOut))).toEqual([
      'wheat',
      null,
      'wheat',
      null,
    ])
    expect(asked).toEqual(['گندم', 'ریگ'])
  })

  it.each(['تولید کندم قم', 'تولیدگندمقم', 'احیای معادن راکذ خمراسان رضوی', 'tolid gandom qom'])(
    'makes no difference to what they mean: %s',
    (text) => {
      const memory = newMemory()
      const hear = () => recognise(tokenise(text), LEXICON, persianDictionary, memory)
      const alone = recognise(tokenise(text), LEXICON, persianDictionary)
      expect([hear(), hear()]).toEqual([alone, alone])
    },
  )
})
