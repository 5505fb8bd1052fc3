import type { World } from './world.ts'

/**
 * Resolves with what `look` finds, trying again whenever something happens in the world.
 * Rejects with a message that names `what` after `milliseconds`.
 */
export function waitFor<Found>(
  world: World,
  look: () => Found | undefined | null | false,
  what = 'what a test waits for',
  milliseconds = 10_000,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end()
      reject(new Error(`Waited ${milliseconds} ms in vain for ${what}`))
    }, milliseconds)
    const end = world.events.subscribe(check)
    check()

    function check(): void {
      try {
        const found = look()
        if (found === undefined || found === null || found === false) return
        clearTimeout(timer)
        queueMicrotask(() => end())
        resolve(found)
      } catch (error) {
        clearTimeout(timer)
        queueMicrotask(() => end())
        reject(error)
      }
    }
  })
}
