// The entry of the thread: loads TypeScript on the fly, as the program itself does.
import { register } from 'tsx/esm/api'

register()
await import('./slow-work-thread-main.ts')
