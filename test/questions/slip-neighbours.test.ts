import { describe, expect, it } from 'vitest'
import { neighboursOf } from '../../src/questions/slip-neighbours.ts'

describe('words one slip away', () => {
  const words = new Set(['گندم', 'گنبد', 'یزد', 'یزدی'])

  it.each([
    ['a letter left out', 'گدم', 'گندم'],
    ['a letter put in', 'گنندم', 'گندم'],
    ['another letter', 'گنذم', 'گندم'],
    ['two letters swapped', 'یدز', 'یزد'],
  ])('%s: %s', (_, typed, meant) => {
    expect(neighboursOf(typed, (word) => words.has(word))[0]?.word).toBe(meant)
  })

  it('finds nothing two slips away, and not the word itself', () => {
    expect(neighboursOf('گردم', (word) => word === 'گنبد')).toEqual([])
    expect(neighboursOf('یزد', (word) => word === 'یزد')).toEqual([])
  })

  it('puts the likelier slip first', () => {
    const found = neighboursOf('ساد', (word) => word === 'صاد' || word === 'سادگ')
    expect(found.map(({ word }) => word)).toEqual(['صاد', 'سادگ'])
  })
})
