import { describe, expect, it } from 'vitest'
import { placeIndex } from '../../src/facts/place-index.ts'
import type { Place } from '../../src/facts/types.ts'

const place = (id: number, name: string, kind: Place['kind'], parentId: number | null): Place => ({
  id,
  name,
  kind,
  isoCode: null,
  parentId,
})

const PLACES = [
  place(1, 'کل کشور', 'country', null),
  place(2, 'قم', 'province', 1),
  place(3, 'فارس', 'province', 1),
  place(4, 'خراسان رضوی', 'province', 1),
  place(5, 'خراسان شمالی', 'province', 1),
  place(6, 'قم', 'county', 2),
  place(7, 'مهر', 'county', 3),
  place(8, 'مهر', 'county', 4),
  place(9, 'چهارمحال و بختیاری', 'province', 1),
]
const ALIASES = [
  { id: 1, target: 'place', targetId: 1, text: 'ایران' },
  { id: 2, target: 'place', targetId: 4, text: 'خراسان' },
  { id: 3, target: 'place', targetId: 5, text: 'خراسان' },
  { id: 4, target: 'indicator', targetId: 2, text: 'سیب' },
] as const

const index = placeIndex({ places: PLACES, aliases: ALIASES })

describe('the places that a cell may mean', () => {
  it.each([
    ['قم', [2]],
    ['استان قم', [2]],
    ['شهرستان قم', [6]],
    ['ايران', [1]],
    ['خراسان‌رضوی', [4]],
    ['خراسان', [4, 5]],
    ['مهر', [7, 8]],
    ['شهرستان مهر، فارس', [7]],
    ['شهرستان مهر، استان خراسان رضوی', [8]],
    ['قم، قم', [6]],
    ['مهر، قم', []],
    ['استان مهر', []],
    ['هرات', []],
    ['قمم', []],
    ['سیب', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(index.resolve(text).map(({ id }) => id)).toEqual(ids)
  })

  it.each(PLACES)('$kind $name ($id) has a label that leads back to it', (known) => {
    expect(index.resolve(index.label(known))).toEqual([known])
  })

  it('proposes the nearest names for an unknown one', () => {
    expect(index.nearest('چهار محال بختیاری')[0]).toBe('چهارمحال و بختیاری')
    expect(index.nearest('فارص')[0]).toBe('فارس')
  })
})
