import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { REQUIRED_COLUMNS } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { csvTable, delimiterOf } from './csv-reading.ts'
import { jsonLinesSheet } from './json-lines.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { SheetError } from './sheet-error.ts'
import { decoded, type Encoding, encodingOf } from './text-encoding.ts'
import { LARGEST_WORKBOOK, readWorkbook } from './workbook-reading.ts'

export type { Sheet } from './sheet.ts'
export { SheetError } from './sheet-error.ts'

const START = 256 * 1024
const CHUNK = 64 * 1024

/**
 * Opens a table of figures: CSV and JSONL of any length are streamed, XLSX is read in a worker
 * within limits. Throws a SheetError that says what to do when the file is none of these, has no
 * headings, or lacks a required column.
 */
export async function readSheet(path: string): Promise<Sheet> {
  const name = basename(path)
  try {
    const start = await startOf(path)
    if (!isZip(start)) return await readText(start, () => createReadStream(path), name)
    if ((await stat(path)).size > LARGEST_WORKBOOK) throw tooLarge()
    return await readWorkbook(await readFile(path))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof SheetError) throw error
    throw new SheetError('cannot_open', texts.cannotOpen(name, String(error.code), error.message), {
      cause: error,
    })
  }
}

/** {@link readSheet} of a file that is in memory, such as one sent to the bot. */
export async function readSheetBytes(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  if (!isZip(bytes)) return readText(bytes.subarray(0, START), () => inChunks(bytes), fileName)
  if (bytes.length > LARGEST_WORKBOOK) throw tooLarge()
  return readWorkbook(bytes)
}

const tooLarge = () => new SheetError('too_large', texts.fileTooLarge(LARGEST_WORKBOOK))

async function readText(
  start: Uint8Array,
  chunks: () => AsyncIterable<Uint8Array>,
  name: string,
): Promise<Sheet> {
  if (isOldExcel(start)) throw new SheetError('old_excel', texts.oldExcel)
  const encoding = encodingOf(start)
  if (!encoding) throw new SheetError('unknown_format', texts.unknownFormat(name))
  const text = new TextDecoder(encoding).decode(start, { stream: true })
  const format = textFormatOf(text, name)
  if (format === 'jsonl') return jsonLinesSheet(decoded(chunks(), encoding), REQUIRED_COLUMNS)
  try {
    return await sheetOf(csvTable(decoded(chunks(), encoding), delimiterOf(text)))
  } catch (error) {
    throw misread(error, encoding) ? wrongEncoding(error) : error
  }
}

/** Whatever is not UTF-8 can be taken for Windows-1256; only its headings show that it was. */
const misread = (error: unknown, encoding: Encoding) =>
  encoding === 'windows-1256' && error instanceof SheetError && error.code === 'no_headings'

const wrongEncoding = (cause: unknown) =>
  new SheetError('wrong_encoding', texts.wrongEncoding, { cause })

function textFormatOf(text: string, name: string): 'csv' | 'jsonl' {
  const first = text.trimStart().charAt(0)
  const ending = extname(name).toLowerCase()
  if (first === '{') return 'jsonl'
  if (first === '[' && ending.startsWith('.json')) {
    throw new SheetError('unknown_format', texts.jsonArray)
  }
  if (first === '<' || first === '%') {
    throw new SheetError('unknown_format', texts.unknownFormat(name))
  }
  return ['.jsonl', '.ndjson', '.json'].includes(ending) ? 'jsonl' : 'csv'
}

const isZip = (bytes: Uint8Array) => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
const isOldExcel = (bytes: Uint8Array) => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

const beginsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}
