#!/usr/bin/env node
// The program as people call it: loads TypeScript on the fly, so no build step is needed.
import { register } from 'tsx/esm/api'

// Whoever reads the output may stop reading: `arqam ask | head`.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
// A bot goes on when nobody reads its log any more.
process.stderr.on('error', () => undefined)

register()
const { main } = await import('../main.ts')
process.exitCode = await main(process.argv.slice(2))
