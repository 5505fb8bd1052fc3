import { describe, expect, it } from 'vitest'
import { latinSenses } from '../../src/questions/latin.ts'
import { LEXICON } from './vocabulary-for-tests.ts'

const senses = (latin: string) => latinSenses(latin, LEXICON)
const best = (latin: string) => senses(latin)[0]?.form.key

describe('Finglish against the vocabulary', () => {
  it.each([
    ['gandom', 'گندم'],
    ['gandoom', 'گندم'],
    ['Yazd', 'یزد'],
    ['kerman', 'کرمان'],
    ['kermanshah', 'کرمانشاه'],
    ['esfahan', 'اصفهان'],
    ['tolid', 'تولید'],
    ['tolide', 'تولید'],
    ['chand', 'چند'],
    ['cheghadr', 'چقدر'],
    ['varedat', 'واردات'],
    ['saderat', 'صادرات'],
    ['vahedhaye', 'واحد'],
    ['rakede', 'راکد'],
    ['khorshidi', 'خورشیدی'],
  ])('%s is %s', (latin, key) => {
    expect(best(latin)).toBe(key)
  })

  it.each(['hospital', 'xyzzy', 'cl', 'dollar price', 'blockchain', 'zzz', ''])(
    '%s is nothing',
    (latin) => {
      expect(senses(latin).filter(({ cost }) => cost < 0.3)).toEqual([])
    },
  )

  it.each(['qom', 'ghom', 'gom'])('%s may be قم', (latin) => {
    expect(senses(latin).map(({ form }) => form.key)).toContain('قم')
  })

  it('marks all as corrected, cheapest first', () => {
    const found = senses('kermanshah')
    expect(found.every(({ corrected, risky }) => corrected && !risky)).toBe(true)
    const costs = found.map(({ cost }) => cost)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
  })
})
