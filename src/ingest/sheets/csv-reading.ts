import { columnOfHeading } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { unguarded } from './formula-guard.ts'
import type { TableRow } from './sheet.ts'
import { SheetError } from './sheet-error.ts'

export type Delimiter = ',' | ';' | '\t'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
/** Longer rows come from a quote that is never closed, or are an attack on memory. */
const LONGEST_ROW = 1_000_000
const [QUOTE, RETURN, NEWLINE] = [0x22, 0x0d, 0x0a]

/** The delimiter with which the start of a file shows the most headings in one row. */
export function delimiterOf(start: string): Delimiter {
  let best: Delimiter = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const records = new CsvRecords(delimiter)
    for (const values of records.push(start)) {
      const known = values.filter((value) => columnOfHeading(value) !== null).length
      if (known > most) [best, most] = [delimiter, known]
    }
  }
  return best
}

/** The records of a CSV text, numbered as a spreadsheet program numbers its rows. */
export async function* csvTable(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<TableRow> {
  const records = new CsvRecords(delimiter)
  let row = 0
  for await (const chunk of chunks) {
    for (const values of records.push(chunk)) yield { row: ++row, values: values.map(unguarded) }
  }
  for (const values of records.end()) yield { row: ++row, values: values.map(unguarded) }
}

/**
 * Splits CSV as RFC 4180 has it, in pieces: fields in quotes may hold delimiters, line ends and
 * doubled quotes. A quote amid a field is a letter like any other; rows end in CR, LF or both.
 */
class CsvRecords {
  private readonly delimiter: number
  private record: string[] = []
  private field = ''
  private length = 0
  private rows = 0
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  private afterReturn = false

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter.charCodeAt(0)
  }

  *push(chunk: string): Generator<string[]> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at)
      if (this.state === 'quoted') {
        if (code !== QUOTE) continue
        this.take(chunk, from, at)
        this.state = 'closed'
        from = at + 1
        continue
      }
      const lineFeedOfReturn = code === NEWLINE && this.afterReturn
      this.afterReturn = false
      if (lineFeedOfReturn) from = at + 1
      else if (code === this.delimiter) {
        this.take(chunk, from, at)
        this.endField()
        from = at + 1
      } else if (code === RETURN || code === NEWLINE) {
        this.take(chunk, from, at)
        this.afterReturn = code === RETURN
        from = at + 1
        yield this.endRecord()
      } else if (code === QUOTE && this.state === 'start') {
        this.state = 'quoted'
        from = at + 1
      } else if (code === QUOTE && this.state === 'closed') {
        // A doubled quote: the second opens the field again and is a part of it.
        this.state = 'quoted'
        from = at
      } else if (this.state !== 'closed') this.state = 'plain'
      else this.state = 'plain'
    }
    this.take(chunk, from, chunk.length)
  }

  *end(): Generator<string[]> {
    if (this.state === 'quoted') {
      throw new SheetError('broken_csv', texts.unclosedQuote(this.rows + 1))
    }
    if (this.state !== 'start' || this.record.length > 0) yield this.endRecord()
  }

  private take(chunk: string, from: number, to: number): void {
    if (to <= from) return
    this.length += to - from
    if (this.length > LONGEST_ROW) {
      throw new SheetError('too_large', texts.rowTooLong(this.rows + 1))
    }
    this.field += chunk.slice(from, to)
  }

  private endField(): void {
    this.record.push(this.field)
    this.field = ''
    this.state = 'start'
  }

  private endRecord(): string[] {
    this.endField()
    const record = this.record
    this.record = []
    this.length = 0
    this.rows++
    return record
  }
}
