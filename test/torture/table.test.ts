import { describe, expect, it } from 'vitest'
import { brokenIn, tableOf } from './table.ts'

const FIGURES = [
  { what: 'kills on SQLite', times: 1000, held: 'nothing lost', broken: [] },
  { what: 'updates', times: 9999, held: '9,998 answered', broken: ['update 7: no answer'] },
]

describe('the table of the torture', () => {
  it('has a line for each figure, and says aloud what broke', () => {
    expect(tableOf(FIGURES)).toBe(
      [
        '| what | times | result |',
        '| --- | --: | --- |',
        '| kills on SQLite | 1,000 | nothing lost |',
        '| updates | 9,999 | **1 broken**; 9,998 answered |',
      ].join('\n'),
    )
    expect(brokenIn(FIGURES)).toEqual(['updates: update 7: no answer'])
  })
})
