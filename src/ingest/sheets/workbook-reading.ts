import { Worker } from 'node:worker_threads'
import type { ImportRow } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import type { Sheet } from './sheet.ts'
import { SheetError, type SheetErrorCode } from './sheet-error.ts'

/** Telegram lets bots take files of up to 20 MB. */
export const LARGEST_WORKBOOK = 20_000_000
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }
/** For all the work that one workbook makes, waiting of its reader aside. */
const LONGEST_WORK_MS = 60_000

export type WorkerReply =
  | { readonly type: 'opened'; readonly unknownHeadings: readonly string[] }
  | { readonly type: 'rows'; readonly rows: readonly ImportRow[]; readonly last: boolean }
  | { readonly type: 'refused'; readonly code: SheetErrorCode; readonly message: string }

/**
 * Reads a workbook in a thread of its own, whose memory and time are limited: whatever a file does
 * there, the bot goes on. Throws a SheetError when the file or its content is refused.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  longestWork = LONGEST_WORK_MS,
): Promise<Sheet> {
  const worker = startWorker(bytes, longestWork)
  const opened = await worker.reply()
  if (opened.type !== 'opened') throw await worker.stop(broken())
  return { rows: rowsOf(worker), unknownHeadings: opened.unknownHeadings }
}

const broken = (cause?: unknown) => new SheetError('broken_file', texts.brokenFile, { cause })

async function* rowsOf(worker: RunningWorker): AsyncGenerator<ImportRow> {
  try {
    while (true) {
      worker.ask()
      const reply = await worker.reply()
      if (reply.type !== 'rows') throw broken()
      yield* reply.rows
      if (reply.last) return
    }
  } finally {
    await worker.stop()
  }
}

interface RunningWorker {
  ask(): void
  /** The next reply. Throws a SheetError when the file is refused, or the limits are reached. */
  reply(): Promise<WorkerReply>
  stop<T>(result?: T): Promise<T | undefined>
}

function startWorker(bytes: Uint8Array, longestWork: number): RunningWorker {
  const url = new URL('./workbook-worker.js', import.meta.url)
  const worker = new Worker(url, { workerData: bytes, resourceLimits: MEMORY })
  // A sheet that nobody reads to its end must not keep the program alive.
  worker.unref()
  let timeLeft = longestWork
  const running: RunningWorker = {
    ask: () => worker.postMessage('next'),
    async stop(result) {
      await worker.terminate()
      return result
    },
    async reply() {
      const started = performance.now()
      try {
        const reply = await nextReply(worker, timeLeft)
        if (reply.type === 'refused') throw new SheetError(reply.code, reply.message)
        return reply
      } catch (error) {
        await worker.terminate()
        throw error
      } finally {
        timeLeft -= performance.now() - started
      }
    },
  }
  return running
}

function nextReply(worker: Worker, timeLeft: number): Promise<WorkerReply> {
  const ended = new AbortController()
  return new Promise<WorkerReply>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new SheetError('too_slow', texts.tooSlow)),
      Math.max(timeLeft, 0),
    )
    const onMessage = (reply: WorkerReply) => resolve(reply)
    const onError = (error: Error & { code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new SheetError('too_large', texts.contentTooLarge, { cause: error })
          : broken(error),
      )
    const onExit = () => reject(broken())
    worker.once('message', onMessage).once('error', onError).once('exit', onExit)
    ended.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    })
  }).finally(() => ended.abort())
}
