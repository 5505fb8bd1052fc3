import type { Figure } from './part.ts'

/** The figures as a table that the README carries. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, times, held, broken }) => [
    what,
    times.toLocaleString('en'),
    broken.length === 0 ? held : `**${broken.length} broken**; ${held}`,
  ])
  return [['what', 'times', 'result'], ['---', '--:', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** What did not hold, a line each. */
export const brokenIn = (figures: readonly Figure[]): string[] =>
  figures.flatMap(({ what, broken }) => broken.map((line) => `${what}: ${line}`))
