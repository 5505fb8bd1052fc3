import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of each, row by row. */
  readonly bytes: Uint8Array
}

const SIGNATURE_BYTES = 8
const CHANNELS = 4

/** Reads a PNG of eight bits and four channels, which is what the renderer writes. */
export function pixelsOf(png: Uint8Array): Pixels {
  const view = Buffer.from(png)
  const header = { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
  if (view[24] !== 8 || view[25] !== 6) throw new Error('not a PNG of eight bits with alpha')
  const parts: Buffer[] = []
  for (let at = SIGNATURE_BYTES; at < view.length; ) {
    const length = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(view.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  return { ...header, bytes: unfiltered(inflateSync(Buffer.concat(parts)), header) }
}

/** Undoes the five filters of PNG (RFC 2083, section 6). */
function unfiltered(raw: Uint8Array, { width, height }: { width: number; height: number }) {
  const stride = width * CHANNELS
  const bytes = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x < CHANNELS ? 0 : (bytes[y * stride + x - CHANNELS] ?? 0)
      const up = y === 0 ? 0 : (bytes[(y - 1) * stride + x] ?? 0)
      const corner = x < CHANNELS || y === 0 ? 0 : (bytes[(y - 1) * stride + x - CHANNELS] ?? 0)
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      bytes[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return bytes
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [
    number,
    number,
    number,
  ]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

const VISIBLE = 48

/** The share of pixels that differ visibly in some channel. */
export function differentShare(a: Pixels, b: Pixels): number {
  let different = 0
  for (let at = 0; at < a.bytes.length; at += CHANNELS) {
    const differs = [0, 1, 2, 3].some(
      (channel) => Math.abs((a.bytes[at + channel] ?? 0) - (b.bytes[at + channel] ?? 0)) > VISIBLE,
    )
    if (differs) different++
  }
  return different / (a.bytes.length / CHANNELS)
}
