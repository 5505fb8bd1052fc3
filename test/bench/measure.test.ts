import { describe, expect, it } from 'vitest'
import { createFacts } from './data/facts.ts'
import { createQuestions } from './data/questions.ts'
import { askAll, quantile } from './measure.ts'
import { firstHit, REFUSED } from './subjects/subject.ts'

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

  it('keeps what was wrong before what was refused, and all of it', async () => {
    let asked = 0
    const many = createQuestions(facts, 400, 'a')
    const { misses, tallies } = await askAll(
      { ask: () => (asked++ < 200 ? REFUSED : firstHit(facts, 999)) },
      many,
      { seconds: 60 },
    )
    const wrong = Object.values(tallies).reduce((sum, tally) => sum + tally.wrong, 0)
    expect(misses).toHaveLength(wrong)
    expect(misses.every(({ said }) => said !== 'refused')).toBe(true)
  })

  it('asks a few questions even where the time is over', async () => {
    const { times } = await askAll({ ask: () => REFUSED }, questions, { seconds: 0, least: 3 })
    expect(times).toHaveLength(3)
  })
})

describe('how it measures', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1], 0.99, 1],
    [[], 0.5, Number.NaN],
  ])('of %j the quantile %d is %d', (values, share, due) => {
    expect(quantile(values, share)).toBe(due)
  })
})
