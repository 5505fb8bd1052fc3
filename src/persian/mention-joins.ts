import type Big from 'big.js'
import type { Found, FoundUnit } from './mention-units.ts'
import { decimalsOf, writtenAs } from './number-parts.ts'
import type { NumberReading } from './number-reading.ts'
import type { Token } from './tokens.ts'
import { unitFactor } from './units.ts'

/** Joins «۱۴ همت و ۵۰۰ میلیارد تومان», «۲۰ درصد تا ۳۰ درصد»; shares a unit in «از ۲۵ به ۳۷ واحد». */
export function joinNeighbours(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const joined: Found[] = []
  for (const mention of found) {
    const before = joined.at(-1)
    const pair = before === undefined ? [mention] : joinPair(tokens, before, mention)
    joined.splice(-1, before === undefined ? 0 : 1, ...pair)
  }
  return joined
}

/** Two mentions in a row as one, or as two that the words between them may have changed. */
function joinPair(tokens: readonly Token[], a: Found, b: Found): Found[] {
  switch (wordBetween(tokens, a, b)) {
    case 'و': {
      const whole = compound(a, b)
      if (whole !== null) return [whole]
      return repeatsScale(a, b) ? [withDoubt(a), withDoubt(b)] : [a, b]
    }
    case 'تا':
    case 'الی': {
      const range = rangeWithUnits(a, b)
      return range === null ? [a, b] : [range]
    }
    case 'به':
      return tokens[a.from - 1]?.text === 'از' ? [withSharedUnit(a, b), b] : [a, b]
    default:
      return [a, b]
  }
}

/** «۳۵۷ میلیون و ۸۳۹ هزار و ۷۴۰ هزار ریال»: a slip of the writer, or a list. */
function repeatsScale(a: Found, b: Found): boolean {
  const power = a.reading.written?.power ?? 0
  return a.unit === null && power > 0 && power === b.reading.written?.power
}

function withDoubt(mention: Found): Found {
  return { ...mention, reading: { ...mention.reading, ambiguous: 'scale' } }
}

/** «از ۲۵ به ۳۷ واحد»: the unit of the second counts for the first, whose own words end before. */
function withSharedUnit(a: Found, b: Found): Found {
  return a.unit !== null || b.unit === null ? a : { ...a, unit: { ...b.unit, shared: true } }
}

/** The one word between two mentions, if there is exactly one. */
function wordBetween(tokens: readonly Token[], a: Found, b: Found): string {
  return a.next + 1 === b.from ? (tokens[a.next]?.text ?? '') : ''
}

/** A quantity in two units of one dimension, the greater first. */
function compound(a: Found, b: Found): Found | null {
  const [greater, smaller] = [a.reading, b.reading]
  if (a.unit === null || !greater.value || !smaller.value || b.qualifier !== 'exact') return null
  const unit = b.unit ?? (a.unit.name === 'همت' && smaller.value.gte(1e6) ? toman(b) : null)
  if (unit === null || greater.ambiguous || smaller.ambiguous) return null
  const factor = unitFactor(a.unit.name, unit.name)
  if (factor === null || factor.lte(1) || smaller.value.gte(factor)) return null
  const value = greater.value.times(factor).plus(smaller.value)
  const power = smaller.written?.power ?? 0
  const reading: NumberReading = {
    next: smaller.next,
    value,
    written: writtenAs(value, power, decimalsOf(value, power)),
    ordinal: false,
    form: greater.form === smaller.form ? greater.form : 'mixed',
  }
  return { ...a, reading, next: b.next, unit }
}

/** «۱۴ همت و ۵۰۰ میلیارد»: the second part can only be of tomans. */
function toman(mention: Found): FoundUnit | null {
  return { name: 'تومان', from: mention.next, next: mention.next }
}

function rangeWithUnits(a: Found, b: Found): Found | null {
  if (a.unit === null || b.unit === null || a.unit.name !== b.unit.name) return null
  const [low, high] = [a.reading.value, b.reading.value]
  if (!low || !high || low.gte(high) || a.reading.ordinal || b.reading.ordinal) return null
  const range: [Big, Big] = [low, high]
  const reading = { ...b.reading, value: null, written: null, range }
  return { ...a, reading, next: b.next, unit: b.unit }
}
