import { type Candidate, candidateOf } from './candidate.ts'
import { isClearly, isExplained } from './decision.ts'
import type { Heard } from './heard.ts'
import { type HeardNames, matchPhrase, mostCoverage } from './phrase-match.ts'

/** The candidates of a question, each made when it is first looked at. */
export interface Candidates {
  readonly names: HeardNames
  readonly heard: Heard
  /** By the place of its name among `names`; null where nothing of the name was heard after all. */
  readonly made: Map<number, Candidate | null>
}

/** A candidate for each name of which something was heard, the likeliest name first. */
export function allCandidates(of: Candidates): Candidate[] {
  return of.names.phrases
    .map((_, at) => candidateAt(at, of))
    .filter((candidate) => candidate !== null)
}

/**
 * The same as far as they matter, when one of them is clearly meant: most questions say one name
 * whole and of the others only a part, and that is seen before those are looked at. Null when
 * none is clear.
 */
export function clearCandidates(of: Candidates): Candidate[] | null {
  const { lexicon } = of.heard
  const most = of.names.phrases.map((phrase) => mostCoverage(phrase, of.names))
  const likeliest = [...most.keys()].sort((a, b) => (most[b] as number) - (most[a] as number))
  const looked: number[] = []
  let best: Candidate | null = null
  for (const at of likeliest) {
    // No score exceeds the coverage.
    if (best !== null && isClearly(best, most[at] as number, lexicon)) break
    if (looked.length === MOST_WHOLE) return null
    looked.push(at)
    const candidate = candidateAt(at, of)
    if (candidate === null || !candidate.unitFits || !isExplained(candidate)) continue
    if (best === null || candidate.score > best.score) best = candidate
  }
  const candidates = looked
    .sort((a, b) => a - b)
    .map((at) => candidateAt(at, of))
    .filter((candidate) => candidate !== null)
  return best !== null && isClearly(best, bestOfOthers(best, candidates), lexicon)
    ? candidates
    : null
}

/** When more names than this may have been heard whole, none of them is clear. */
const MOST_WHOLE = 12

function bestOfOthers({ match }: Candidate, candidates: readonly Candidate[]): number {
  const indicatorId = match?.phrase.indicatorId
  return Math.max(
    0,
    ...candidates
      .filter((one) => one.match?.phrase.indicatorId !== indicatorId && isExplained(one))
      .map(({ score }) => score),
  )
}

function candidateAt(at: number, { names, heard, made }: Candidates): Candidate | null {
  let candidate = made.get(at)
  if (candidate === undefined) {
    const phrase = names.phrases[at]
    const match = phrase === undefined ? null : matchPhrase(phrase, names)
    candidate = match === null || match.words.size === 0 ? null : candidateOf(match, heard)
    made.set(at, candidate)
  }
  return candidate
}
