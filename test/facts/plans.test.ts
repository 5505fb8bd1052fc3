import { type RootOperationNode, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { latestDraft } from '../../src/facts/drafts.ts'
import {
  findObservations,
  findOutlines,
  indicatorsOfPlace,
  isHeldElsewhere,
  newestOfPlace,
  observationById,
  periodsOf,
  placesWithIndicator,
} from '../../src/facts/observations.ts'
import type { Executor } from '../../src/facts/open.ts'
import { unansweredQuestions } from '../../src/facts/question-log.ts'
import {
  recentIndicators,
  recentPeriods,
  recentPlaces,
  recentSources,
  recentUnits,
} from '../../src/facts/recent.ts'
import { ENGINE } from './fresh-url.ts'
import { added, storeWithVocabulary } from './store-for-tests.ts'

/** What is looked up while somebody waits. */
const LOOK_UPS: [string, (db: Executor) => Promise<unknown>][] = [
  ['a figure', (db) => findObservations(db, { indicatorIds: [1], placeIds: [2] })],
  ['a figure by its id', (db) => observationById(db, 1)],
  ['figures by their ids', (db) => findObservations(db, { ids: [1, 2, 3] })],
  ['an indicator over all places', (db) => findOutlines(db, { indicatorIds: [1] })],
  [
    'the nearest figures elsewhere',
    (db) => findObservations(db, { indicatorIds: [1], kind: 'actual', limit: 40 }),
  ],
  ['examples', (db) => findObservations(db, { measure: 'level', limit: 60 })],
  ['what a place has', (db) => newestOfPlace(db, 2)],
  ['what a place has of a period', (db) => findOutlines(db, { placeIds: [2], period: '1399' })],
  ['the indicators of a place', (db) => indicatorsOfPlace(db, 2)],
  ['the places of an indicator', (db) => placesWithIndicator(db, 1)],
  ['the periods of a figure', (db) => periodsOf(db, 1, 2)],
  ['whether other places have it', (db) => isHeldElsewhere(db, 1, 2)],
  ['the indicators entered last', (db) => recentIndicators(db, 5)],
  ['the places entered last', (db) => recentPlaces(db, 1, 5)],
  ['the periods entered last', (db) => recentPeriods(db, 1, 5)],
  ['the units quoted last', (db) => recentUnits(db, 1, 5)],
  ['the sources entered last', (db) => recentSources(db, 7, 5)],
  ['questions without an answer', (db) => unansweredQuestions(db)],
  ['the dialog of a person', (db) => latestDraft(db, 5, 5, 'dialog')],
]

const LARGE = 'observation|observation_revision|question_log|draft|source|o|r|s'
/** To go through a large table, in no order or to sort what was read of it in full. */
const GOES_THROUGH = new RegExp(`^SCAN (${LARGE})$`)

/** What SQLite counted when there was one source, before sheets brought hundreds. */
const OUTDATED: readonly [table: string, index: string, counts: string][] = [
  ['source', 'sqlite_autoindex_source_1', '1 1'],
  ['observation_revision', 'sqlite_autoindex_observation_revision_1', '53659 1 1'],
  ['observation_revision', 'observation_revision_by_source_id', '53659 112'],
  ['observation', 'observation_newest_of_place', '53659 2001 126 118 106 84'],
  ['observation', 'observation_newest_of_indicator', '53659 126 96'],
  ['observation_revision', 'observation_revision_by_change_set_id', '53659 112'],
  ['observation', 'observation_newest', '53659 334 1'],
  ['observation', 'observation_by_indicator_period_place', '53659 126 96 96'],
  ['observation', 'observation_by_indicator_id_place_id_kind_last_day', '53659 126 126 118 91'],
]

const STATISTICS = [
  ['without statistics', []],
  ['with outdated ones', OUTDATED],
] as const

describe.runIf(ENGINE === 'sqlite').each(STATISTICS)('what is looked up %s', (_, statistics) => {
  it.each(LOOK_UPS)('%s is found by an index', async (_, lookUp) => {
    const store = await storeWithVocabulary()
    await added(store)
    if (statistics.length > 0) await sql`analyze`.execute(store.db)
    for (const [table, index, counts] of statistics)
      await sql`update sqlite_stat1 set stat = ${counts}
                where tbl = ${table} and idx = ${index}`.execute(store.db)
    // Connections read statistics together with the schema, when it changed.
    await sql`create table changed (id integer)`.execute(store.db)
    const nodes: RootOperationNode[] = []
    const db = store.db.withPlugin({
      transformQuery({ node }) {
        nodes.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await lookUp(db)
    expect(nodes).not.toEqual([])
    for (const node of nodes) {
      const query = store.db.getExecutor().compileQuery(node, { queryId: 'explained' })
      const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(
        query.sql.replaceAll('?', '1'),
      )}`.execute(store.db)
      const details = rows.map(({ detail }) => detail)
      expect(details.filter((detail) => GOES_THROUGH.test(detail))).toEqual([])
    }
  })
})
