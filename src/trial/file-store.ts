import { badRequest } from './api-error.ts'
import { LIMITS } from './limits.ts'
import type { UploadedFile } from './multipart.ts'
import { pictureSize } from './picture-size.ts'
import type { Document, PhotoSize } from './wire-types.ts'

export type FileKind = 'photo' | 'document'

export interface StoredFile {
  id: string
  uniqueId: string
  kind: FileKind
  name: string
  type: string
  bytes: Buffer
  path: string
  width: number
  height: number
}

export interface FileStore {
  /** Keeps an uploaded file. Throws 400 for what Telegram refuses (empty, too big, no picture). */
  add(kind: FileKind, upload: UploadedFile): StoredFile
  byId(id: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
}

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  pdf: 'application/pdf',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>()
  return {
    add(kind, upload) {
      const { width, height } = checkUpload(kind, upload)
      const number = files.size + 1
      const file: StoredFile = {
        id: `${kind === 'photo' ? 'AgAC' : 'BQAC'}trial${number}`,
        uniqueId: `${kind === 'photo' ? 'AQAD' : 'AgAD'}${number}`,
        kind,
        name: upload.name,
        type: TYPES[extensionOf(upload.name)] ?? 'application/octet-stream',
        bytes: upload.bytes,
        path: `${kind}s/file_${number}.${kind === 'photo' ? 'jpg' : extensionOf(upload.name)}`,
        width,
        height,
      }
      files.set(file.id, file)
      return file
    },
    byId: (id) => files.get(id),
    byPath: (path) => [...files.values()].find((file) => file.path === path),
  }
}

export function photoSizes(file: StoredFile): PhotoSize[] {
  const { id, uniqueId, width, height, bytes } = file
  const small = Math.min(1, 320 / Math.max(width, height))
  const full = { file_id: id, file_unique_id: uniqueId, width, height, file_size: bytes.length }
  if (small === 1) return [full]
  const [smallWidth, smallHeight] = [Math.round(width * small), Math.round(height * small)]
  return [{ ...full, width: smallWidth, height: smallHeight }, full]
}

export function documentOf(file: StoredFile): Document {
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    mime_type: file.type,
    file_size: file.bytes.length,
  }
}

function checkUpload(kind: FileKind, { bytes }: UploadedFile) {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > LIMITS.uploadBytes) throw badRequest('file is too big')
  if (kind === 'document') return { width: 0, height: 0 }
  if (bytes.length > LIMITS.photoBytes) throw badRequest('file is too big for a photo')
  const size = pictureSize(bytes)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const ratio = Math.max(width / height, height / width)
  if (width + height > LIMITS.photoSides || !(ratio <= LIMITS.photoRatio)) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  }
  return size
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'
}
