// The entry of the worker thread: loads TypeScript on the fly, as the program itself does.
import { register } from 'tsx/esm/api'

register()
await import('./workbook-worker-main.ts')
