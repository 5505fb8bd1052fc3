import fc from 'fast-check'
import { StoreError } from '../../src/facts/errors.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import type { Store } from '../../src/facts/open.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { importReaders } from '../../src/ingest/readers.ts'
import { readSheetBytes, SheetError } from '../../src/ingest/sheets/read-sheet.ts'
import { sheetBytes } from '../../src/ingest/sheets/write-sheet.ts'
import { by } from '../facts/sample-figures.ts'
import { REQUIRED, rowXml, workbookOf, worksheet } from '../ingest/sheets/made-workbooks.ts'
import { HOSTILE_WORDS, LONG_TEXTS, TRUE_WORDS } from './words.ts'

const word = fc.oneof(
  fc.constantFrom(...TRUE_WORDS),
  fc.constantFrom(...HOSTILE_WORDS),
  fc.constantFrom('1399', '37', 'واحد', 'تن', 'actual', '=1+1', '"', ',', ';'),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const rows = fc.array(fc.array(word, { minLength: 4, maxLength: 7 }), { maxLength: 8 })
const headings = fc.oneof(
  { weight: 4, arbitrary: fc.constant(REQUIRED) },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 6 }) },
)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const csv = fc
  .record({
    headings,
    rows,
    separator: fc.constantFrom(',', ';', '\t', '|'),
    quotes: fc.boolean(),
    encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
    mark: fc.constantFrom('', '\ufeff'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ headings, rows, separator, quotes, encoding, mark, end }) => {
    const cell = (text: string) => (quotes ? `"${text.replaceAll('"', '""')}"` : text)
    const lines = [headings, ...rows].map((cells) => cells.map(cell).join(separator))
    return Buffer.from(mark + lines.join(end), encoding)
  })

const jsonLines = fc
  .array(
    fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom(...REQUIRED, '__proto__', 'constructor'), word), word),
      fc.jsonValue(),
    ),
    { maxLength: 8 },
  )
  .map((values) => Buffer.from(values.map((one) => JSON.stringify(one)).join('\n')))

const workbook = fc
  .record({ headings, rows, raw: fc.boolean(), after: fc.oneof(fc.constant(''), word) })
  .map(({ headings, rows, raw, after }) => {
    const cells = (row: readonly string[]) => row.map((one) => (raw ? one : escaped(one)))
    const xml = [headings, ...rows].map((row, at) => rowXml(at + 1, cells(row))).join('')
    return Buffer.from(workbookOf(worksheet(xml, after)))
  })

/** A file of some kind, whole or with bytes changed, cut off or repeated. */
export const hostileFile = fc
  .record({
    bytes: fc.oneof(csv, jsonLines, workbook, fc.uint8Array({ maxLength: 300 })),
    name: fc.constantFrom('a.csv', 'a.xlsx', 'a.jsonl', 'a.json', 'a.txt', 'a.tsv', '../../b.xls'),
    changes: fc.oneof(
      fc.constant([]),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
    ),
    keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ bytes, name, changes, keep }) => {
    const changed = Buffer.from(bytes)
    for (const [at, value] of changes) if (changed.length > 0) changed[at % changed.length] = value
    return { name, bytes: changed.subarray(0, Math.ceil(changed.length * keep)) }
  })

/** A report as it may be pasted. */
export const hostileReport = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(word, { minLength: 5, maxLength: 40 })
      .map((words) => words.join(' ').slice(0, 4096)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_TEXTS) },
)

export interface FilesBarrage {
  readonly files: number
  readonly reports: number
  readonly broken: readonly string[]
}

/**
 * Reads hostile files and tries their import without storing, and drafts hostile reports: each is
 * read or refused with a reason, and nothing is stored.
 */
export async function filesBarrage(options: {
  /** With a vocabulary. */
  readonly store: Store
  readonly seed: number
  readonly files: number
  readonly reports: number
  readonly say?: (line: string) => void
}): Promise<FilesBarrage> {
  const { store, seed, say } = options
  const broken: string[] = []
  const before = await countOf(store)
  const inSlices = async <Item>(
    arbitrary: fc.Arbitrary<Item>,
    count: number,
    handle: (item: Item) => Promise<void> | void,
    show: (item: Item) => string,
  ) => {
    for (let done = 0; done < count && broken.length < 20; done += 500) {
      const numRuns = Math.min(500, count - done)
      for (const item of fc.sample(arbitrary, { numRuns, seed: seed + done })) {
        try {
          await handle(item)
        } catch (error) {
          const told = error instanceof Error ? error.stack : String(error)
          broken.push(`${told} ← ${show(item).slice(0, 600)}`)
        }
      }
      say?.(`${done + numRuns} files or reports, ${broken.length} broken`)
    }
  }
  await inSlices(
    hostileFile,
    options.files,
    async ({ name, bytes }) => await tryFile(store, name, bytes),
    ({ name, bytes }) => `${name} ${bytes.toString('base64')}`,
  )
  const vocabulary = await loadVocabulary(store.db)
  await inSlices(
    hostileReport,
    options.reports,
    (text) => {
      for (const { quote } of extractDrafts(text, { vocabulary })) {
        if (quote === '') throw new Error('a draft without the words it came from')
      }
    },
    (text) => JSON.stringify(text),
  )
  if ((await countOf(store)) !== before) broken.push('something was stored')
  return { files: options.files, reports: options.reports, broken }
}

async function tryFile(store: Store, name: string, bytes: Uint8Array): Promise<void> {
  try {
    const sheet = await readSheetBytes(bytes, name)
    const report = await importRows(store, by('الف'), sheet.rows, {
      readers: importReaders,
      defaultSource: { title: name, publisher: null, url: null, publishedOn: null },
      dryRun: true,
    })
    // What is refused is sent back as a sheet, with the reason.
    const refused = report.refusedRows.map(({ row, reason }) => [row, reason])
    const csv = Buffer.from(await sheetBytes('csv', ['سطر', 'دلیل'], refused)).toString()
    for (const line of csv.split('\n')) {
      if (/^\ufeff?"?[=+@\t]/.test(line)) throw new Error(`a formula in «${line}»`)
    }
  } catch (error) {
    if (error instanceof SheetError || error instanceof StoreError) return
    throw error
  }
}

async function countOf({ db }: Store): Promise<number> {
  return (await db.selectFrom('change_set').select('id').execute()).length
}
