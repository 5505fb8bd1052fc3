import { badRequest } from './api-error.ts'

export interface UploadedFile {
  name: string
  type: string
  bytes: Buffer
}

interface Form {
  fields: Record<string, string>
  files: Map<string, UploadedFile>
}

/** Reads multipart/form-data (RFC 7578), with file names raw in UTF-8, quoted or not. */
export function readMultipart(contentType: string, body: Buffer): Form {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  if (!boundary) throw badRequest('multipart boundary is missing')
  const form: Form = { fields: {}, files: new Map() }
  for (const part of partsOf(body, delimiter)) {
    const headersEnd = part.indexOf('\r\n\r\n')
    if (headersEnd === -1) throw badRequest("can't parse multipart/form-data")
    addPart(form, part.subarray(0, headersEnd).toString('utf8'), part.subarray(headersEnd + 4))
  }
  return form
}

function addPart(form: Form, headers: string, bytes: Buffer): void {
  const name = parameterOf(headers, 'name')
  const fileName = parameterOf(headers, 'filename')
  if (name === undefined) throw badRequest("can't parse multipart/form-data")
  if (fileName === undefined) {
    form.fields[name] = bytes.toString('utf8')
    return
  }
  const type = /^content-type:\s*([^\r\n;]+)/im.exec(headers)?.[1] ?? 'application/octet-stream'
  form.files.set(name, { name: fileName, type, bytes })
}

function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(delimiter)
  while (start !== -1) {
    const from = start + delimiter.length
    const next = body.indexOf(`\r\n${delimiter}`, from)
    if (next === -1) break
    parts.push(body.subarray(from + 2, next))
    start = next + 2
  }
  if (
    start === -1 ||
    !body
      .subarray(start + delimiter.length)
      .toString('latin1')
      .startsWith('--')
  ) {
    throw badRequest("can't parse multipart/form-data: the closing boundary is missing")
  }
  return parts
}

function parameterOf(headers: string, name: string): string | undefined {
  const pattern = new RegExp(`[;\\s]${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))`, 'i')
  const found = pattern.exec(headers)
  return (found?.[1] ?? found?.[2])?.replaceAll('%22', '"').replace(/\\(.)/g, '$1')
}
