import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRows } from '../eval/store-rows.ts'
import { vocabularyOfData } from '../eval-ingest/vocabulary-of-data.ts'
import { listener, vocabularyOf } from './names-alone.ts'
import { ODD_NAMES } from './odd-names.ts'

type Names = readonly (readonly [name: string, unit: string])[]

/** A statement has no amount: «چقدر» does not ask for it. */
const STATEMENT = 'گزاره'
const STORE = join(import.meta.dirname, '../eval/store.jsonl')

const namesOfStore: Names = [
  ...new Map(readRows(STORE).map(({ indicator, unit }) => [indicator, unit])),
]
const namesOfData: Names = vocabularyOfData().indicators.map(({ name, unit }) => [name, unit])

/** Each way to ask with the year that it asks for. */
const WAYS: readonly (readonly [
  ask: (name: string) => string,
  year: string,
  how: 'amount' | 'words',
])[] = [
  [(name) => `${name} همدان ۱۴۰۲`, '1402', 'words'],
  [(name) => `${name} در همدان در سال ۱۴۰۲ چقدر بود؟`, '1402', 'amount'],
  [(name) => `پارسال ${name} همدان چقدر بود`, '1403', 'amount'],
  [(name) => `سال ۱۴۰۱ همدان ${name} چقدره`, '1401', 'amount'],
  [(name) => `${name.replaceAll('\u200c', ' ')} سال ۱۴۰۳ همدان`, '1403', 'words'],
]

/** What is understood otherwise than as asked, of all names in one store. */
function misunderstood(names: Names, among: Names = names): string[] {
  const hear = listener(vocabularyOf(among))
  return names.flatMap(([name, unit]) =>
    WAYS.filter(([, , how]) => how === 'words' || unit !== STATEMENT).flatMap(([ask, year]) => {
      const heard = hear(ask(name))
      return heard === `${name} · همدان · ${year}` ? [] : [`${ask(name)} ⇒ ${heard}`]
    }),
  )
}

describe('every name is understood as itself, with a place and a year beside it', () => {
  it.each([
    ['the data', namesOfData],
    ['the store of the evaluation', namesOfStore],
    ['a table of odd names', ODD_NAMES],
  ])('of %s', (_, names) => {
    expect(misunderstood(names)).toEqual([])
  })

  it('of all of them in one store', () => {
    const all = [...new Map([...namesOfData, ...namesOfStore, ...ODD_NAMES])]
    expect(misunderstood(ODD_NAMES, all)).toEqual([])
  })

  it('of odd names, each in a store that holds no other', () => {
    expect(ODD_NAMES.flatMap((row) => misunderstood([row]))).toEqual([])
  })
})

it('asks back where two names are the very same words', () => {
  const hear = listener(
    vocabularyOf([
      ['تولید گندم آبی', 'تن'],
      ['گندم آبی تولید', 'تن'],
    ]),
  )
  expect(hear('تولید گندم آبی همدان ۱۴۰۲')).toBe(
    'asked back: تولید گندم آبی · همدان · 1402 | گندم آبی تولید · همدان · 1402',
  )
})
