export { runCommandLine as main } from './cli/run.ts'
