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
    const figures: Figure[] = []
    for (const engine of ['SQLite', 'PostgreSQL'] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'arqam-torture-'))
      try {
        const url = engine === 'SQLite' ? `file:${join(folder, 'arqam.db')}` : await rack.postgres()
        if (url === null) {
          figures.push({ what: `kills on ${engine}`, times: 0, held: 'NOT RUN', broken: [] })
          continue
        }
        const most = KILLS[rack.short ? 'short' : 'long']
        figures.push(...(await runKills({ rack, program, url, engine, folder, most })))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return figures
  },
}
