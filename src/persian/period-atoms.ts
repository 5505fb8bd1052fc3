import { LATIN, MEANINGS, type Role } from './period-words.ts'
import type { Token } from './tokens.ts'
import { readNumberWords, splitGluedNumber } from './year-words.ts'

/**
 * A word of a period, or any other word of the text. Several tokens may make one («سال‌های»,
 * «نود و نه»), and one token several («مهرماه», «سالجاری»).
 */
export interface Atom {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  /** Folded, with ا for آ. */
  readonly word: string
  readonly role: Role | 'number' | 'ordinal' | 'dash' | 'other' | 'punctuation'
  /** Of a number its value; of a month, season or relative year its index. */
  readonly value: number
  /** The digits of a number that was written in digits, or ''. */
  readonly digits: string
}

const RELATIVE = /^(پار|پیار|پیرار)$/
/** What is written apart so often that it is joined wherever its parts meet. */
const APART = new Set<Role>(['years', 'until-now', 'months-unit', 'month-unit'])
const MONTH_OR_SEASON = new Set<Role>(['month', 'season'])
const GLUED_PREPOSITION = /^(در|از|تا|ازابتدای|درابتدای)(.{3,})$/
const SPLITS: readonly RegExp[] = [
  /^(سال)(جاری|گذشته|اینده|قبل|پیش|جدید)$/,
  /^(یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده)(ماهه|ماه|سال)$/,
  /^(فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند)(ماه)$/,
  /^(نیمه|فصل)(اول|دوم|نخست|سوم|چهارم)$/,
  /^(ماه|دهه|هفته)(گذشته|جاری|قبل)$/,
]

/** Reads tokens into the words of periods. Works on `token.text`: a caller may have corrected it. */
export function periodAtoms(tokens: readonly Token[]): Atom[] {
  return nameMonths(joinNumbers(joinWords(tokens.flatMap(splitToken))))
}

/** «برج ۷», «ماه هفتم»: a month by its number. */
function nameMonths(atoms: readonly Atom[]): Atom[] {
  const named: Atom[] = []
  for (const atom of atoms) {
    const last = named.at(-1)
    const isNumbered =
      (last?.word === NUMBERED && (atom.role === 'number' || atom.role === 'ordinal')) ||
      // Not the «ماه» of «آبان ماه چهارم», which belongs to its name.
      (last?.word === 'ماه' && atom.role === 'ordinal' && named.at(-2)?.role !== 'month')
    if (last !== undefined && isNumbered && atom.value >= 1 && atom.value <= 12)
      named[named.length - 1] = {
        ...last,
        to: atom.to,
        role: 'month',
        value: atom.value,
        digits: '',
      }
    else named.push(atom)
  }
  return named
}

const NUMBERED = 'برج'

function splitToken(token: Token, index: number): Atom[] {
  const at = { from: index, to: index + 1, value: 0, digits: '' }
  const word = plain(token.text)
  if (token.kind === 'number') {
    const value = /^\d{1,6}$/.test(word) ? Number(word) : Number.NaN
    return [{ ...at, word, role: 'number', value, digits: word }]
  }
  if (token.kind === 'punctuation') {
    return [{ ...at, word, role: /^[-‐‑]$/.test(word) ? 'dash' : 'punctuation' }]
  }
  return partsOf(token.kind === 'latin' ? (LATIN.get(word) ?? word) : word).map((part) => {
    const meaning = MEANINGS.get(part)
    return { ...at, word: part, role: meaning?.role ?? 'other', value: meaning?.value ?? 0 }
  })
}

function plain(text: string): string {
  return text.replace(/[\u200c\s]/g, '').replaceAll('آ', 'ا')
}

/**
 * Words come again and again, and each question is read several times. Short ones are kept: V8 keeps
 * the whole text for a longer piece of it.
 */
const partsOfWords = new Map<string, readonly string[]>()
const MOST_KEPT = 5000
const LONGEST_KEPT = 12

function partsOf(word: string): readonly string[] {
  if (word.length > LONGEST_KEPT) return splitWord(word)
  let parts = partsOfWords.get(word)
  if (parts === undefined) {
    parts = splitWord(word)
    if (partsOfWords.size >= MOST_KEPT) partsOfWords.clear()
    partsOfWords.set(word, parts)
  }
  return parts
}

function splitWord(word: string): string[] {
  if (MEANINGS.has(word)) return [word]
  const number = splitGluedNumber(word)
  if (number !== null) return number
  for (const split of SPLITS) {
    const match = split.exec(word)
    if (match?.[1] && match[2]) return [match[1], match[2]]
  }
  const prefixed = GLUED_PREPOSITION.exec(word)
  if (prefixed?.[1] && prefixed[2]) {
    const rest = splitWord(prefixed[2])
    const role = MEANINGS.get(rest[0] ?? '')?.role
    const known = role !== undefined && role !== 'and' && role !== 'in' && role !== 'past'
    if (known && !(prefixed[2].length === 3 && role === 'month')) return [prefixed[1], ...rest]
  }
  return [word]
}

/** «سال های» → سالهای, «پار سال» → پارسال, «شهر یور» → شهریور, «تا کنون» → تاکنون. */
function joinWords(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const last = joined.at(-1)
    // The «ی» of «نیمه‌ی دوم».
    if (last !== undefined && atom.word === 'ی' && last.role !== 'other') {
      joined[joined.length - 1] = { ...last, to: atom.to }
      continue
    }
    const glued = last === undefined ? '' : last.word + atom.word
    const meaning = MEANINGS.get(glued)
    if (last !== undefined && meaning !== undefined && joins(joined, last, atom, meaning.role)) {
      const value = meaning.value ?? 0
      joined[joined.length - 1] = { ...last, to: atom.to, word: glued, role: meaning.role, value }
    } else joined.push(atom)
  }
  return joined
}

function joins(before: readonly Atom[], last: Atom, atom: Atom, role: Role): boolean {
  if (APART.has(role)) return true
  if (last.word === 'نیم' && role === 'half-unit') return true
  if (role === 'relative-year') {
    const ordinal = before.at(-2)?.role === 'number' || /^(سی|چهل)$/.test(before.at(-2)?.word ?? '')
    return RELATIVE.test(last.word) || (last.word === 'ام' && !ordinal)
  }
  if (last.word === 'پیش' && atom.word === 'رو') return true
  return MONTH_OR_SEASON.has(role) && last.role === 'other' && (last.word + atom.word).length >= 5
}

function joinNumbers(atoms: readonly Atom[]): Atom[] {
  const words = atoms.map((atom) => atom.word)
  const read: Atom[] = []
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at] as Atom
    const number = readNumberWords(words, at)
    if (number !== null) {
      const last = atoms[at + number.length - 1] as Atom
      read.push({
        from: atom.from,
        to: last.to,
        word: words.slice(at, at + number.length).join(' '),
        role: number.ordinal ? 'ordinal' : 'number',
        value: number.value,
        digits: '',
      })
      at += number.length
      continue
    }
    // «۱۵ام», «۳۰ ام», but no «ام» of a written date.
    if (atom.role === 'number' && !Number.isNaN(atom.value) && /^ا?م$/.test(words[at + 1] ?? '')) {
      read.push({ ...atom, to: (atoms[at + 1] as Atom).to, role: 'ordinal' })
      at += 2
      continue
    }
    const year = zeroYear(atoms, at)
    if (year !== null) {
      read.push(year)
      at += 2
      continue
    }
    read.push(atom)
    at++
  }
  return read
}

const ZERO = 'صفر'

/** «صفر دو» is said of the year «۰۲». */
function zeroYear(atoms: readonly Atom[], at: number): Atom | null {
  const [zero, next] = [atoms[at], atoms[at + 1]]
  if (zero?.word !== ZERO || next === undefined) return null
  const value =
    next.role === 'number' ? next.value : (readNumberWords([next.word], 0)?.value ?? Number.NaN)
  if (!(value >= 1 && value <= 9)) return null
  return {
    ...zero,
    to: next.to,
    word: `${ZERO} ${value}`,
    role: 'number',
    value,
    digits: `0${value}`,
  }
}
