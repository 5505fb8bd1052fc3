import { splitGlued } from './glued-words.ts'
import { foldWithOffsets } from './normalise.ts'

export type TokenKind = 'word' | 'latin' | 'number' | 'punctuation'

export interface Token {
  /** Folded text: unified letters, ASCII digits, lower-case Latin. */
  readonly text: string
  readonly kind: TokenKind
  /** Where it stands in the original text (UTF-16 offsets, end exclusive). */
  readonly start: number
  readonly end: number
  /** Whether only a half-space, or nothing, stands between it and the token before. */
  readonly joined: boolean
  /** Set on a number whose digits were typed in Latin script: its slash is read with care. */
  readonly latinDigits?: true
}

/**
 * A number keeps separators that stand between its digits («۱۲٫۵», «1,200», «1403/07/15»). The
 * Persian comma mostly separates the items of a list and counts only before three digits.
 */
const TOKEN =
  /(?<number>\d+(?:(?:[.,/٫٬]|،(?=\d{3}(?!\d)))\d+)*)|(?<latin>[a-z]+(?:'[a-z]+)*)|(?<word>[\p{L}\p{M}]+)|(?<punctuation>[^\s\u200c])/gu

/**
 * Splits a text into words, Latin words, numbers and punctuation marks. Half-spaces separate
 * words as spaces do, and so does the border between digits and letters («۱۵۰۰میلیارد»).
 * Number words written as one («یکهزار», «هشتصدوبیست») are tokens of their own.
 */
export function tokenise(original: string): Token[] {
  const { text, offsets } = foldWithOffsets(original)
  const tokens: Token[] = []
  let previousEnd = -1
  for (const match of text.matchAll(TOKEN)) {
    const kind = kindOf(match.groups ?? {})
    const joined = previousEnd !== -1 && !text.slice(previousEnd, match.index).includes(' ')
    let from = match.index
    for (const part of (kind === 'word' && splitGlued(match[0], joined)) || [match[0]]) {
      const start = offsets[from] as number
      const end = endOffset(original, offsets, from + part.length)
      const latin = kind === 'number' && /[0-9]/.test(original.slice(start, end))
      tokens.push({
        text: part,
        kind,
        start,
        end,
        joined: joined || from > match.index,
        ...(latin ? { latinDigits: true } : {}),
      })
      from += part.length
    }
    previousEnd = from
  }
  return tokens
}

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  if (groups.number !== undefined) return 'number'
  if (groups.latin !== undefined) return 'latin'
  return groups.word !== undefined ? 'word' : 'punctuation'
}

/** The end of a folded span in the original: just after its last character and that one's marks. */
function endOffset(original: string, offsets: readonly number[], to: number): number {
  const last = offsets[to - 1] as number
  const width = (original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1
  return last + width
}
