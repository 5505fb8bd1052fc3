import type { Part } from './answer.ts'
import { withFormulasReadable } from './formula-direction.ts'

/** What one message may hold, in UTF-16 units after entity parsing (Bot API, sendMessage). */
export const MESSAGE_LIMIT = 4096

export interface Page {
  /** For `parse_mode: 'HTML'`. */
  readonly html: string
  /** The same without markup. */
  readonly text: string
}

export interface RenderOptions {
  /** UTF-16 units of one page, markup not counted. Default 4096. */
  readonly limit?: number
}

type Style = 'plain' | 'bold' | 'italic' | 'quote'

interface Run {
  readonly text: string
  readonly style: Style
}

type Line = readonly Run[]

const RIGHT_TO_LEFT_MARK = '\u200f'

/** The parts as plain text, a line for each break. */
export function plainText(parts: readonly Part[]): string {
  return linesOf(parts)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n')
    .trim()
}

/**
 * The parts as messages that fit, cut between lines, and within a line only where it alone is
 * too long. Every line reads from right to left, whatever it begins with. Nothing gives no page.
 */
export function renderPages(
  parts: readonly Part[],
  { limit = MESSAGE_LIMIT }: RenderOptions = {},
): Page[] {
  const pages: Line[][] = []
  let page: Line[] = []
  let size = 0
  for (const line of linesOf(parts)
    .map(rightToLeft)
    .map(readable)
    .flatMap((line) => cutLine(line, limit))) {
    const length = lengthOf(line)
    if (page.length > 0 && size + 1 + length > limit) {
      pages.push(page)
      page = []
    }
    size = page.length === 0 ? length : size + 1 + length
    page.push(line)
  }
  pages.push(page)
  const filled = pages.map(withoutEmptyEdges).filter((lines) => lines.length > 0)
  return filled.map((lines) => ({
    html: htmlOf(lines),
    text: lines.map((line) => line.map(({ text }) => text).join('')).join('\n'),
  }))
}

/** Text that Telegram shows as it is, whatever it holds. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Quotes are blocks: they begin and end a line of their own. */
function linesOf(parts: readonly Part[]): Line[] {
  const lines: Run[][] = [[]]
  for (const part of parts) {
    if (part.type === 'break') {
      lines.push([])
      continue
    }
    const style = part.style ?? 'plain'
    const last = () => lines.at(-1) ?? []
    const before = last().at(-1)
    if (before && (before.style === 'quote') !== (style === 'quote')) lines.push([])
    part.text.split(/\r\n|[\r\n\u2028\u2029]/).forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') last().push({ text, style })
    })
  }
  return lines
}

/** A paragraph takes the direction of its first strong letter; a mark in front makes it Persian's. */
function rightToLeft(line: Line): Line {
  const text = line.map((run) => run.text).join('')
  const strong = /\p{L}|\u200e|\u200f/u.exec(text)?.[0]
  const first = line[0]
  const isFine = strong !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\u200f]/u.test(strong)
  if (!first || isFine) return line
  return [{ ...first, text: RIGHT_TO_LEFT_MARK + first.text }, ...line.slice(1)]
}

const readable = (line: Line): Line =>
  line.map((run) => ({ ...run, text: withFormulasReadable(run.text) }))

function cutLine(line: Line, limit: number): Line[] {
  if (lengthOf(line) <= limit) return [line]
  const lines: Run[][] = [[]]
  let room = limit
  for (const run of line) {
    let rest = run.text
    while (rest.length > room) {
      const end = cutPoint(rest, room)
      if (end > 0) lines.at(-1)?.push({ ...run, text: rest.slice(0, end).trimEnd() })
      rest = rest.slice(end).trimStart()
      lines.push([])
      room = limit
    }
    if (rest !== '') lines.at(-1)?.push({ ...run, text: rest })
    room -= rest.length
  }
  return lines.filter((cut) => cut.length > 0)
}

/** Behind the last space that fits; without one, before the character that does not. */
function cutPoint(text: string, room: number): number {
  const space = text.lastIndexOf(' ', room)
  if (space > room / 2) return space
  const code = text.charCodeAt(room - 1)
  const splitsPair = code >= 0xd800 && code <= 0xdbff
  return splitsPair ? room - 1 : room
}

function htmlOf(lines: readonly Line[]): string {
  let html = ''
  let quoting = false
  lines.forEach((line, index) => {
    const quote = line[0]?.style === 'quote'
    if (quoting && !quote) html += '</blockquote>'
    if (index > 0) html += '\n'
    if (quote && !quoting) html += '<blockquote>'
    quoting = quote
    html += line.map(runHtml).join('')
  })
  return quoting ? `${html}</blockquote>` : html
}

function runHtml({ text, style }: Run): string {
  const escaped = escapeHtml(text)
  if (style === 'bold') return `<b>${escaped}</b>`
  if (style === 'italic') return `<i>${escaped}</i>`
  return escaped
}

function withoutEmptyEdges(lines: readonly Line[]): Line[] {
  const isFull = (line: Line) => line.some((run) => run.text.trim() !== '')
  const first = lines.findIndex(isFull)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isFull) + 1)
}

const lengthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0)
