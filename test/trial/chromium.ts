import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const PATHS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser']

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The Chromium of this machine; undefined without one, which is said aloud.
 * Where CI is set a missing browser is an error, so that no run passes by skipping.
 */
export function findChromium(): string | undefined {
  const found = PATHS.find((path) => path !== undefined && existsSync(path))
  if (found) return found
  const message = 'No Chromium found (looked for CHROMIUM_PATH and /usr/bin/chromium)'
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`\n  !!! ${message}: the tests of the page are SKIPPED !!!\n\n`)
  return undefined
}

export interface Browser {
  context: BrowserContext
  close(): Promise<void>
}

/** Starts Chromium with a profile of its own, which goes with it. */
export async function launchChromium(
  executablePath: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'arqam-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    ...options,
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
