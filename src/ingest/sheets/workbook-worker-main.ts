import { parentPort, workerData } from 'node:worker_threads'
import type { ImportRow } from '../../facts/import-columns.ts'
import { SheetError } from './sheet-error.ts'
import type { WorkerReply } from './workbook-reading.ts'
import { workbookSheet } from './workbook-sheet.ts'

const BATCH = 500

/** Opens the workbook, then gives rows a batch at a time, as they are asked for. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (message: WorkerReply) => port.postMessage(message)
  try {
    const { rows, unknownHeadings } = await workbookSheet(workerData)
    reply({ type: 'opened', unknownHeadings })
    const remaining = rows[Symbol.asyncIterator]()
    for await (const _ of requests(port)) {
      const batch: ImportRow[] = []
      let next = await remaining.next()
      while (!next.done) {
        batch.push(next.value)
        if (batch.length === BATCH) break
        next = await remaining.next()
      }
      reply({ type: 'rows', rows: batch, last: next.done === true })
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    reply({ type: 'refused', code: error.code, message: error.message })
  }
}

async function* requests(port: NonNullable<typeof parentPort>): AsyncGenerator<void> {
  while (true) {
    await new Promise((resolve) => port.once('message', resolve))
    yield
  }
}

if (parentPort) await serve(parentPort)
