import type { Part } from './answer.ts'
import { withFormulasReadable } from './formula-direction.ts'
import { escapeHtml } from './render.ts'
import { texts } from './texts.fa.ts'

type Run = Exclude<Part, { readonly type: 'break' }>
type Line = readonly Run[]

/** What begins a row of a list: «• » or «۱. ». */
const ROW = /^(?:• |[۰-۹0-9]+\. )/u
const FEWEST_ROWS = 2
const MOST_BLOCKS = 500

/**
 * An answer that lists figures as the HTML of a Rich Message (Bot API 10.1): the rows as a table,
 * the sources to be unfolded, all else as paragraphs. Nothing is left out. Null of an answer
 * without a list, which a plain message shows as well, and of one beyond Telegram's 500 blocks.
 */
export function renderRich(parts: readonly Part[]): string | null {
  const lines = linesOf(parts)
  const rowCount = lines.filter(isRow).length
  // Each line makes at most two blocks: a table with its first row, or details with their paragraph.
  if (rowCount < FEWEST_ROWS || lines.length + rowCount > MOST_BLOCKS) return null
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

const shown = (text: string): string => escapeHtml(withFormulasReadable(text))

const textOf = (line: Line): string => line.map(({ text }) => text).join('')

/** A row has a name and, as its last part, a value. */
function isRow(line: Line): boolean {
  return line.length > 1 && ROW.test(textOf(line)) && textOf(line.slice(0, -1)).endsWith(': ')
}

/** Cells stand at the left unless told otherwise, in a message from right to left as well. */
const CELL = '<td align="right">'

function rowHtml(line: Line): string {
  const name = textOf(line.slice(0, -1)).replace(/^• /u, '').replace(/: $/u, '')
  return `<tr>${CELL}${shown(name)}</td>${CELL}${line.slice(-1).map(runHtml).join('')}</td></tr>`
}

function blockHtml(line: Line, isFirst: boolean): string {
  const text = textOf(line)
  if (isFirst) return `<h3>${shown(text)}</h3>`
  if (text.startsWith(texts.source)) {
    const [label = '', ...rest] = text.split(': ')
    return `<details><summary>${shown(label)}</summary><p>${shown(rest.join(': '))}</p></details>`
  }
  return `<p>${line.map(runHtml).join('')}</p>`
}

function runHtml({ text, style }: Run): string {
  const escaped = shown(text)
  if (style === 'bold') return `<b>${escaped}</b>`
  return style === 'italic' ? `<i>${escaped}</i>` : escaped
}
