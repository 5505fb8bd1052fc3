import { texts } from '../texts.fa.ts'
import { SheetError } from './sheet-error.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256'

/**
 * The encoding of a text by its first bytes: a byte order mark, else the zeros and Persian pages of
 * UTF-16, else UTF-8 when it is valid, else Windows-1256 as old Persian programs write it. Null
 * when it is no text at all.
 */
export function encodingOf(start: Uint8Array): Encoding | null {
  const [first, second, third] = start
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  const wide = wideEncodingOf(start)
  if (wide) return wide
  if (start.includes(0)) return null
  return isUtf8(start) ? 'utf-8' : 'windows-1256'
}

/** In UTF-16 every other byte is the page: 0 for Latin, 6 for Persian letters. */
function wideEncodingOf(start: Uint8Array): Encoding | null {
  const length = start.length - (start.length % 2)
  let [even, odd] = [0, 0]
  for (let at = 0; at < length; at += 2) {
    if (isPage(start[at])) even++
    if (isPage(start[at + 1])) odd++
  }
  const most = (length / 2) * 0.9
  if (length < 4 || !start.subarray(0, length).some((byte) => byte === 0 || byte === 6)) return null
  if (odd >= most && even < most) return 'utf-16le'
  return even >= most && odd < most ? 'utf-16be' : null
}

const isPage = (byte: number | undefined) => byte === 0 || byte === 6 || byte === 0x20

/** The start of a text may end amid a letter. */
function isUtf8(start: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Decodes a stream of bytes, without the byte order mark. Throws a SheetError at bytes that are no text. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new SheetError('wrong_encoding', texts.wrongEncoding, { cause: error })
  }
}
