import { register } from 'tsx/esm/api'

register()
await import('./tasks-for-tests.ts')
