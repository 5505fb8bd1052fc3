import { LONGEST_NUMBER_WORD, type NumberWord, numberWord } from './number-words.ts'
import { isUnitWord, LONGEST_UNIT_WORD } from './unit-table.ts'

const AND = 'و'
/** Longer than any number that is written as one word. */
const LONGEST = 48
/** Too short or too common inside other words to be looked for there. */
const NOT_GLUED = new Set(['یه', 'چل', 'چار', 'شست'])

/**
 * Splits number words that are written as one, with or without «و» and a unit at the end:
 * «یکهزار», «سیصدوپنجاه», «میلیاردتومان». Null for a word that is not wholly made of them, or whose
 * parts are no number one after the other («سیده», «دوده»).
 */
export function splitGlued(word: string, joined: boolean): string[] | null {
  if (word.length > LONGEST || word.length < 3) return null
  if (numberWord(word) !== null || isUnitWord(word)) return null
  // «سی‌ودو»: the half-space stands before «و» only.
  if (joined && word.startsWith(AND)) {
    const rest = word.slice(AND.length)
    if (numberWord(rest) !== null) return [AND, rest]
    const parts = splitGlued(rest, false)
    return parts === null ? null : [AND, ...parts]
  }
  return search(word, 0, null, new Set())
}

/** Depth first over the places where a number word may end; `dead` holds places without a way on. */
function search(
  word: string,
  from: number,
  previous: NumberWord | null,
  dead: Set<number>,
): string[] | null {
  if (from === word.length) return []
  if (dead.has(from)) return null
  const furthest = Math.min(word.length, from + Math.max(LONGEST_NUMBER_WORD, LONGEST_UNIT_WORD))
  for (let to = furthest; to > from + 1; to--) {
    const piece = word.slice(from, to)
    if (previous !== null && to === word.length && isUnitWord(piece)) return [piece]
    const read = NOT_GLUED.has(piece) ? null : numberWord(piece)
    if (read === null || !mayFollow(previous, read)) continue
    const direct = search(word, to, read, dead)
    if (direct !== null) return [piece, ...direct]
    if (word[to] !== AND) continue
    if (to + 1 === word.length) {
      if (read.kind === 'scale') return [piece, AND]
      continue
    }
    const rest = search(word, to + 1, read, dead)
    if (rest !== null && numberWord(rest[0] ?? '') !== null) return [piece, AND, ...rest]
  }
  dead.add(from)
  return null
}

function mayFollow(previous: NumberWord | null, next: NumberWord): boolean {
  if (previous === null) return true
  if (previous.ordinal !== undefined) return false
  if (next.kind === 'scale') return previous.kind === 'value' || next.power > previous.power
  if (previous.kind === 'scale') return true
  if (next.value === 100) return previous.value > 0 && previous.value < 10
  // A fraction («یکسوم») or the next smaller part («بیستویک»).
  const denominator = next.ordinal === 'm' && previous.value < 10 && next.value > previous.value
  return next.value < previous.room || denominator
}
