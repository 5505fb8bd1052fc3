import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { shown, withoutMarkup } from '../../src/ingest/plain-text.ts'
import { sentencesOf } from '../../src/ingest/sentences.ts'
import { vocabulary } from './vocabulary-for-tests.ts'

const draftsOf = (text: string) => extractDrafts(text, { vocabulary, publishedOn: '2021-05-01' })

describe('sentences', () => {
  it.each([
    ['الف شد. ب شد.', ['الف شد.', 'ب شد.']],
    ['۱.۵ تن بود.', ['۱.۵ تن بود.']],
    ['پایان یافت .وي گفت: ب.', ['پایان یافت .', 'وي گفت: ب.']],
    ['امام(ره) گفت؛ ادامه دارد.', ['امام(ره) گفت؛ ادامه دارد.']],
    ['یک\nدو', ['یک', 'دو']],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(expected)
  })

  it('of a text without a full stop are cut at a blank', () => {
    const pieces = sentencesOf('واحد '.repeat(2000))
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThanOrEqual(1500)
  })
})

describe('offsets and quotes', () => {
  it('point into the text as given, and the quote is verbatim', () => {
    const text = 'عنوان\nاستاندار قم گفت: بیش از ۶۰۰ شغل ایجاد شد. پایان.'
    const [draft] = draftsOf(text)
    expect(draft?.valueText).toBe('۶۰۰ شغل')
    expect(text.slice(draft?.start, draft?.end)).toBe('۶۰۰ شغل')
    expect(text.slice(draft?.quoteStart, draft?.quoteEnd)).toBe(draft?.quote)
  })

  it('markup is read as plain text at its own offsets', () => {
    const text = '<script>var a = "۹ تن"</script><p>صادرات&nbsp;<b>۶۰۰</b> &#1578;ن بود.</p>'
    const [draft, ...others] = draftsOf(text)
    expect(others).toEqual([])
    expect(draft).toMatchObject({ value: 600, unit: 'تن' })
    expect(draft?.quote).not.toMatch(/[<>&]/)
    expect(text.slice(draft?.start, draft?.end)).toMatch(/^۶۰۰/)
    expect(withoutMarkup(text)).toHaveLength(text.length)
  })

  it('direction overrides and control characters are not shown', () => {
    expect(shown('\u202eالف\u0000 \u2066ب\u2069\ud800')).toBe('الف ب')
    const [draft] = draftsOf('\u202e۱۲ تن\u202c گندم تولید شد.')
    expect(draft?.quote).not.toMatch(/\u202e|\u202c/)
  })
})

describe('any text', () => {
  const words = [
    'از',
    'به',
    '۱۲',
    '۳ هزار',
    'میلیارد',
    'تومان',
    'درصد',
    'واحد',
    'گفت:',
    'وی',
    '.',
    '\n',
    '،',
    'که',
    'شد',
    '5/21',
    '<b>',
    '&#1776;',
    '«',
    '»',
    'استان',
    'قم',
    'سال گذشته',
    'رتبه',
    'دوم',
    '\u202e',
    '\u200c',
    'یک‌سوم',
    'تا',
    'همت',
  ]
  const persian = fc
    .array(fc.constantFrom(...words), { maxLength: 120 })
    .map((all) => all.join(' '))

  const binary = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })

  function expectWithinBounds(text: string): void {
    let last = 0
    for (const draft of draftsOf(text)) {
      expect(draft.start).toBeGreaterThanOrEqual(draft.quoteStart)
      expect(draft.end).toBeLessThanOrEqual(draft.quoteEnd)
      expect(draft.end).toBeGreaterThan(draft.start)
      expect(draft.quoteStart).toBeGreaterThanOrEqual(last)
      expect(draft.quoteEnd).toBeLessThanOrEqual(text.length)
      expect(draft.value === null || Number.isFinite(draft.value)).toBe(true)
      expect(draft.value !== null || draft.alternatives.length > 1).toBe(true)
      expect(draft.confidence).toBeGreaterThan(0)
      expect(draft.confidence).toBeLessThanOrEqual(1)
      expect(draft.quote).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
      last = draft.quoteStart
    }
  }

  it('is drafted without an error, within bounds, and only from its own words', () => {
    fc.assert(fc.property(fc.oneof(persian, binary), expectWithinBounds), { numRuns: 150 })
  })

  it('of 200 kB is drafted so too, whatever it is made of', () => {
    const pieces = fc.array(fc.oneof(persian, binary), { minLength: 1, maxLength: 20 })
    const large = pieces.map((all) => {
      const piece = `${all.join('\n')}\n`
      return piece.repeat(Math.ceil(200_000 / piece.length)).slice(0, 200_000)
    })
    fc.assert(fc.property(large, expectWithinBounds), { numRuns: 4 })
  }, 120_000)

  it.each([
    ['figures', '۱۲۳ واحد '],
    ['openings of comments', '<!--'],
    ['direction overrides', '\u202e۱۲ تن'],
    ['half figures', 'از ۱ به '],
  ])(
    'of 200 kB is drafted too: %s',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length)).slice(0, 200_000)
      expect(() => draftsOf(text)).not.toThrow()
    },
    120_000,
  )
})
