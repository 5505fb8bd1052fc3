import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBaseline } from './baseline.ts'
import type { Case, Figures, Turn } from './cases.ts'
import { readCases } from './cases.ts'
import { inBaseUnit, sameName, samePeriod } from './compare.ts'
import { examine } from './examine.ts'
import { figureOf, plainNumber, readRows } from './store-rows.ts'
import { variantsOf } from './variants.ts'

const cases = readCases(join(import.meta.dirname, 'questions'))
const rows = readRows(join(import.meta.dirname, 'store.jsonl'))

const isFigures = (turn: Turn): turn is Turn & { expect: Figures } =>
  typeof turn.expect === 'object' && 'values' in turn.expect
const among = (names: string | string[] | undefined, same: (name: string) => boolean) =>
  names === undefined || [names].flat().some(same)

describe('the larger store', () => {
  it('is large and varied enough', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400)
    expect(new Set(rows.map((row) => row.indicator)).size).toBeGreaterThanOrEqual(60)
    expect(new Set(rows.map((row) => row.place)).size).toBeGreaterThanOrEqual(10)
    for (const kind of ['actual', 'target', 'forecast']) {
      expect(rows.some((row) => row.kind === kind)).toBe(true)
    }
  })

  it.each([
    [1200, 1200],
    ['هزار و ۲۰۰', 1200],
    ['۵ هزار و ۲۷۴', 5274],
    ['۲ هزار', 2000],
  ])('reads %s', (value, expected) => {
    expect(plainNumber(value)).toBe(expected)
  })
})

describe('the questions', () => {
  it('have names of their own, and are never asked twice', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length)
    const single = cases.filter((one) => one.turns.length === 1)
    const asked = single.map((one) => `${one.now} ${one.turns[0].question}`)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it.each<[Case['class'], Case['store'], number]>([
    ['answerable', 'large', 250],
    ['near_miss', 'large', 120],
    ['ambiguous', 'large', 60],
    ['out_of_domain', 'large', 60],
    ['answerable', 'qom', 60],
  ])('hold enough of %s on %s', (questionClass, store, least) => {
    const held = cases.filter((one) => one.class === questionClass && one.store === store)
    expect(held.length).toBeGreaterThanOrEqual(least)
  })

  it('hold about 40% back', () => {
    const share = cases.filter((one) => one.held).length / cases.length
    expect(share).toBeGreaterThan(0.35)
    expect(share).toBeLessThan(0.45)
  })

  it('expect figures that the store holds', () => {
    const missing = cases
      .filter((one) => one.store === 'large')
      .flatMap((one) => one.turns)
      .filter(isFigures)
      .filter(({ expect: due }) => due.kind !== undefined && due.unit !== undefined)
      .filter(({ expect: due }) =>
        due.values.some((value) => {
          const wanted = inBaseUnit(value, due.unit ?? '')
          return !rows.map(figureOf).some((figure) => {
            const given = inBaseUnit(figure.value ?? Number.NaN, figure.unit ?? '')
            return (
              Math.abs(given.value - wanted.value) <= Math.abs(wanted.value) * 1e-9 &&
              sameName(figure.indicator ?? '', due.indicator ?? '') &&
              among(due.place, (place) => sameName(figure.place ?? '', place)) &&
              among(due.period, (period) => samePeriod(figure.period ?? '', period))
            )
          })
        }),
      )
    expect(missing.map((turn) => turn.question)).toEqual([])
  })
})

describe('variants', () => {
  const base = cases.find((one) => one.style === 'formal') as Case
  const variants = variantsOf(base, 'seed')

  it('inherit what is due and whether they are held back', () => {
    expect(variants.map((one) => one.style)).toEqual(
      expect.arrayContaining(['typo_1', 'typo_2', 'glued', 'arabic_letters', 'latin_layout']),
    )
    for (const variant of variants) {
      expect(variant).toMatchObject({ class: base.class, held: base.held, now: base.now })
      expect(variant.turns[0].expect).toBe(base.turns[0].expect)
      expect(variant.turns[0].question).not.toBe(base.turns[0].question)
    }
  })

  it('are the same for the same seed', () => {
    expect(variantsOf(base, 'seed')).toEqual(variants)
  })
})

it('the baseline answers some questions and falls into near misses', async () => {
  const some = cases.filter((one) => one.store === 'large' && one.style === 'keywords').slice(0, 80)
  const results = await examine(some, createBaseline(rows))
  const outcomes = new Set(results.map((result) => result.score.outcome))
  expect(outcomes).toContain('right')
  expect(outcomes).toContain('wrong')
})
