import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeCallback,
  decodeIds,
  encodeCallback,
  encodeIds,
  idOf,
} from '../../src/bot/callback-data.ts'

describe('what a button carries', () => {
  it('comes back as it went', () => {
    expect(decodeCallback(encodeCallback('figure', 12, 345, '1399-07-15', 't'))).toEqual({
      action: 'figure',
      arguments: ['12', '345', '1399-07-15', 't'],
    })
  })

  it('fits an interval of days between the greatest ids', () => {
    const data = encodeCallback('figure', 99_999, 99_999, '1399-07-15/1400-12-29', 'a')
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  })

  it.each(['', 'zz:1', 'source:1', 's1'])('is nothing to know for «%s»', (data) => {
    expect(decodeCallback(data)).toBeNull()
  })

  it('refuses what Telegram would refuse', () => {
    expect(() => encodeCallback('figure', 'چهارمحال و بختیاری و کهگیلویه و بویراحمد')).toThrow(
      RangeError,
    )
  })

  it('lists as many ids as fit, the first ones first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 })), (ids) => {
        const data = encodeCallback('source', encodeIds(ids))
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        const listed = decodeIds(decodeCallback(data)?.arguments[0])
        expect(listed).toEqual(ids.slice(0, listed.length))
        expect(listed.length).toBeGreaterThanOrEqual(Math.min(ids.length, 5))
      }),
    )
  })

  it.each(['0', '-1', '1e3', '۱', '01', '', undefined])('takes %s for no id', (text) => {
    expect(idOf(text)).toBeNull()
  })
})
