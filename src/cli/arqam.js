#!/usr/bin/env node
// The program as people call it: loads TypeScript on the fly, so no build step is needed.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../main.ts')
process.exitCode = await main(process.argv.slice(2))
