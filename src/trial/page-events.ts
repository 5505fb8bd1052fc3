import type { ServerResponse } from 'node:http'
import { pageSettings, pageSnapshot } from './page-state.ts'
import type { Person } from './people/person.ts'
import type { World } from './world.ts'

const SHOWN = new Set(['message', 'edited', 'deleted', 'action', 'note'])
const KEEP_ALIVE_MILLISECONDS = 20_000

/**
 * Streams to the page what happens (server-sent events). Each connection begins with everything,
 * so a page that was cut off misses nothing.
 */
export function streamEvents(world: World, people: readonly Person[], response: ServerResponse) {
  const send = (event: string, data: unknown) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  response.write('retry: 1000\n\n')
  send('snapshot', pageSnapshot(world, people))
  const end = world.events.subscribe((event) => {
    if (SHOWN.has(event.type)) send(event.type, event)
    else if (event.type === 'settings' || event.type === 'keyboard') {
      send('settings', pageSettings(world, people))
    }
  })
  const alive = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE_MILLISECONDS)
  response.on('close', () => {
    clearInterval(alive)
    end()
  })
}
