import { parseArgs } from 'node:util'
import { MOST_INDICATORS } from './data/facts.ts'
import { isSubject, type SubjectName, subjectNames } from './subjects/index.ts'

const PARTS = ['import', 'start', 'change', 'extraction', 'charts', 'postgres'] as const
export type Part = (typeof PARTS)[number]
const isPart = (name: string): name is Part => PARTS.some((part) => part === name)

export interface Options {
  /** Numbers of facts, the smallest first. */
  readonly sizes: readonly number[]
  readonly indicators: number
  /** Questions that each subject is asked at each size, time allowing. */
  readonly questions: number
  /** Seconds that a subject may go on asking, and that it may take in all. */
  readonly seconds: number
  readonly limit: number
  readonly subjects: readonly SubjectName[]
  readonly parts: readonly Part[]
  /** Where the results are kept, and results that are shown instead of measuring anew. */
  readonly json: string | undefined
  readonly from: string | undefined
  readonly readme: boolean
}

export const USAGE = `npm run bench -- [options]
  --sizes 1000,1000000   numbers of facts
  --questions 2000       questions a subject is asked, time allowing
  --seconds 20           seconds that a subject may go on asking, --limit 300 in all
  --only NAME,NAME       of the subjects ${subjectNames.join()}
                         and the parts ${PARTS.join()}
  --indicators 2000      size of the vocabulary
  --short                a small run
  --json FILE            keeps the results   --from FILE  shows kept ones
  --readme               writes the plot and the section of README.md`

/** Throws a RangeError that says what is wrong with the words of the command line. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      sizes: { type: 'string' },
      indicators: { type: 'string', default: String(MOST_INDICATORS) },
      questions: { type: 'string' },
      seconds: { type: 'string' },
      limit: { type: 'string', default: '300' },
      only: { type: 'string' },
      json: { type: 'string' },
      from: { type: 'string' },
      short: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
    },
  })
  const { short } = values
  const sizes = (values.sizes ?? (short ? '1000,10000' : '1000,10000,100000,1000000')).split(',')
  const only = values.only?.split(',')
  const unknown = only?.find((name) => !isSubject(name) && !isPart(name))
  if (unknown !== undefined) throw new RangeError(`nothing is called ${unknown}\n${USAGE}`)
  const wanted = (name: string) => only?.includes(name) ?? true
  return {
    sizes: sizes.map(positive).sort((a, b) => a - b),
    indicators: positive(values.indicators),
    questions: positive(values.questions ?? (short ? '400' : '2000')),
    seconds: positive(values.seconds ?? (short ? '3' : '20')),
    limit: positive(values.limit),
    subjects: subjectNames.filter(wanted),
    parts: PARTS.filter(wanted),
    ...{ json: values.json, from: values.from, readme: values.readme },
  }
}

function positive(text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new RangeError(`${text} is no positive number\n${USAGE}`)
  return number
}
