import { describe, expect, it } from 'vitest'
import { nearIndicators } from '../../../src/bot/entry/near-indicators.ts'
import { vocabulary } from '../../ingest/vocabulary-for-tests.ts'

const names = (text: string) => nearIndicators(text, vocabulary).map(({ name }) => name)

describe('indicators that a new name may have meant', () => {
  it('share a telling word with it', () => {
    expect(names('احیا واحد راکد')).toContain('احیای واحدهای راکد صنعتی')
  })

  it.each(['کل صادرات کشور', 'ارتفاع سد', ''])('are none for letters alone: %s', (text) => {
    expect(names(text)).toEqual([])
  })
})
