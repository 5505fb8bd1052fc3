import { SheetError } from './sheet-error.ts'
import { texts } from './texts.fa.ts'

/**
 * Just enough XML for the parts of a workbook, which are written by programs: elements with or
 * without a prefix, attributes, text. No entity but the five of XML and character codes is known,
 * so nothing can expand; declarations, comments and CDATA inside what is read are refused.
 */
export interface XmlElement {
  readonly attributes: string
  /** What stands between the tags; null for an element that is closed at once. */
  readonly content: string | null
}

/** All elements of a name in a text, from left to right; those nested in one of them are part of it. */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  for (const match of xml.matchAll(pattern(name))) {
    yield { attributes: match[2] ?? '', content: match[3] ?? null }
  }
}

/** The elements of a name in a stream of text, which is forgotten behind them. */
export async function* streamedElements(
  chunks: AsyncIterable<string>,
  name: string,
  longest: number,
): AsyncGenerator<XmlElement> {
  let text = ''
  for await (const chunk of chunks) {
    text += chunk
    let end = 0
    for (const match of text.matchAll(pattern(name))) {
      if (match[0].includes('<!')) throw new SheetError('broken_file', texts.brokenFile)
      end = match.index + match[0].length
      yield { attributes: match[2] ?? '', content: match[3] ?? null }
    }
    text = text.slice(end)
    if (text.length <= longest) continue
    // What lies before the next element may be forgotten too, but not an element that never ends.
    const next = text.search(new RegExp(`<(?:\\w+:)?${name}\\b`))
    text = next === -1 ? text.slice(-100) : text.slice(next)
    if (text.length > longest) throw new SheetError('too_large', texts.contentTooLarge)
  }
}

const patterns = new Map<string, RegExp>()

function pattern(name: string): RegExp {
  let found = patterns.get(name)
  if (!found) {
    found = new RegExp(
      `<((?:\\w+:)?)${name}(?![\\w:.-])([^>]*?)(?:/>|>([^]*?)</\\1${name}\\s*>)`,
      'g',
    )
    patterns.set(name, found)
  }
  return found
}

/** The value of an attribute, whatever its prefix; null when it is not there. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null
}

/** The text of `<t>` elements, joined; phonetic guides are no part of it. */
export function textOf(content: string): string {
  const plain = content.includes('rPh') ? content.replace(pattern('rPh'), '') : content
  let text = ''
  for (const { content: part } of elements(plain, 't')) text += part ?? ''
  return decodeEscapes(decodeEntities(text))
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Spreadsheets write characters that XML cannot hold as «_x000D_». */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
