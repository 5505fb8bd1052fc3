import { texts } from '../texts.fa.ts'
import { type NumberFormat, numberFormats } from './number-formats.ts'
import { SheetError } from './sheet-error.ts'
import { decoded } from './text-encoding.ts'
import { attribute, elements, streamedElements, textOf } from './xml-scanning.ts'
import { inflated, type ZipEntries, zipEntries } from './zip-entries.ts'

/** A workbook without its sheets, which are read one by one. */
export interface Workbook {
  /** The text of each sheet that is not hidden, in the order of the tabs; read anew at each call. */
  readonly sheets: readonly (() => AsyncGenerator<string>)[]
  readonly sharedStrings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}

/** Real sheets of text shrink to a twentieth; what grows far more is made to fill the memory. */
const LARGEST_GROWTH = 40
const ALWAYS_ALLOWED = 32_000_000
const LARGEST_SHEET = 400_000_000
const LARGEST_PART = 100_000_000
const LONGEST_STRING = 1_000_000

/** Opens a workbook. Throws a SheetError when it is broken, too large, or another kind of archive. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const entries = zipEntries(bytes)
  const limit = Math.min(LARGEST_SHEET, ALWAYS_ALLOWED + bytes.length * LARGEST_GROWTH)
  const path = (await relationsOf(entries, '', limit)).find(({ type }) => type === 'officeDocument')
  if (!path || !entries.has(path.target)) {
    throw new SheetError('unknown_format', texts.notWorkbook)
  }
  const workbook = await wholePart(entries, path.target, limit)
  const relations = await relationsOf(entries, path.target, limit)
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target
  const paths = [...elements(workbook, 'sheet')]
    .filter((sheet) => (attribute(sheet, 'state') ?? 'visible') === 'visible')
    .map((sheet) => relations.find(({ id }) => id === attribute(sheet, 'id')))
    .filter((relation) => relation?.type === 'worksheet')
    .map((relation) => relation?.target ?? '')
  const [properties] = elements(workbook, 'workbookPr')
  const from1904 = properties ? attribute(properties, 'date1904') : null
  const styles = targetOf('styles')
  return {
    sheets: paths.map((sheet) => () => part(entries, sheet, limit)),
    sharedStrings: await stringsOf(entries, targetOf('sharedStrings'), limit),
    formats: styles ? numberFormats(await wholePart(entries, styles, limit)) : [],
    from1904: from1904 === '1' || from1904 === 'true',
  }
}

interface Relation {
  readonly id: string | null
  readonly type: string
  readonly target: string
}

/** Where a part names its others; of the whole archive when the part is empty. */
async function relationsOf(entries: ZipEntries, of: string, limit: number): Promise<Relation[]> {
  const slash = of.lastIndexOf('/') + 1
  const folder = of.slice(0, slash)
  const path = `${folder}_rels/${of.slice(slash)}.rels`
  if (!entries.has(path)) return []
  const xml = await wholePart(entries, path, limit)
  return [...elements(xml, 'Relationship')].map((relation) => ({
    id: attribute(relation, 'Id'),
    type: (attribute(relation, 'Type') ?? '').replace(/^.*\//, ''),
    target: resolved(folder, attribute(relation, 'Target') ?? ''),
  }))
}

function resolved(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/').toLowerCase()
}

async function stringsOf(
  entries: ZipEntries,
  path: string | undefined,
  limit: number,
): Promise<string[]> {
  if (path === undefined || !entries.has(path)) return []
  const strings: string[] = []
  const text = part(entries, path, Math.min(limit, LARGEST_PART))
  for await (const { content } of streamedElements(text, 'si', LONGEST_STRING)) {
    strings.push(textOf(content ?? ''))
  }
  return strings
}

async function* part(entries: ZipEntries, path: string, limit: number): AsyncGenerator<string> {
  const entry = entries.get(path)
  if (!entry) throw new SheetError('broken_file', texts.brokenFile)
  try {
    yield* decoded(inflated(entry, limit), 'utf-8')
  } catch (error) {
    if (!(error instanceof SheetError) || error.code !== 'wrong_encoding') throw error
    throw new SheetError('broken_file', texts.brokenFile, { cause: error })
  }
}

async function wholePart(entries: ZipEntries, path: string, limit: number): Promise<string> {
  let text = ''
  for await (const chunk of part(entries, path, Math.min(limit, LARGEST_PART))) text += chunk
  return text
}
