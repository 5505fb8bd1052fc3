import { findObservations } from '../facts/observations.ts'
import { storeVersion } from '../facts/open.ts'
import type { Observation } from '../facts/types.ts'
import { loadVocabulary } from '../facts/vocabulary.ts'
import type { Services } from './services.ts'
import { texts } from './texts.fa.ts'
import { type Names, namesOf } from './views/figure-fields.ts'

const SHOWN = 3
const LOOKED_AT = 200
/** Longer ones are cut on the buttons of a phone. */
const LONGEST_NAME = 34

/** Examples by the store they came from, for the version that they were made of. */
const known = new WeakMap<Services['store'], { version: number; examples: readonly string[] }>()

/**
 * Questions that the store can answer right now, each of another kind where it holds enough: a
 * figure, a target, a ranking or a trend. Each was tried. Empty for an empty store.
 */
export async function exampleQuestions(services: Services): Promise<readonly string[]> {
  const { store } = services
  const version = await storeVersion(store.db)
  const kept = known.get(store)
  if (kept?.version === version) return kept.examples
  const examples = await tried(await candidates(services), services)
  known.set(store, { version, examples })
  return examples
}

async function tried(
  kinds: readonly (readonly string[])[],
  { asker, clock }: Services,
): Promise<string[]> {
  const context = { now: clock(), previous: null, defaultPlaceId: null }
  const examples: string[] = []
  for (const kind of kinds) {
    for (const text of kind) {
      if (examples.length === SHOWN) return examples
      if (examples.includes(text)) continue
      if ((await asker.ask(text, context)).status !== 'answered') continue
      examples.push(text)
      break
    }
  }
  return examples
}

/** The kinds in the order in which they teach most; of each a few to try. */
async function candidates({ store }: Services): Promise<string[][]> {
  const names = namesOf(await loadVocabulary(store.db))
  const found = await findObservations(store.db, { measure: 'level', limit: LOOKED_AT })
  const figures = found.filter(({ value }) => value !== null)
  const short = figures.filter((one) => names.indicator(one.indicatorId).length <= LONGEST_NAME)
  const usable = short.length > 0 ? short : figures
  const of = (write: (indicator: string, place: string) => string, some: readonly Observation[]) =>
    distinct(some.map((one) => write(names.indicator(one.indicatorId), placeOf(one, names))))
  const actual = usable.filter(({ kind }) => kind === 'actual')
  const values = of(texts.exampleValue, actual)
  return [
    values,
    of(
      texts.exampleTarget,
      usable.filter(({ kind }) => kind === 'target'),
    ),
    of(
      texts.exampleRanking,
      withSeveral(actual, ({ placeId }) => placeId),
    ),
    of(
      texts.exampleTrend,
      withSeveral(actual, ({ period }) => period),
    ),
    values.slice(1),
    values.slice(2),
    of((_, place) => texts.exampleList(place), usable),
  ]
}

const placeOf = ({ placeId }: Observation, names: Names): string => names.place(placeId)

const TRIED = 4
const distinct = (questions: readonly string[]): string[] => [...new Set(questions)].slice(0, TRIED)

/** Those whose indicator is there for three places, or in three periods. */
function withSeveral(
  figures: readonly Observation[],
  of: (one: Observation) => number | string,
): Observation[] {
  const ENOUGH = 3
  const seen = new Map<number, Set<number | string>>()
  for (const one of figures) {
    seen.set(one.indicatorId, (seen.get(one.indicatorId) ?? new Set()).add(of(one)))
  }
  return figures.filter(({ indicatorId }) => (seen.get(indicatorId)?.size ?? 0) >= ENOUGH)
}
