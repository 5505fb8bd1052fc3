import type { Parameters } from '../method-table.ts'
import type { UploadedFile } from '../multipart.ts'
import type { World } from '../world.ts'

export interface Call {
  method: string
  parameters: Parameters
  files: ReadonlyMap<string, UploadedFile>
  /** Aborts when the caller hangs up or the server closes. */
  signal: AbortSignal
}

/** A Bot API method: its result as JSON, or an `ApiError` thrown. */
export type Method = (world: World, call: Call) => unknown

export type Methods = Readonly<Record<string, Method>>
