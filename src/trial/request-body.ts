import type { IncomingMessage } from 'node:http'
import { ApiError, badRequest } from './api-error.ts'
import { readMultipart, type UploadedFile } from './multipart.ts'

export interface RequestBody {
  fields: Record<string, unknown>
  files: ReadonlyMap<string, UploadedFile>
}

/** Reads a whole body. Throws 413 when it is longer than `limit` bytes. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > limit) throw new ApiError(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * A Bot API call's parameters from its query string and its body: JSON, urlencoded form, or
 * multipart form with files. Throws 400 for a body that cannot be read.
 */
export function readBody(contentType: string, body: Buffer, query: URLSearchParams): RequestBody {
  const fields: Record<string, unknown> = Object.fromEntries(query)
  if (body.length === 0) return { fields, files: new Map() }
  if (contentType.startsWith('application/json')) {
    return { fields: { ...fields, ...readJson(body) }, files: new Map() }
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
    return { fields: { ...fields, ...form }, files: new Map() }
  }
  if (contentType.startsWith('multipart/form-data')) {
    const form = readMultipart(contentType, body)
    return { fields: { ...fields, ...form.fields }, files: form.files }
  }
  return { fields, files: new Map() }
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {}
  throw badRequest('object expected as request body')
}
