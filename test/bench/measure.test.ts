import { describe, expect, it } from 'vitest'
import { createFacts } from './data/facts.ts'
import { createQuestions } from './data/questions.ts'
import { askAll, quantile } from './measure.ts'
import { withSection } from './readme.ts'
import { firstHit, REFUSED } from './subjects/subject.ts'
import { short } from './table.ts'

const facts = createFacts(1000)
const questions = createQuestions(facts, 40, 'a')

describe('what the benchmark judges', () => {
  it('right: the figure that was asked for, and a refusal of what is not held', async () => {
    let asked = 0
    const { tallies } = await askAll(
      {
        ask() {
          const due = questions[asked++]?.due
          if (!due) return REFUSED
          const { indicator, place, year } = due
          return {
            type: 'figure',
            ...{ indicator: indicator.name, place: place.name, year: String(year) },
          }
        },
      },
      questions,
      { seconds: 60 },
    )
    for (const tally of Object.values(tallies))
      expect(tally).toEqual({ asked: 10, right: 10, wrong: 0, offered: 0 })
  })

  it('wrong: another figure, also where none is held', async () => {
    const { tallies, misses } = await askAll({ ask: () => firstHit(facts, 999) }, questions, {
      seconds: 60,
    })
    expect(tallies.absent).toEqual({ asked: 10, right: 0, wrong: 10, offered: 0 })
    expect(misses).toHaveLength(40)
  })

  it('neither: a question that was asked back, told apart by what it offers', async () => {
    const { tallies } = await askAll(
      { ask: () => ({ type: 'asked back', offersDue: () => true }) },
      questions,
      { seconds: 60 },
    )
    expect(tallies.clean).toEqual({ asked: 10, right: 0, wrong: 0, offered: 10 })
    expect(tallies.absent).toEqual({ asked: 10, right: 10, wrong: 0, offered: 0 })
  })

  it('asks a few questions even where the time is over', async () => {
    const { times } = await askAll({ ask: () => REFUSED }, questions, { seconds: 0, least: 3 })
    expect(times).toHaveLength(3)
  })
})

describe('how it tells', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1], 0.99, 1],
    [[], 0.5, Number.NaN],
  ])('of %j the quantile %d is %d', (values, share, due) => {
    expect(quantile(values, share)).toBe(due)
  })

  it.each([
    [0.012345, '0.0123'],
    [12.345, '12.3'],
    [12_345, '12,345'],
    [Number.NaN, '–'],
  ])('%d as %s', (value, due) => {
    expect(short(value)).toBe(due)
  })

  it('replaces its section of the README, or puts it before the licence', () => {
    const bare = '# A\n\ntext\n\n## Licence\n\nMIT\n'
    const once = withSection(bare, '## Speed\n\nold')
    expect(once).toBe('# A\n\ntext\n\n## Speed\n\nold\n\n## Licence\n\nMIT\n')
    expect(withSection(once, '## Speed\n\nnew')).toBe(once.replace('old', 'new'))
  })
})
