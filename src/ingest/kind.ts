import type { Kind } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { type PhraseHit, PhraseTable, phraseSet } from './phrase-table.ts'
import { GOVERNING_CUES } from './words/governing.ts'
import { STRONG_CUES, WEAK_TARGET_CUES } from './words/kinds.ts'
import { DONE_PHRASES, FUTURE_AUXILIARIES, OUTCOME_VERBS, SUBJUNCTIVES } from './words/verbs.ts'

const CUES = new PhraseTable<Kind>(
  [...STRONG_CUES, ...GOVERNING_CUES].flatMap(([kind, phrases]) =>
    kind === null ? [] : phrases.map((phrase) => [phrase, kind] as const),
  ),
)
const WEAK = phraseSet(WEAK_TARGET_CUES)
const FUTURE = phraseSet(FUTURE_AUXILIARIES)
/** After «خواهد» these tell of an outcome, other verbs of an intention. */
const OUTCOME = new Set(OUTCOME_VERBS)
const DONE = phraseSet(DONE_PHRASES)

export interface KindReading {
  readonly kind: Kind
  /** The words that told so; empty when nothing did. */
  readonly cue: string
}

/**
 * Whether a figure was reached, is aimed at or is expected: by the cue of its clause that stands
 * nearest (a verb of aiming after it, or a noun such as «هدف‌گذاری» before it).
 */
export function kindOf(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  figures: readonly Figure[],
): KindReading {
  if (isMovedFrom(keys, clause, figure)) return { kind: 'actual', cue: 'را به' }
  const future = futureIn(keys, clause, figure)
  const cue = nearestCue(keys, clause, figure, figures)
  if (cue !== null && !(future !== null && cue.value === 'actual')) {
    return { kind: cue.value, cue: keys.slice(cue.from, cue.to).join(' ') }
  }
  if (future !== null) return future
  const weak = WEAK.find(keys, clause.from, clause.to)[0]
  const done = DONE.find(keys, figure.to, clause.to).length > 0
  if (weak !== undefined && !done && weak.from < figure.from) {
    return { kind: 'target', cue: keys.slice(weak.from, weak.to).join(' ') }
  }
  return wishedFor(keys, clause, figure) ?? { kind: 'actual', cue: '' }
}

/** «صادرات ۱۰ میلیارد دلاری را به ۲۵ میلیارد دلار برسانیم»: the first is where it stands. */
function isMovedFrom(keys: readonly string[], clause: Clause, figure: Figure): boolean {
  if (!figure.adjective) return false
  const rest = keys.slice(figure.to, clause.to)
  const object = rest.indexOf('را')
  return object !== -1 && rest.slice(object).includes('به')
}

const SUBJUNCTIVE = new Set(SUBJUNCTIVES.map(key))

/** «… رهاسازی شود»: nothing that has happened; what it is the sentence said before, if it did. */
function wishedFor(keys: readonly string[], clause: Clause, figure: Figure): KindReading | null {
  const last = keys[clause.to - 1] ?? ''
  if (!SUBJUNCTIVE.has(last) || keys[clause.to - 2] === 'می') return null
  if (clause.to - 1 < figure.to) return null
  const cue = CUES.find(keys, 0, figure.from).findLast((hit) => hit.value !== 'actual')
  return { kind: cue?.value ?? 'target', cue: last }
}

function futureIn(keys: readonly string[], clause: Clause, figure: Figure): KindReading | null {
  const hit = FUTURE.find(keys, figure.to, clause.to)[0]
  if (hit === undefined) return null
  const verb = keys[hit.to] ?? ''
  return { kind: OUTCOME.has(verb) ? 'forecast' : 'target', cue: `${keys[hit.from]} ${verb}` }
}

/** After the figure the first cue counts, before it the last; what comes after weighs more. */
function nearestCue(
  keys: readonly string[],
  clause: Clause,
  figure: Figure,
  figures: readonly Figure[],
): PhraseHit<Kind> | null {
  const after = CUES.find(keys, figure.to, clause.to)
  const before = CUES.find(keys, clause.from, figure.from).filter(
    (hit) => !isOfAnother(keys, hit, clause, figures),
  )
  return after.find((hit) => hit.value !== 'actual') ?? before.at(-1) ?? after[0] ?? null
}

/** «۹ هزار فرصت تعهدشده، ۶ هزار فرصت …»: a participle goes with the figure before it. */
function isOfAnother(
  keys: readonly string[],
  hit: PhraseHit<Kind>,
  clause: Clause,
  figures: readonly Figure[],
): boolean {
  if (keys[hit.to - 1] !== 'شده') return false
  return figures.some((other) => other.from >= clause.from && other.to <= hit.from)
}
