import { NAMED_REFERENCES } from '../persian/normalise.ts'

/** Dropped when a text is folded, so that it can fill up what a shorter character replaces. */
const FILLER = '\u2060'

const HIDDEN = /<(script|style|head|template)\b|<!--/gi
const TAGS = /<\/?[a-zA-Z][^<>]{0,500}>/g
const REFERENCES = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g

/**
 * Markup of a pasted page as blanks and character references as their characters, in exactly as
 * many UTF-16 units as before: offsets in the result are offsets in the original.
 */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text
  return withoutHidden(text)
    .replace(TAGS, blankTag)
    .replace(REFERENCES, (whole, decimal?: string, hex?: string, name?: string) => {
      const character = referenced(decimal, hex, name)
      return character === null ? whole : character.padEnd(whole.length, FILLER)
    })
}

/** Scripts, styles and comments as blanks; an unclosed one hides nothing. */
function withoutHidden(text: string): string {
  const lower = text.toLowerCase()
  // Some letters change length with their case: offsets would not hold.
  if (lower.length !== text.length) return text
  const unclosed = new Set<string>()
  let shownText = ''
  let at = 0
  for (const match of text.matchAll(HIDDEN)) {
    const end = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}`
    if (match.index < at || unclosed.has(end)) continue
    const close = lower.indexOf(end, match.index)
    if (close === -1) unclosed.add(end)
    else {
      const to = close + (end === '-->' ? end.length : 0)
      shownText += text.slice(at, match.index) + ' '.repeat(to - match.index)
      at = to
    }
  }
  return shownText + text.slice(at)
}

/** Tags that end a block end a line as well. */
function blankTag(tag: string): string {
  const block = /^<\/?(?:p|div|br|li|tr|h[1-6]|title|ul|ol|table|section|article)\b/i.test(tag)
  return (block ? '\n' : ' ').padEnd(tag.length, ' ')
}

function referenced(decimal?: string, hex?: string, name?: string): string | null {
  if (name !== undefined) return NAMED_REFERENCES.get(name.toLowerCase()) ?? null
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code >= 0x20 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : ' '
}

/** Direction overrides, control characters and halves of pairs: nothing a reader should be shown. */
const UNSEEN =
  /(?![\n\r\t\u0085])\p{Cc}|\p{Cs}|[\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * A piece of text as a person may safely be shown it: verbatim but for what cannot be seen, and
 * for the wide gaps that markup leaves.
 */
export function shown(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\s*[\n\r\u2028\u2029]\s*|\s{3,}/g, ' ')
    .trim()
}
