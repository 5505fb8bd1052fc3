import type { Part } from './answer.ts'
import { escapeHtml } from './render.ts'
import { texts } from './texts.fa.ts'

type Run = Exclude<Part, { readonly type: 'break' }>
type Line = readonly Run[]

/** What begins a row of a list: «• » or «۱. ». */
const ROW = /^(?:• |[۰-۹0-9]+\. )/u
const FEWEST_ROWS = 2

/**
 * An answer that lists figures as the HTML of a Rich Message (Bot API 10.1): the rows as a table,
 * the sources to be unfolded, all else as paragraphs. Nothing is left out. Null of an answer
 * without a list, which a plain message shows as well.
 */
export function renderRich(parts: readonly Part[]): string | null {
  const lines = linesOf(parts)
  if (lines.filter(isRow).length < FEWEST_ROWS) return null
  const blocks: string[] = []
  let rows: string[] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push(`<table bordered striped>${rows.join('')}</table>`)
    rows = []
  }
  for (const line of lines) {
    if (isRow(line)) {
      rows.push(rowHtml(line))
      continue
    }
    endTable()
    if (textOf(line).trim() !== '') blocks.push(blockHtml(line, blocks.length === 0))
  }
  endTable()
  return blocks.join('')
}

function linesOf(parts: readonly Part[]): Line[] {
  const lines: Run[][] = [[]]
  for (const part of parts) {
    if (part.type === 'break') lines.push([])
    else lines.at(-1)?.push(part)
  }
  return lines
}

const textOf = (line: Line): string => line.map(({ text }) => text).join('')

/** A row has a name and, as its last part, a value. */
function isRow(line: Line): boolean {
  return line.length > 1 && ROW.test(textOf(line)) && textOf(line.slice(0, -1)).endsWith(': ')
}

function rowHtml(line: Line): string {
  const name = textOf(line.slice(0, -1)).replace(/^• /u, '').replace(/: $/u, '')
  return `<tr><td>${escapeHtml(name)}</td><td>${line.slice(-1).map(runHtml).join('')}</td></tr>`
}

function blockHtml(line: Line, isFirst: boolean): string {
  const text = textOf(line)
  if (isFirst) return `<h3>${escapeHtml(text)}</h3>`
  if (text.startsWith(texts.source)) {
    const [label = '', ...rest] = text.split(': ')
    return `<details><summary>${escapeHtml(label)}</summary>${escapeHtml(rest.join(': '))}</details>`
  }
  return `<p>${line.map(runHtml).join('')}</p>`
}

function runHtml({ text, style }: Run): string {
  const escaped = escapeHtml(text)
  if (style === 'bold') return `<b>${escaped}</b>`
  return style === 'italic' ? `<i>${escaped}</i>` : escaped
}
