import { constants, deflateRawSync } from 'node:zlib'

export interface TestEntry {
  readonly name: string
  readonly data: Uint8Array | string
  /** What the headers claim instead of the truth. */
  readonly claimedSize?: number
  /** Megabytes of this text behind the data, which are never held in memory here. */
  readonly padding?: { readonly text: string; readonly megabytes: number }
}

function compressedOf({ data, padding }: TestEntry): Buffer {
  if (!padding) return deflateRawSync(Buffer.from(data))
  const block = (content: Buffer) =>
    deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH })
  const megabyte = block(Buffer.alloc(1_000_000, padding.text))
  const blocks = Array.from({ length: padding.megabytes }, () => megabyte)
  return Buffer.concat([block(Buffer.from(data)), ...blocks, deflateRawSync(Buffer.alloc(0))])
}

/** A ZIP archive, made by hand so that it can lie. */
export function zipOf(entries: readonly TestEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const testEntry of entries) {
    const { name, data, claimedSize } = testEntry
    const content = Buffer.from(data)
    const compressed = compressedOf(testEntry)
    const nameBytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(compressed.length, 18)
    local.writeUInt32LE(claimedSize ?? content.length, 22)
    local.writeUInt16LE(nameBytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(compressed.length, 20)
    entry.writeUInt32LE(claimedSize ?? content.length, 24)
    entry.writeUInt16LE(nameBytes.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, nameBytes, compressed)
    directory.push(entry, nameBytes)
    offset += local.length + nameBytes.length + compressed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook around the XML of its first sheet, with other parts that are added or replaced. */
export function workbookOf(sheet: Uint8Array | string, more: readonly TestEntry[] = []) {
  const added = new Set(more.map(({ name }) => name))
  const parts = ['worksheets/sheet1', 'sharedStrings', 'styles'].map((part, at) => {
    const type = part.replace(/s\/.*/, '')
    const there = at === 0 || added.has(`xl/${part}.xml`)
    return there ? relation(`rId${at + 1}`, type, `${part}.xml`) : ''
  })
  const entries: TestEntry[] = [
    { name: '_rels/.rels', data: relation('rId1', 'officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: parts.join('') },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ]
  return zipOf([...entries.filter(({ name }) => !added.has(name)), ...more])
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`

export const worksheet = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`

/** A row of text cells; strings that begin with «<» are cells already. */
export const rowXml = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell, at) => {
      const reference = `${String.fromCharCode(65 + at)}${row}`
      if (cell.startsWith('<c ')) return cell.replace('<c ', `<c r="${reference}" `)
      return `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`

export const REQUIRED = ['شاخص', 'مکان', 'دوره', 'مقدار', 'واحد']
