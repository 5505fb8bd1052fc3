import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getSecure } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Api, GrammyError } from 'grammy'
import { StoreError } from '../facts/errors.ts'
import { texts } from './texts.fa.ts'

/** What bots may fetch from Telegram (Bot API, getFile). */
export const LARGEST_DOWNLOAD = 20 * 1024 * 1024
const TIMEOUT_MS = 60_000

export interface Downloaded {
  readonly path: string
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly digest: string
}

/**
 * Fetches a file that was sent to the bot into a folder of its own, lets `use` read it, and
 * removes it. Throws a StoreError when Telegram has the file no more. Goes the way of the bot's other calls: its server, its proxy. Errors name no address,
 * since that holds the token.
 */
export async function withDownload<Result>(
  api: Api,
  fileId: string,
  name: string,
  use: (file: Downloaded) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'arqam-file-'))
  try {
    const path = join(folder, `file${endingOf(name)}`)
    return await use({ path, digest: await download(api, fileId, path) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** All of a sender's name that may become one of a file here: it may be a path, or too long. */
const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''

async function download(api: Api, fileId: string, path: string): Promise<string> {
  const { file_path } = await api.getFile(fileId).catch((error: unknown) => {
    const isRefused = error instanceof GrammyError && error.error_code === 400
    throw isRefused ? new StoreError('not_found', texts.fileGone, { cause: error }) : error
  })
  if (file_path === undefined) throw new Error('Telegram gave no path for a file')
  const root = api.options?.apiRoot ?? 'https://api.telegram.org'
  const response = await opened(new URL(`${root}/file/bot${api.token}/${file_path}`), agentOf(api))
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > LARGEST_DOWNLOAD) done(new Error('a file is larger than Telegram said'))
      else done(null, chunk)
    },
  })
  await pipeline(response, measure, createWriteStream(path))
  return hash.digest('hex')
}

function opened(url: URL, agent: RequestOptions['agent']): Promise<IncomingMessage> {
  const get = url.protocol === 'http:' ? getPlain : getSecure
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`a file could not be fetched: ${reason}`))
    const options = { timeout: TIMEOUT_MS, ...(agent !== undefined && { agent }) }
    const request = get(url, options, (response) => {
      if (response.statusCode === 200) return resolve(response)
      response.resume()
      fail(`status ${response.statusCode}`)
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', (error: Error & { code?: string }) => fail(error.code ?? 'no connection'))
  })
}

function agentOf(api: Api): RequestOptions['agent'] {
  const agent = api.options?.baseFetchConfig?.agent
  return typeof agent === 'object' ? agent : undefined
}
