import { fork } from 'node:child_process'

const SERVER = new URL('./loopback-server.js', import.meta.url)

/** Starts a process that answers every call of the Bot API at once; gives its address. */
export function startLoopback(): Promise<{ apiRoot: string; stop(): Promise<void> }> {
  const child = fork(SERVER, { execArgv: [] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (port) => {
      const stop = async () => void child.kill()
      resolve({ apiRoot: `http://127.0.0.1:${String(port)}`, stop })
    })
  })
}
