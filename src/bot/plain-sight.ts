import type { Transformer } from 'grammy'

/**
 * What nobody sees but what turns or hides a text: embeddings and overrides of direction, spaces
 * and joiners without width, tags. The half-space, the joiner of emoji and the marks stay.
 */
const HIDDEN =
  /[\u200b\u202a-\u202e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
/** Begin and end of a run with a direction of its own. */
const ISOLATES = /[\u2066-\u2069]/
const END_OF_ISOLATE = '\u2069'

/** The fields of a call that people read. */
const READ = new Set(['text', 'caption', 'html', 'title', 'description', 'message_text'])

/** A text that can do nothing to what stands around it, whoever wrote it. */
export function inPlainSight(text: string): string {
  const seen = text.replace(HIDDEN, '')
  return ISOLATES.test(seen) ? seen.split('\n').map(balanced).join('\n') : seen
}

/** Isolates that end nowhere, and ends without a beginning, go. */
function balanced(line: string): string {
  const kept = line.split('')
  const open: number[] = []
  kept.forEach((character, at) => {
    if (!ISOLATES.test(character)) return
    if (character !== END_OF_ISOLATE) open.push(at)
    else if (open.pop() === undefined) kept[at] = ''
  })
  for (const at of open) kept[at] = ''
  return kept.join('')
}

/** All that the bot says goes through {@link inPlainSight}: names and quotes are written by others. */
export const showPlainly: Transformer = (previous, method, payload, signal) =>
  previous(method, plainly(payload) as typeof payload, signal)

function plainly(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return READ.has(key) ? inPlainSight(value) : value
  if (Array.isArray(value)) return value.map((one: unknown) => plainly(one, key))
  if (typeof value !== 'object' || value === null) return value
  // Files and streams go as they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainly(one, name)]))
}
