import { describe, expect, it } from 'vitest'
import { placeMentions, placeOfEach } from '../../src/questions/place-mentions.ts'
import { LEXICON, wordsOf } from './vocabulary-for-tests.ts'

const mentionsOf = (text: string, taken: readonly number[] = []) => {
  const words = wordsOf(text)
  return placeMentions(words, placeOfEach(words, LEXICON), new Set(taken))
}

/** The places of a text: «county:قم»; several candidates are joined by «|». */
const places = (text: string, taken: readonly number[] = []) =>
  mentionsOf(text, taken).map(({ candidates }) =>
    candidates.map(({ kind, name }) => (kind === 'province' ? name : `${kind}:${name}`)).join('|'),
  )

describe('places in a question', () => {
  it.each([
    ['در قم', ['قم']],
    ['استان قم', ['قم']],
    ['شهرستان قم', ['county:قم']],
    ['شهر قم', ['county:قم']],
    ['شهر کاشان', ['county:کاشان']],
    ['کاشان', ['county:کاشان']],
    ['کشور', ['country:ایران']],
    ['یزدی‌ها', ['یزد']],
    ['یزد و کرمان', ['یزد', 'کرمان']],
    ['خراسان رضوی', ['خراسان رضوی']],
    ['khorasan razavi', ['خراسان رضوی']],
    // One name of three provinces; a slip that two provinces are near.
    ['خراسان', ['خراسان رضوی|خراسان شمالی|خراسان جنوبی']],
    ['کرماناه', ['کرمانشاه|کرمان']],
    // A slip that only one is near.
    ['یزذ', ['یزد']],
    ['خمراسان رضوی', ['خراسان رضوی']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })

  it.each(['هرات', 'تهران', 'ارومیه', 'قند', 'گندم', 'در', 'یزدان'])('none of ours: %s', (text) => {
    expect(places(text)).toEqual([])
  })

  it('a province that tells where a place lies is not asked for, and is explained', () => {
    const [mention, ...others] = mentionsOf('شهرستان کاشان در استان اصفهان')
    expect(others).toEqual([])
    expect(mention?.candidates.map(({ name }) => name)).toEqual(['کاشان'])
    expect(mention?.parentWords).toHaveLength(1)
  })

  it('but one that is listed beside it is', () => {
    expect(places('کاشان و اصفهان')).toEqual(['county:کاشان', 'اصفهان'])
    expect(places('کاشان یا اصفهان')).toEqual(['county:کاشان', 'اصفهان'])
  })

  it.each([
    // A slip beside a place said as it is; listed with it, in it, or called a province, it may be one.
    ['یزذ کرمان', ['کرمان']],
    ['یزذ و کرمان', ['یزد', 'کرمان']],
    ['کاشاب اصفهان', ['county:کاشان']],
    ['استان یزذ کرمان', ['یزد', 'کرمان']],
  ])('of a slip beside a place: %s', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })

  it('words that were taken for something else are no places', () => {
    expect(places('قم یزد', [0])).toEqual(['یزد'])
  })
})
