import data from '../../data/lexicon/paired.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import { unitDimension } from '../persian/units.ts'
import { isFrame } from './listed-indicators.ts'
import { type FoundPhrase, PhraseFinder } from './phrase-finder.ts'
import type { Word } from './sense.ts'
import { ASPECT_PHRASES } from './words.ts'

/** A question about two indicators together, divided into the words of each. */
export interface PairedWords {
  readonly aspect: 'quotient' | 'sum'
  /** The words of the numerator, with the places and years that frame the question. */
  readonly first: string
  /** Ways to say the other indicator, the likeliest first; empty where only its unit is said. */
  readonly second: readonly string[]
  /** What is counted of the other one («به ازای هر هکتار»); null where no unit was said. */
  readonly unit: string | null
  /** «به ازای هر هزار نفر» is a thousand. */
  readonly per: number
  /** Whether «هر», «به ازای» was said, rather than «در هکتار» or a ratio. */
  readonly isEach: boolean
}

/** An indicator that a unit stands for though nobody names it: hectares are those under the crop. */
export interface ImpliedIndicator {
  readonly unit: string
  readonly phrases: readonly string[]
  readonly heads: readonly string[]
  /** Whether the name goes on with what is produced («سطح زیر کشت گندم»). */
  readonly ofSubject: boolean
}

export const IMPLIED: readonly ImpliedIndicator[] = data.implied

interface Piece {
  readonly typed: string
  readonly key: string
  /** A place, a number, or a word that no indicator's name has. */
  readonly frames: boolean
}

const perEach = finderOf([...data.perEach, ...data.eachAlone])
const dividedBy = finderOf(data.dividedBy)
const ratio = finderOf(data.ratio)
const sum = finderOf(data.sum)
const average = finderOf(ASPECT_PHRASES.average)
const implied = new PhraseFinder(
  IMPLIED.flatMap((one) => one.phrases.map((phrase) => [phrase, one] as const)),
)
const EACH_ALONE = new Set(data.eachAlone.map(key))
const NUMBERS = new Map(Object.entries(data.numbers).map(([word, value]) => [key(word), value]))
const TO = key(data.to)
const YIELD = key(data.yield.said)
const PRODUCTION = key(data.yield.meant)
/** «در هر استان», «هر سال»: of each one is asked, nothing is divided. */
const NOT_DIVIDED_BY = new Set(['استان', 'شهرستان', 'شهر', 'کشور', 'سال', 'ماه', 'روز', 'هفته'])

/** The ways to divide the words; none where nothing asks for two indicators together. */
export function pairedWords(words: readonly Word[]): PairedWords[] {
  const pieces = piecesOf(words)
  const keys = pieces.map((piece) => piece.key)
  return [
    ...perEach.find(keys).flatMap((span) => perUnit(pieces, span)),
    ...implied.find(keys).map((span) => perImplied(pieces, span)),
    ...dividedBy
      .find(keys)
      .map(({ from, to }) => quotient(pieces.slice(0, from), pieces.slice(to))),
    ...partsOfWhole(pieces),
    ...ratio.find(keys).flatMap(({ from, to }) => ratios(pieces, from, to)),
  ]
    .filter(({ first }) => first !== '')
    .slice(0, MOST_WAYS)
}

/** Each is understood anew: of a text made of «به» there would be a hundred. */
const MOST_WAYS = 4

/** The text of a sum («مجموع تولید گندم و جو») without what asks for one; null of any other. */
export function withoutSum(words: readonly Word[]): string | null {
  const pieces = piecesOf(words)
  const spans = sum.find(pieces.map((piece) => piece.key))
  return spans.length === 0 ? null : sentence(without(pieces, spans))
}

/** Whether a name is one of a quotient: «مصرف سرانه آب», «عملکرد پسته در هکتار». */
export function isPairName(name: string): boolean {
  const keys = name.split(/[ \u200c]/).map(key)
  return [perEach, implied, ratio].some((finder) => finder.find(keys).length > 0)
}

/** «تولید گندم به ازای هر هکتار سطح زیر کشت در فارس». */
function perUnit(pieces: readonly Piece[], { from, to }: FoundPhrase<true>): PairedWords[] {
  const { per, next } = numberAt(pieces, to)
  const unitPiece = pieces[next]
  const hasUnit = unitPiece !== undefined && isUnitWord(unitPiece.key)
  if (unitPiece === undefined || (hasUnit && NOT_DIVIDED_BY.has(unitPiece.key))) return []
  const left = plainOf(pieces.slice(0, from))
  const right = pieces.slice(hasUnit ? next + 1 : next)
  const alone = pieces.slice(from, to).every((piece) => EACH_ALONE.has(piece.key))
  if (alone && !(hasUnit && isAverage(pieces, unitPiece.key))) return []
  const unit = hasUnit ? unitPiece.typed : null
  const common = { aspect: 'quotient', unit, per, isEach: true } as const
  const names = !right.every(({ frames }) => frames)
  // «به ازای هر هکتار در فارس چقدر گندم تولید شد»: what stands behind is the numerator.
  if (!names || left.every(({ frames }) => frames))
    return hasUnit ? [{ ...common, first: numerator([...left, ...right], true), second: [] }] : []
  const second = [sentence(right), ...(hasUnit ? [sentence(pieces.slice(next))] : [])]
  return [{ ...common, first: numerator(left, unit !== null), second }]
}

/** «میانگین تسهیلات هر واحد», «هر هکتار»: «هر کارخانه» alone may ask for each one. */
function isAverage(pieces: readonly Piece[], unit: string): boolean {
  return average.find(pieces.map(({ key }) => key)).length > 0 || unitDimension(unit) === AREA
}

const AREA = unitDimension('هکتار')

function perImplied(pieces: readonly Piece[], span: FoundPhrase<ImpliedIndicator>): PairedWords {
  const first = numerator(plainOf(without(pieces, [span])), true)
  return { aspect: 'quotient', first, second: [], unit: span.value.unit, per: 1, isEach: false }
}

/** «تولید شیشه یزد چند درصد ظرفیتش است»: the one in per cent of the other, of one subject. */
function partsOfWhole(pieces: readonly Piece[]): PairedWords[] {
  const at = pieces.findIndex(
    ({ key }, index) => key === PER_CENT && pieces[index - 1]?.key === HOW_MANY,
  )
  const left = pieces.slice(0, Math.max(0, at - 1))
  const right = pieces.slice(at + 1)
  const names = (some: readonly Piece[]) => some.some(({ frames }) => !frames)
  if (at === -1 || !names(left) || !names(right)) return []
  const first = left.findIndex(({ frames }) => !frames)
  const subject = left.filter((_, index) => index !== first)
  const whole = sentence(right)
  const common = { aspect: 'quotient', unit: null, per: 1, isEach: false } as const
  return [{ ...common, first: sentence(left), second: [whole, `${whole} ${sentence(subject)}`] }]
}

const PER_CENT = 'درصد'
const HOW_MANY = 'چند'

/** «نسبت صادرات به واردات یزد», at each «به» that may divide it. */
function ratios(pieces: readonly Piece[], from: number, to: number): PairedWords[] {
  return pieces.flatMap((piece, at) =>
    piece.key === TO && at > to
      ? [quotient([...pieces.slice(0, from), ...pieces.slice(to, at)], pieces.slice(at + 1))]
      : [],
  )
}

function quotient(left: readonly Piece[], right: readonly Piece[]): PairedWords {
  const common = { aspect: 'quotient', unit: null, per: 1, isEach: false } as const
  return { ...common, first: sentence(plainOf(left)), second: [sentence(right)] }
}

/** The yield of a field is what it produced: «عملکرد گندم در هکتار». */
function numerator(pieces: readonly Piece[], perHectare: boolean): string {
  const produces = pieces.some((piece) => piece.key === PRODUCTION)
  return pieces
    .map(({ key, typed }) =>
      perHectare && key === YIELD ? (produces ? '' : data.yield.meant) : typed,
    )
    .filter(Boolean)
    .join(' ')
}

const plainOf = (pieces: readonly Piece[]): Piece[] =>
  without(pieces, average.find(pieces.map((piece) => piece.key)))

function numberAt(pieces: readonly Piece[], from: number): { per: number; next: number } {
  let per = 1
  let next = from
  for (; next < pieces.length; next++) {
    const { key } = pieces[next] as Piece
    const value = NUMBERS.get(key) ?? (/^10+$/.test(key) ? Number(key) : null)
    if (value === null) break
    per *= value
  }
  return { per, next }
}

function piecesOf(words: readonly Word[]): Piece[] {
  return words.flatMap((word) =>
    word.token.kind === 'punctuation'
      ? []
      : word.typed.split(' ').map((typed) => ({ typed, key: key(typed), frames: isFrame(word) })),
  )
}

function without<T>(pieces: readonly Piece[], spans: readonly FoundPhrase<T>[]): Piece[] {
  return pieces.filter((_, at) => !spans.some(({ from, to }) => from <= at && at < to))
}

const sentence = (pieces: readonly Piece[]): string => pieces.map(({ typed }) => typed).join(' ')

function finderOf(phrases: readonly string[]): PhraseFinder<true> {
  return new PhraseFinder(phrases.map((phrase) => [phrase, true as const]))
}
