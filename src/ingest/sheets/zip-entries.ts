import { createInflateRaw } from 'node:zlib'
import { texts } from '../texts.fa.ts'
import { SheetError } from './sheet-error.ts'

/** What a ZIP archive holds, by lower-case name with forward slashes; nothing is inflated yet. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>

export interface ZipEntry {
  readonly compressed: Uint8Array
  readonly deflated: boolean
  /** The CRC-32 of what comes out; 0 when it is not told. */
  readonly checksum: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 1000

/**
 * The directory of a ZIP archive. Sizes that it claims are taken for nothing but where data lies;
 * names are only looked up, never used as paths. Throws a SheetError when it is broken.
 */
export function zipEntries(bytes: Uint8Array): ZipEntries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(view)
    const count = view.getUint16(end + 10, true)
    if (count > MOST_ENTRIES) throw new RangeError('too many entries')
    const entries = new Map<string, ZipEntry>()
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError('no entry')
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      ) as [number, number, number]
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      entries.set(name.replaceAll('\\', '/').toLowerCase(), entryAt(bytes, view, at))
      at += 46 + nameLength + extraLength + commentLength
    }
    return entries
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new SheetError('broken_file', texts.brokenFile, { cause: error })
  }
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  throw new RangeError('no directory')
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const method = view.getUint16(at + 10, true)
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1
  const local = view.getUint32(at + 42, true)
  if (encrypted || (method !== 0 && method !== 8)) throw new RangeError('unknown method')
  if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new RangeError('no data')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const end = start + view.getUint32(at + 20, true)
  if (end > bytes.length) throw new RangeError('data beyond the end')
  return {
    compressed: bytes.subarray(start, end),
    deflated: method === 8,
    checksum: view.getUint32(at + 16, true),
  }
}

/**
 * Inflates an entry piece by piece. Throws a SheetError once more than `limit` bytes have come out,
 * and in the end when they are not what the archive's checksum says.
 */
export async function* inflated(
  { compressed, deflated, checksum }: ZipEntry,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let total = 0
  let crc = -1
  try {
    for await (const chunk of deflated ? inflating(compressed) : [compressed]) {
      total += chunk.length
      if (total > limit) throw new SheetError('too_large', texts.contentTooLarge)
      crc = updatedCrc(crc, chunk)
      yield chunk
    }
    if (checksum !== 0 && (crc ^ -1) >>> 0 !== checksum) throw new RangeError('wrong checksum')
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw new SheetError('broken_file', texts.brokenFile, { cause: error })
  }
}

function inflating(compressed: Uint8Array): AsyncIterable<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 })
  stream.end(compressed)
  return stream
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function updatedCrc(crc: number, bytes: Uint8Array): number {
  let value = crc
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0)
  return value
}
