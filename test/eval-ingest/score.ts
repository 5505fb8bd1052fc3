import type { Draft } from '../../src/ingest/draft.ts'
import { key } from '../../src/persian/normalise.ts'
import { findPeriodsInText } from '../../src/persian/periods.ts'
import type { GoldFact, GoldReport } from './gold.ts'

/** The parts of a draft that are scored; the naive baseline fills in only the first ones. */
export type Scored = Pick<Draft, 'value' | 'unit' | 'qualifier' | 'kind' | 'measure'> &
  Partial<
    Pick<
      Draft,
      'alternatives' | 'speaker' | 'place' | 'period' | 'periodText' | 'valueText' | 'quote'
    >
  >

export interface Ratio {
  right: number
  all: number
}

export interface Score {
  readonly recall: Ratio
  /** Figures offered as a choice that holds the right value. */
  readonly asked: Ratio
  readonly precision: Ratio
  readonly kind: Ratio
  readonly qualifier: Ratio
  readonly speaker: Ratio
  readonly place: Ratio
  readonly period: Ratio
}

export type ScoreName = keyof Score

export interface Judged {
  readonly score: Score
  readonly missed: readonly GoldFact[]
  readonly untrue: readonly Scored[]
  readonly wrong: readonly { slot: ScoreName; fact: GoldFact; draft: Scored }[]
}

export function emptyScore(): Score {
  const ratio = () => ({ right: 0, all: 0 })
  return {
    recall: ratio(),
    asked: ratio(),
    precision: ratio(),
    kind: ratio(),
    qualifier: ratio(),
    speaker: ratio(),
    place: ratio(),
    period: ratio(),
  }
}

export function addScore(total: Score, part: Score): void {
  for (const name of Object.keys(total) as ScoreName[]) {
    total[name].right += part[name].right
    total[name].all += part[name].all
  }
}

/** Matches drafts to the gold of a report, one to one, and counts what is right in each. */
export function judge(
  drafts: readonly Scored[],
  report: GoldReport,
  placeNames: readonly string[],
): Judged {
  const score = emptyScore()
  const pairs = pair(drafts, report.facts)
  const matched = new Map(pairs.map(({ fact, draft }) => [fact, draft]))
  const wrong: { slot: ScoreName; fact: GoldFact; draft: Scored }[] = []
  const count = (slot: ScoreName, right: boolean, fact: GoldFact, draft: Scored) => {
    score[slot].all++
    if (right) score[slot].right++
    else wrong.push({ slot, fact, draft })
  }
  const missed: GoldFact[] = []
  for (const fact of report.facts.filter(({ optional }) => !optional)) {
    const draft = matched.get(fact)
    score.recall.all++
    score.asked.all++
    if (draft === undefined) missed.push(fact)
    else if (draft.value === null) score.asked.right++
    else score.recall.right++
    if (draft === undefined) continue
    count('kind', isSameKind(fact, draft), fact, draft)
    count('qualifier', fact.qualifier === draft.qualifier, fact, draft)
    if (draft.speaker !== undefined && fact.speaker !== undefined) {
      count('speaker', isSameSpeaker(fact.speaker, draft.speaker), fact, draft)
    }
    const place = expectedPlace(fact.place ?? null, placeNames)
    if (place !== null) count('place', place.includes(key(draft.place ?? '')), fact, draft)
    const period = expectedPeriod(fact.period ?? null, report.publishedOn)
    if (period !== null) count('period', period === draft.period, fact, draft)
    else if (fact.period === null && draft.periodText !== undefined)
      count('period', draft.periodText === null, fact, draft)
  }
  const untrue = drafts.filter((draft) => !report.facts.some((fact) => isSameFigure(fact, draft)))
  score.precision.all = drafts.length
  score.precision.right = drafts.length - untrue.length
  return { score, missed, untrue, wrong }
}

/** Of drafts with the same figure the one of the same kind is taken first. */
function pair(drafts: readonly Scored[], facts: readonly GoldFact[]) {
  const free = new Set(drafts)
  const pairs: { fact: GoldFact; draft: Scored }[] = []
  const open = new Set(facts)
  for (const strict of [true, false]) {
    for (const fact of [...open]) {
      const draft = [...free].find(
        (one) => isSameFigure(fact, one) && (!strict || isSameKind(fact, one)),
      )
      if (draft === undefined) continue
      free.delete(draft)
      open.delete(fact)
      pairs.push({ fact, draft })
    }
  }
  return pairs
}

function isSameFigure(fact: GoldFact, draft: Scored): boolean {
  if (fact.unit !== null && key(fact.unit) !== key(draft.unit)) return false
  const values = draft.value === null ? (draft.alternatives ?? []) : [draft.value]
  return values.some((value) => Math.abs(value - fact.value) <= 1e-9 * Math.abs(fact.value))
}

/** Gold writes what a figure measures in place of its kind, where it is no level. */
function isSameKind({ kind }: GoldFact, draft: Scored): boolean {
  if (kind === undefined) return true
  if (kind === 'change' || kind === 'share' || kind === 'rank') return draft.measure === kind
  if (kind === 'actual') return draft.kind === 'actual' && draft.measure === 'level'
  return draft.kind === kind
}

function isSameSpeaker(expected: string | null, given: string | null): boolean {
  if (expected === null || given === null) return expected === given
  const first = key(given.split('،')[0] ?? '').replace(/^(?:آقای|خانم|دکتر|مهندس)/u, '')
  return first.length > 2 && key(expected).includes(first)
}

/** Places of the vocabulary that gold names, as keys; null when it names none («عراق»). */
function expectedPlace(place: string | null, names: readonly string[]): string[] | null {
  if (place === null) return null
  if (place === 'کشور') return [key('کل کشور')]
  const said = key(place)
  const named = names.map(key).filter((name) => said.includes(name))
  return named.length === 0 ? null : named
}

function expectedPeriod(phrase: string | null, publishedOn: string | null): string | null {
  if (phrase === null || publishedOn === null) return null
  return findPeriodsInText(phrase, publishedOn).find(({ invalid }) => !invalid)?.period ?? null
}
