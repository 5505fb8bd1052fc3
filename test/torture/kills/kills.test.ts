import { describe, expect, it } from 'vitest'
import { brokenInShortForm } from '../short-form.ts'
import { kills } from './part.ts'

describe('the program, killed two hundred times', () => {
  it('keeps what it confirmed, once and whole, and answers what it was asked', {
    timeout: 600_000,
  }, async () => {
    expect(await brokenInShortForm(kills)).toEqual([])
  })
})
