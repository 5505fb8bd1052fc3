import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure, Part, Rack } from '../part.ts'
import { bundledProgram } from './program.ts'
import { runKills } from './run-kills.ts'

/** Kills on each engine. */
const KILLS = { long: 500, short: 100 }

/** The program is killed, again and again, while people and imports change the store. */
export const kills: Part = {
  name: 'kills',
  async run(rack: Rack) {
    const program = await bundledProgram()
    const most = KILLS[rack.short ? 'short' : 'long']
    // At once: most of the time the one waits for its bot to come to something.
    const figures = await Promise.all(
      (['SQLite', 'PostgreSQL'] as const).map(async (engine): Promise<Figure> => {
        const folder = mkdtempSync(join(tmpdir(), 'arqam-torture-'))
        try {
          const url =
            engine === 'SQLite' ? `file:${join(folder, 'arqam.db')}` : await rack.postgres()
          if (url === null)
            return { what: `kill -9 on ${engine}`, times: 0, held: 'NOT RUN', broken: [] }
          return await runKills({ rack, program, url, engine, folder, most })
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }),
    )
    return figures
  },
}
