import { readFileSync, writeFileSync } from 'node:fs'
import { drawPlot } from './plot.ts'
import type { BenchResult } from './results.ts'
import {
  markdown,
  otherLines,
  postgresTable,
  rightText,
  SUBJECT_HEAD,
  short,
  subjectCells,
  whole,
} from './table.ts'

const ROOT = new URL('../../', import.meta.url)
const README = new URL('README.md', ROOT)
const PLOT = 'data/pictures/speed.png'
const HEADING = '## How fast it is'

/** Writes the plot and the section of README.md anew; all else in it stays. */
export async function writeReadme(result: BenchResult): Promise<void> {
  writeFileSync(new URL(PLOT, ROOT), await drawPlot(result))
  writeFileSync(README, withSection(readFileSync(README, 'utf8'), sectionOf(result)))
}

/** The text with its section of this heading replaced, or put before «Licence». */
export function withSection(text: string, section: string): string {
  const [heading = ''] = section.split('\n')
  const start = text.indexOf(`\n${heading}\n`)
  const at = start < 0 ? text.indexOf('\n## Licence\n') : start
  const next = start < 0 ? at : text.indexOf('\n## ', start + 1)
  return `${text.slice(0, at)}\n${section}\n${next < 0 ? '' : text.slice(next)}`
}

function sectionOf(result: BenchResult): string {
  const { date, machine, sizes, indicators, subjects } = result
  const largest = sizes.at(-1) ?? 0
  const at = (size: number) => subjects.filter((row) => row.size === size)
  const busy =
    machine.load > machine.cores / 4 ? ' While it was measured the machine was busy.' : ''
  const setUps = at(largest)
    .filter(({ ceiling, onStore }) => !ceiling && !onStore)
    .map(({ title, setUp }) => `${title}: ${setUp}`)
  return [
    HEADING,
    '',
    `\`npm run bench\` sets Arqam beside search libraries over the same synthetic facts of ${whole(indicators)} indicators with five aliases each, all provinces and counties, and the years 1380 to 1405. A quarter each of the questions is clean, has one typing error, has two, and asks for what is not held. On ${date}, ${machine.processor}, ${machine.cores} cores, Node.js ${machine.node.slice(1)}, each subject in a process of its own.${busy}`,
    '',
    `<img src="${PLOT}" width="560" alt="Time of a question over the number of facts: that of the searches grows with them, that of Arqam does not">`,
    '',
    `With ${whole(largest)} facts:`,
    '',
    markdown(SUBJECT_HEAD, at(largest).map(subjectCells)),
    '',
    `Times are milliseconds a question; memory is that of the whole process; a dash stands where something was not done in the time that it had. "Right" is the figure of the indicator, place and year asked for. A search library knows no refusal: its first hit is its answer, so what is not held costs it a wrong figure each time. Questions use the names that the facts bear, never an alias, which the libraries do not know; all are given the same normalised texts, and the questions without words such as «در» and «چقدر». ${setUps.join('. ')}.`,
    '',
    'p50 in milliseconds, and the share of questions with one error answered right, by the number of facts:',
    '',
    markdown(['', ...sizes.map(whole)], bySize(result)),
    '',
    ...blocks(
      otherLines(result),
      result.postgres.length === 0
        ? ''
        : `On PostgreSQL, the whole bot, eight questions at a time in each process:\n\n${postgresTable(result)}`,
    ),
  ].join('\n')
}

/** Those that say something, each after a blank line. */
const blocks = (...texts: readonly string[]): string[] => [
  texts.filter((text) => text !== '').join('\n\n'),
]

function bySize({ sizes, subjects }: BenchResult): string[][] {
  const names = [...new Set(subjects.map(({ name }) => name))]
  return names.flatMap((name) => {
    const own = subjects.filter((row) => row.name === name)
    const [first] = own
    if (first === undefined || first.ceiling) return []
    const cells = sizes.map((size) => {
      const row = own.find((one) => one.size === size)
      if (!row?.result) return '–'
      return `${short(row.result.latency.p50)} (${rightText(row, 'one error')})`
    })
    return [[first.title, ...cells]]
  })
}
