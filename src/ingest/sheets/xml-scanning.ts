import { texts } from '../texts.fa.ts'
import { SheetError } from './sheet-error.ts'

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

interface FoundElement extends XmlElement {
  readonly start: number
  readonly end: number
}

/** All elements of a name in a text, from left to right. Throws a SheetError when one never ends. */
export function* elements(xml: string, name: string): Generator<FoundElement> {
  const whole = yield* scan(xml, name)
  if (!whole) throw new SheetError('broken_file', texts.brokenFile)
}

/** Gives whole elements, and in the end whether there was no other. */
function* scan(xml: string, name: string): Generator<FoundElement, boolean> {
  const open = new RegExp(`<((?:\\w+:)?)${name}(?![\\w:.-])([^<>]*)>`, 'g')
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const [, prefix = '', attributes = ''] = match
    const start = match.index
    if (attributes.endsWith('/')) {
      yield { attributes: attributes.slice(0, -1), content: null, start, end: open.lastIndex }
      continue
    }
    const close = closing(xml, `</${prefix}${name}`, open.lastIndex)
    // Without its end, whatever follows belongs to this element: looking on would take for ever.
    if (close === -1) return false
    const content = xml.slice(open.lastIndex, close)
    open.lastIndex = xml.indexOf('>', close) + 1
    yield { attributes, content, start, end: open.lastIndex }
  }
  return true
}

/** Where the closing tag stands, when it is there as a whole; -1 otherwise. */
function closing(xml: string, tag: string, from: number): number {
  for (let at = xml.indexOf(tag, from); at !== -1; at = xml.indexOf(tag, at + 1)) {
    if (/^\s*>/.test(xml.slice(at + tag.length, at + tag.length + 10))) return at
  }
  return -1
}

/** The elements of a name in a stream of text, which is forgotten behind them. */
export async function* streamedElements(
  chunks: AsyncIterable<string>,
  name: string,
  longest: number,
): AsyncGenerator<XmlElement> {
  const start = new RegExp(`<(?:\\w+:)?${name}(?![\\w:.-])`)
  let text = ''
  for await (const chunk of chunks) {
    text += chunk
    let end = 0
    for (const element of scan(text, name)) {
      if (element.content?.includes('<!')) throw new SheetError('broken_file', texts.brokenFile)
      end = element.end
      yield element
    }
    text = text.slice(end)
    if (text.length <= longest) continue
    // What lies before the next element may be forgotten too, but not an element that never ends.
    const next = text.search(start)
    text = next === -1 ? text.slice(-100) : text.slice(next)
    if (text.length > longest) throw new SheetError('too_large', texts.contentTooLarge)
  }
  if (start.test(text)) throw new SheetError('broken_file', texts.brokenFile)
}

const attributePatterns = new Map<string, RegExp>()

/** The value of an attribute, whatever its prefix; null when it is not there. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  let pattern = attributePatterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    attributePatterns.set(name, pattern)
  }
  const match = pattern.exec(attributes)
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null
}

/** The text of `<t>` elements, joined; phonetic guides are no part of it. */
export function textOf(content: string): string {
  let text = ''
  for (const { content: part } of elements(withoutGuides(content), 't')) text += part ?? ''
  return decodeEscapes(decodeEntities(text))
}

function withoutGuides(content: string): string {
  if (!content.includes('rPh')) return content
  let text = ''
  let from = 0
  for (const guide of elements(content, 'rPh')) {
    text += content.slice(from, guide.start)
    from = guide.end
  }
  return text + content.slice(from)
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  }),
)

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED.get(name) ?? whole
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
