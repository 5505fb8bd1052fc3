import Big from 'big.js'
import { fold, key } from './normalise.ts'
import { powerOfTen } from './number-parts.ts'
import { numberWord } from './number-words.ts'
import { type Token, tokenise } from './tokens.ts'
import { HEMAT, UNITS, type UnitEntry } from './unit-table.ts'

interface Spelling {
  readonly words: readonly string[]
  readonly entry: UnitEntry
}

/** Spellings by their first word, the longest first. */
const SPELLINGS = new Map<string, Spelling[]>()
const BY_KEY = new Map<string, UnitEntry>()

for (const entry of UNITS) {
  for (const spelling of entry.spellings) {
    const words = spelling.split(' ')
    const first = words[0] as string
    SPELLINGS.set(first, [...(SPELLINGS.get(first) ?? []), { words, entry }])
    BY_KEY.set(key(spelling), entry)
  }
  BY_KEY.set(key(entry.unit), entry)
}
for (const spellings of SPELLINGS.values())
  spellings.sort((a, b) => b.words.length - a.words.length)

export interface UnitReading {
  /** The unit's own name, whatever the spelling: «درصد» for «٪» and «درصدی». */
  readonly unit: string
  /** Index of the token after it. */
  readonly next: number
}

/**
 * Reads the unit that stands at a token, the longest one («واحد درصد» before «واحد»). «همت» counts
 * only directly after a number, since «به همت …» means by the effort of someone.
 */
export function readUnit(tokens: readonly Token[], at: number): UnitReading | null {
  const first = tokens[at]?.text
  if (first === undefined) return null
  for (const { words, entry } of SPELLINGS.get(first) ?? []) {
    if (!words.every((word, i) => tokens[at + i]?.text === word)) continue
    if (entry.unit === HEMAT && !endsNumber(tokens[at - 1])) continue
    return { unit: entry.unit, next: afterEzafe(tokens, at + words.length) }
  }
  return null
}

function endsNumber(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.kind === 'number' || numberWord(token.text) !== null || token.text === 'نیم'
}

/** «رتبه‌ی»: the ezafe written as a letter belongs to the word before. */
function afterEzafe(tokens: readonly Token[], next: number): number {
  const token = tokens[next]
  return token?.text === 'ی' && token.joined ? next + 1 : next
}

/**
 * Separates a scale from a unit: «میلیارد تومان» is power 9 of «تومان». A unit without a scale has
 * power 0; a name that the table does not know is kept as it is.
 */
export function splitUnit(unit: string): SplitUnit {
  let split = splitUnits.get(unit)
  if (split === undefined) {
    split = takeApart(unit)
    if (splitUnits.size >= MOST_KEPT) splitUnits.clear()
    splitUnits.set(unit, split)
  }
  return split
}

export interface SplitUnit {
  readonly power: number
  readonly unit: string
}

/** A store has some dozens of units, asked for again and again. */
const splitUnits = new Map<string, SplitUnit>()
const MOST_KEPT = 2000

function takeApart(unit: string): SplitUnit {
  const tokens = tokenise(unit)
  let power = 0
  let at = 0
  for (; at < tokens.length - 1; at++) {
    const word = numberWord(tokens[at]?.text ?? '')
    if (word?.kind !== 'scale' || word.ordinal !== undefined) break
    power += word.power
  }
  const rest = unit.slice(tokens[at]?.start ?? 0).trim()
  return { power, unit: BY_KEY.get(key(rest))?.unit ?? fold(rest) }
}

/** Whether the table knows a unit, with or without a scale before it («میلیون تن»). */
export const isKnownUnit = (unit: string): boolean => BY_KEY.has(key(splitUnit(unit).unit))

/** What a unit measures: units of one dimension can be converted, an unknown unit is its own. */
export function unitDimension(unit: string): string {
  const name = splitUnit(unit).unit
  return BY_KEY.get(key(name))?.dimension ?? name
}

/**
 * How many `to` one `from` is, exactly: 1000000000 from «میلیارد تومان» to «تومان». Null when the
 * dimensions differ, or when the two are recognised but must not be converted («ریال جدید»).
 */
export function unitFactor(from: string, to: string): Big | null {
  const source = splitUnit(from)
  const target = splitUnit(to)
  const scale = powerOfTen(source.power - target.power)
  if (key(source.unit) === key(target.unit)) return scale
  const a = BY_KEY.get(key(source.unit))
  const b = BY_KEY.get(key(target.unit))
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return null
  if (a.factor === null || b.factor === null) return null
  return new Big(a.factor).div(b.factor).times(scale)
}

/** Whether a unit measures (mass, money, percent …) rather than counts things or people. */
export function isMeasure(unit: string): boolean {
  const { unit: bare } = splitUnit(unit)
  const entry = UNITS.find((one) => one.unit === bare)
  return MEASURED.has(entry?.dimension ?? bare)
}

/** Dimensions in which a quantity is measured; in all others things are counted. */
const MEASURED: ReadonlySet<string> = new Set([
  ...UNITS.filter((one) => one.dimension !== one.unit && one.dimension !== 'نفر').map(
    (one) => one.dimension,
  ),
  ...['درصد', 'واحد درصد', 'رتبه', 'دلار', 'یورو', 'درهم', 'یوان', 'گزاره', 'برابر'],
])
