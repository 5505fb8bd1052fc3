import type { AnswerFigure } from './answer.ts'
import type { Result } from './examine.ts'
import { type Outcome, reliability, wilson } from './score.ts'

export interface Tally {
  readonly total: number
  readonly asExpected: number
  readonly counts: Record<Outcome, number>
  readonly offered: number
  readonly stated: number
  readonly extra: number
  readonly interval: readonly [number, number]
}

export function tally(results: readonly Result[]): Tally {
  const counts: Record<Outcome, number> = { right: 0, wrong: 0, asked: 0, refused: 0 }
  for (const { score } of results) counts[score.outcome] += 1
  const count = (is: (result: Result) => boolean) => results.filter(is).length
  const asExpected = count(({ score }) => score.asExpected)
  return {
    total: results.length,
    asExpected,
    counts,
    offered: count(({ score }) => score.offered),
    stated: count(({ score }) => score.stated),
    extra: count(({ score }) => score.extra),
    interval: wilson(asExpected, results.length),
  }
}

export function groupBy(results: readonly Result[], name: (result: Result) => string) {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const group = groups.get(name(result))
    if (group === undefined) groups.set(name(result), [result])
    else group.push(result)
  }
  return groups
}

const percent = (part: number, total: number) => (total === 0 ? 0 : (100 * part) / total).toFixed(1)

function line(name: string, ours: Tally, theirs: Tally | undefined): string {
  const cells = [
    name.padEnd(34),
    String(ours.total).padStart(6),
    `${percent(ours.asExpected, ours.total)}%`.padStart(8),
    `[${ours.interval.map((bound) => bound.toFixed(1)).join('–')}]`.padStart(14),
    String(ours.counts.right).padStart(7),
    String(ours.counts.wrong).padStart(7),
    `${ours.counts.asked} (${ours.offered})`.padStart(11),
    String(ours.counts.refused).padStart(8),
  ]
  if (theirs !== undefined) {
    cells.push(
      `${percent(theirs.asExpected, theirs.total)}%`.padStart(10),
      String(theirs.counts.wrong).padStart(8),
    )
  }
  return cells.join(' ')
}

const HEAD = [
  'style / class'.padEnd(34),
  'asked'.padStart(6),
  'as due'.padStart(8),
  '95%'.padStart(14),
  'right'.padStart(7),
  'wrong'.padStart(7),
  'back (ok)'.padStart(11),
  'refused'.padStart(8),
].join(' ')

/** A line per style and class, then one per class, part and store. */
export function table(ours: readonly Result[], theirs: readonly Result[]): string {
  const head = theirs.length === 0 ? HEAD : `${HEAD}  Fuse as due  wrong`
  const blocks: ((result: Result) => string)[] = [
    (result) => `${result.case.style} / ${result.class}`,
    (result) => `all / ${result.class}`,
    (result) => `aspect: ${aspectOf(result)}`,
    (result) => (result.case.held ? 'part: held back' : 'part: development'),
    (result) => `store: ${result.case.store}`,
    () => 'all',
  ]
  const lines = blocks.flatMap((name) => {
    const beside = groupBy(theirs, name)
    const rows = [...groupBy(ours, name)].sort(([left], [right]) => left.localeCompare(right))
    return [
      ...rows.map(([label, results]) => {
        const other = beside.get(label)
        return line(label, tally(results), other && tally(other))
      }),
      '',
    ]
  })
  return [head, ...lines].join('\n')
}

function aspectOf({ turn, class: questionClass }: Result): string {
  return typeof turn.expect === 'object' && 'aspect' in turn.expect
    ? turn.expect.aspect
    : questionClass
}

/** Wrong figures among stated ones, whole dialogues, and the reliability scores. */
export function headline(name: string, results: readonly Result[]): string {
  const { stated, extra, total, counts } = tally(results)
  const wrong = results.filter(({ score }) => score.outcome === 'wrong' && score.stated).length
  const bound = wilson(wrong, stated)[1]
  const dialogues = [...groupBy(results, (result) => result.case.id).values()].filter(
    (turns) => turns.length > 1,
  )
  const whole = dialogues.filter((turns) => turns.every(({ score }) => score.asExpected)).length
  const scores = results.map((result) => result.score)
  const reliabilities = [0, 10, total].map((penalty) => reliability(scores, penalty).toFixed(1))
  return [
    `${name}: ${wrong} wrong figures in ${stated} stated answers (at most ${bound.toFixed(2)}%, 95%)`,
    `  RS(0) ${reliabilities[0]}  RS(10) ${reliabilities[1]}  RS(N) ${reliabilities[2]}`,
    `  answered otherwise than due: ${counts.wrong}; right with figures too many: ${extra}`,
    `  whole dialogues right: ${whole} of ${dialogues.length}`,
  ].join('\n')
}

const CLEAN = ['formal', 'colloquial', 'keywords']

const GOALS: readonly (readonly [string, number, (result: Result) => boolean])[] = [
  [
    'answerable, written well: right',
    97,
    (one) => one.class === 'answerable' && CLEAN.includes(one.case.style),
  ],
  [
    'answerable, one or two typing errors: right',
    95,
    (one) => one.class === 'answerable' && one.case.style.startsWith('typo_'),
  ],
  [
    'answerable, Finglish: right',
    90,
    (one) => one.class === 'answerable' && one.case.style === 'finglish',
  ],
  [
    'unanswerable, any style: refused',
    98,
    (one) => one.class === 'near_miss' || one.class === 'out_of_domain',
  ],
]

/** The project's goals, and how far they are reached. */
export function goals(results: readonly Result[]): string {
  const lines = GOALS.map(([name, least, belongs]) => {
    const { total, asExpected } = tally(results.filter(belongs))
    const reached = total > 0 && 100 * asExpected >= least * total
    const share = `${percent(asExpected, total)}% of ${total}`
    return `  ${reached ? 'reached' : 'MISSED '} ${name}: ${share}, goal ${least}%`
  })
  const stated = results.filter(({ score }) => score.stated)
  const wrong = stated.filter(({ score }) => score.outcome === 'wrong').length
  const none = wrong === 0 && stated.length >= 3000
  lines.push(
    `  ${none ? 'reached' : 'MISSED '} wrong figures: ${wrong} in ${stated.length} stated, goal 0 in 3000`,
  )
  return ['Goals:', ...lines].join('\n')
}

const said = (figure: AnswerFigure) =>
  figure.value === null
    ? `«${figure.statement ?? ''}»`
    : [figure.value, figure.unit, figure.indicator, figure.place, figure.period, figure.kind]
        .filter((part) => part != null)
        .join(' ')

/** One failed question: what was asked, what was due, what came. */
export function failure({ case: one, turn, answer, score }: Result): string {
  const figures = answer.figures.slice(0, 3).map(said).join(' | ')
  const choices = answer.choices.map(({ label }) => label).join(' | ')
  return [
    `${score.outcome.padEnd(7)} ${one.id} (${one.now}): ${turn.question}`,
    `        due: ${JSON.stringify(turn.expect)}`,
    `        got: ${answer.status} ${figures}${choices}`,
  ].join('\n')
}
