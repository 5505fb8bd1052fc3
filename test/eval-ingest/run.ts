/**
 * `npm run eval:ingest -- --reports DIR`: how well reports are drafted, beside a naive baseline.
 * The texts of the reports are not part of the project; without a directory of them (or
 * ARQAM_REPORTS) nothing is measured.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { type GoldFact, type GoldReport, readGold } from './gold.ts'
import { naiveDrafts } from './naive.ts'
import { addScore, emptyScore, judge, type Score, type Scored, type ScoreName } from './score.ts'
import { vocabularyOfData } from './vocabulary-of-data.ts'

const { values: options } = parseArgs({
  options: {
    reports: { type: 'string' },
    /** Shows what went wrong in the reports used for tuning, or in one report. */
    details: { type: 'boolean', default: false },
    report: { type: 'string' },
    split: { type: 'string' },
  },
})

const directory = options.reports ?? process.env.ARQAM_REPORTS
const vocabulary = vocabularyOfData()
const placeNames = vocabulary.places
  .filter(({ kind }) => kind !== 'country')
  .map(({ name }) => name)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The texts open with where they come from and their date. */
function bodyOf(report: string, folder: string): string {
  const text = readFileSync(join(folder, `${report}.txt`), 'utf8')
  const lines = text.split('\n')
  const blank = lines.slice(0, 4).findIndex((line) => line.trim() === '')
  return blank > 0 ? lines.slice(blank + 1).join('\n') : text
}

function describe(draft: Scored): string {
  return [draft.valueText, draft.value, draft.unit, draft.qualifier, draft.kind, draft.measure]
    .concat(draft.place ?? '-', draft.period ?? '-', draft.speaker ?? '-')
    .join(' | ')
}

function describeFact(fact: GoldFact): string {
  return `${fact.value} ${fact.unit} ${fact.qualifier} ${fact.kind} ${fact.place} [${fact.period}]`
}

function evaluate(
  reports: readonly GoldReport[],
  folder: string,
  details: boolean,
): [Score, Score] {
  const ours = emptyScore()
  const naive = emptyScore()
  for (const gold of reports) {
    const text = bodyOf(gold.report, folder)
    const drafts = extractDrafts(text, {
      vocabulary,
      ...(gold.publishedOn === null ? {} : { publishedOn: gold.publishedOn }),
    })
    const result = judge(drafts, gold, placeNames)
    addScore(ours, result.score)
    addScore(naive, judge(naiveDrafts(text), gold, placeNames).score)
    if (!details) continue
    print(`== ${gold.report}`)
    for (const fact of result.missed) print(`  missed  ${describeFact(fact)} ${fact.indicator}`)
    for (const draft of result.untrue)
      print(`  untrue  ${describe(draft)} || ${draft.quote?.slice(0, 120)}`)
    for (const { slot, fact, draft } of result.wrong)
      print(
        `  ${slot.padEnd(9)} ${describeFact(fact)} ${fact.speaker}\n            ${describe(draft)}`,
      )
  }
  return [ours, naive]
}

const ROWS: readonly (readonly [ScoreName, string])[] = [
  ['recall', 'recall of value and unit'],
  ['asked', '  offered as a choice'],
  ['precision', 'drafts true to the text'],
  ['kind', 'kind and measure'],
  ['qualifier', 'qualifier'],
  ['speaker', 'speaker'],
  ['place', 'place'],
  ['period', 'period'],
]

function percent({ right, all }: { right: number; all: number }): string {
  if (all === 0) return '–'.padStart(15)
  return `${((100 * right) / all).toFixed(1)}% ${`(${right}/${all})`.padStart(9)}`.padStart(15)
}

function main(): void {
  if (directory === undefined || !existsSync(directory)) {
    print('Skipped: the texts of the reports are not part of the project.')
    print('Name their directory with --reports DIR or ARQAM_REPORTS.')
    return
  }
  const gold = readGold().filter(
    ({ report }) => options.report === undefined || report === options.report,
  )
  for (const split of ['tuning', 'held-back'] as const) {
    if (options.split !== undefined && options.split !== split) continue
    const reports = gold.filter((report) => report.split === split)
    if (reports.length === 0) continue
    const [ours, naive] = evaluate(reports, directory, options.details)
    print(`\n${split}: ${reports.length} reports`)
    print(`${''.padEnd(28)}${'Arqam'.padStart(17)}${'naive'.padStart(17)}`)
    for (const [name, label] of ROWS)
      print(
        `${label.padEnd(28)}${percent(ours[name]).padStart(17)}${percent(naive[name]).padStart(17)}`,
      )
  }
}

main()
