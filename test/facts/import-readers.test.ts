import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { parseValue } from '../../src/persian/parse-value.ts'

const readers = persianReaders()

describe('plain numbers, which are read without the grammar', () => {
  const whole = fc.integer({ min: 0, max: 10 ** 15 }).map(String)
  const fraction = fc.integer({ min: 0, max: 9999 }).map((digits) => `.${digits}`)
  const text = fc.tuple(whole, fc.oneof(fc.constant(''), fraction)).map((parts) => parts.join(''))
  const unit = fc.constantFrom('تن', 'هزار تن', 'میلیارد تومان', 'درصد', 'رتبه', 'فقره پرونده')

  it('are what the grammar reads', () => {
    fc.assert(
      fc.property(text, unit, fc.boolean(), (text, unit, numeric) => {
        const read = parseValue(text, unit, { numeric })
        const expected = 'error' in read ? { error: expect.any(String) } : read
        expect(readers.parseValue(text, unit, numeric)).toEqual(expected)
      }),
    )
  })
})
