import { sql } from 'kysely'
import type { Store } from '../../../src/facts/open.ts'
import { checkStore } from '../../../src/facts/upkeep.ts'
import { ROWS_OF_A_FILE } from './files.ts'
import type { Ledger } from './ledger.ts'
import { FIGURES_OF_A_REPORT } from './reporter.ts'

/** What does not hold of a store between a kill and the next start; empty when all does. */
export async function brokenIn(store: Store, ledger: Ledger): Promise<string[]> {
  return [
    ...(await checkStore(store)),
    ...(await brokenHistory(store)),
    ...(await brokenEntries(store, ledger)),
    ...(await brokenImports(store, ledger)),
    ...(await brokenReports(store)),
    ...(await brokenNotices(store)),
  ]
}

/** Revisions form a chain without gaps, and each is of a change that has who, what and when. */
async function brokenHistory({ db }: Store): Promise<string[]> {
  const gaps = await sql<{ id: number }>`
    select o.id from observation o left join observation_revision r on r.observation_id = o.id
    group by o.id, o.head_revision
    having count(r.revision) <> o.head_revision or min(r.revision) <> 1
      or max(r.revision) <> o.head_revision`.execute(db)
  const nameless = await sql<{ id: number }>`
    select id from change_set
    where actor_name = '' or command = '' or recorded_at not like '____-__-__T%Z'`.execute(db)
  const lost = await sql<{ id: number }>`
    select r.observation_id as id from observation_revision r
    left join observation o on o.id = r.observation_id
    left join change_set c on c.id = r.change_set_id
    where o.id is null or c.id is null`.execute(db)
  const empty = await sql<{ id: number }>`
    select c.id from change_set c
    where not exists (select 1 from observation_revision r where r.change_set_id = c.id)
      and not exists (select 1 from vocabulary_event e where e.change_set_id = c.id)`.execute(db)
  return [
    ...gaps.rows.map(({ id }) => `the revisions of figure ${id} are no chain`),
    ...nameless.rows.map(({ id }) => `change ${id} does not say who, what or when`),
    ...lost.rows.map(({ id }) => `a revision of figure ${id} belongs to nothing`),
    ...empty.rows.map(({ id }) => `change ${id} changed nothing`),
  ]
}

/** What was confirmed is there once; what was not is there once or not at all. */
async function brokenEntries({ db }: Store, { entries }: Ledger): Promise<string[]> {
  const written = await sql<{ digits: string; command: string; times: number }>`
    select r.digits, c.command, count(*) as times from observation_revision r
    join change_set c on c.id = r.change_set_id
    where c.undoes_id is null and r.digits is not null
    group by r.digits, c.command`.execute(db)
  const undone = await sql<{ digits: string; times: number }>`
    select r.digits, count(*) as times from change_set undo
    join observation_revision r on r.change_set_id = undo.undoes_id
    where r.digits is not null group by r.digits`.execute(db)
  const timesOf = (command: string, value: number) => {
    const rows = command === 'undo' ? undone.rows : written.rows
    const found = rows.find(
      (row) => row.digits === String(value) && (!('command' in row) || row.command === command),
    )
    return Number(found?.times ?? 0)
  }
  return entries.flatMap(({ command, value, isConfirmed }) => {
    const times = timesOf(command, value)
    if (times === 1 || (times === 0 && !isConfirmed)) return []
    const said = isConfirmed ? 'confirmed' : 'not confirmed'
    return [`${command} ${value} is ${said}, and is there ${times} times`]
  })
}

/** A file is in whole and once, or not at all. */
async function brokenImports({ db }: Store, { importedFiles }: Ledger): Promise<string[]> {
  const { rows } = await sql<{ command: string; figures: number }>`
    select c.command, count(*) as figures from change_set c
    join observation_revision r on r.change_set_id = c.id
    where c.command like 'import %' group by c.id, c.command`.execute(db)
  const broken = rows
    .filter(({ figures }) => Number(figures) !== ROWS_OF_A_FILE)
    .map(({ command, figures }) => `${command} is half there: ${figures} rows`)
  const names = rows.map(({ command }) => command.replace(/^import /, ''))
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  const missing = [...importedFiles].filter((name) => !names.includes(name))
  return [
    ...broken,
    ...twice.map((name) => `${name} was imported twice`),
    ...missing.map((name) => `${name} was said to be in, and is not`),
  ]
}

/** The figures of a report are one change. */
async function brokenReports({ db }: Store): Promise<string[]> {
  const { rows } = await sql<{ id: number; figures: number }>`
    select c.id, count(*) as figures from change_set c
    join observation_revision r on r.change_set_id = c.id
    where c.command = 'report' group by c.id`.execute(db)
  return rows
    .filter(({ figures }) => Number(figures) !== FIGURES_OF_A_REPORT)
    .map(({ id, figures }) => `change ${id} is half a report: ${figures} figures`)
}

/** A chat watches a thing once, and one notice of it waits at most. */
async function brokenNotices({ db }: Store): Promise<string[]> {
  const subscribed = await sql<{ chat_id: number }>`
    select chat_id from subscription where ended_at is null
    group by chat_id, topic having count(*) > 1`.execute(db)
  const waiting = await sql<{ subscription_id: number }>`
    select subscription_id from notice where status = 'waiting'
    group by subscription_id having count(*) > 1`.execute(db)
  return [
    ...subscribed.rows.map(({ chat_id }) => `chat ${chat_id} is subscribed twice`),
    ...waiting.rows.map(({ subscription_id: id }) => `two notices of subscription ${id} wait`),
  ]
}
