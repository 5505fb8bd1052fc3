import { describe, expect, it } from 'vitest'
import { brokenInShortForm } from '../short-form.ts'
import { faulty } from './part.ts'

describe('a Bot API server on which every fifth call fails', () => {
  it('leaves no question without an answer, and no change half done', {
    timeout: 180_000,
  }, async () => {
    expect(await brokenInShortForm(faulty)).toEqual([])
  })
})
