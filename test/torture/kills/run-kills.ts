import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { applyChanges } from '../../../src/facts/changes.ts'
import { putMember } from '../../../src/facts/members.ts'
import { openStore, type Store } from '../../../src/facts/open.ts'
import { seedStore } from '../../../src/facts/seed.ts'
import { importReaders } from '../../../src/ingest/readers.ts'
import { type BotApiServer, createBotApiServer } from '../../../src/trial/bot-api-server.ts'
import type { Random } from '../../eval/random.ts'
import { createMailboxes } from '../faulty/mailboxes.ts'
import type { Figure, Rack } from '../part.ts'
import { writeSheetFile } from './files.ts'
import { brokenIn } from './invariants.ts'
import { createLedger } from './ledger.ts'
import { INDICATOR } from './messages.ts'
import { ask, keepBooks, propose, type Scene } from './people.ts'
import { startProgram, type Victim } from './program.ts'
import { forwardReports } from './reporter.ts'
import { type Watched, watch } from './watcher.ts'

export interface KillOptions {
  readonly rack: Rack
  readonly program: string
  /** Of an empty store. */
  readonly url: string
  readonly engine: 'SQLite' | 'PostgreSQL'
  readonly folder: string
  readonly most: number
}

const TOKEN = '42:TOKEN-OF-THE-TORTURE'
const [OWNER, APPROVER, EDITOR, REPORTER, FIRST_WATCHER, FIRST_ASKER] = [7, 8, 9, 10, 500, 1000]
/** Of each a bookkeeper enters the figures. */
const PLACES = ['قم', 'یزد', 'گیلان']
const FIRST_BOOKKEEPER = 20
/** Where each newer figure is of a later year: of them people are told. */
const PROPOSED_PLACE = 'کرمان'
const REPORTED_PLACE = 'اصفهان'
const WATCHERS = 2
const ASKERS = 4
const IMPORTERS = 4
const FILES_OF_AN_IMPORT = 8
/** The longest that a victim lives once it is at work. */
const LONGEST_LIFE_MS = 300
/**
 * Some bots die before they come to anything, others when so many updates are finished: of calls to
 * Telegram there are enough from one that only begins again what the one before it began.
 */
const SHARE_EARLY = 0.25
const MOST_FINISHED = 40
/** On a machine that much else runs on, a start alone takes seconds. */
const LATEST_MS = 20_000
const LOOK_MS = 50
const SHARE_CUT = 0.5
/** Longer than anybody takes between two steps. */
const QUIET_MS = 5000
const AT_WORK = /"msg":"polling"/
const DATA = new URL('../../../data/', import.meta.url).pathname

/** Rounds of a bot and imports on one store, all killed at moments of their own. */
export async function runKills(options: KillOptions): Promise<Figure> {
  const { rack, program, url, engine, folder, most } = options
  const random = rack.random(`kills on ${engine}`)
  const ledger = createLedger()
  const broken: string[] = []
  await fill(url)
  const server = await createBotApiServer({ token: TOKEN })
  const mailboxOf = createMailboxes(server.world)
  const store = await openStore({ url })
  let isOver = false
  const quiet = new AbortController()
  // Everybody waits for it.
  setMaxListeners(0, quiet.signal)
  const scene: Scene = {
    ...{ server, ledger, random, mailboxOf, goesOn: () => !isOver, isQuiet: quiet.signal },
    // Where this connection is cut too, nothing is corrected.
    figureWith: (value) => figureWith(store, value).catch(() => null),
    newestOf: (place) => newestOf(store, place).catch(() => null),
  }
  const person = (id: number) => server.user({ id, firstName: `کاربر ${id}` })
  const owners = [OWNER, APPROVER, REPORTER, ...PLACES.map((_, at) => FIRST_BOOKKEEPER + at)]
  const environment = {
    ...{ BOT_TOKEN: TOKEN, BOT_API_ROOT: server.apiRoot, DATABASE_URL: url },
    ...{ OWNER_IDS: owners.join(), LOG_LEVEL: 'info' },
  }
  const watchers = Array.from({ length: WATCHERS }, (_, index) =>
    watch(scene, person(FIRST_WATCHER + index), PROPOSED_PLACE),
  )
  const people = Promise.all([
    ...PLACES.map((place, at) => keepBooks(scene, person(FIRST_BOOKKEEPER + at), place)),
    propose(scene, person(EDITOR), person(APPROVER), PROPOSED_PLACE),
    forwardReports(scene, person(REPORTER), REPORTED_PLACE),
    ...watchers.map(({ subscribed }) => subscribed),
    ...Array.from({ length: ASKERS }, (_, index) => ask(scene, person(FIRST_ASKER + index))),
  ])

  let [kills, botKills, cuts, sheets, redelivered, barren, idle] = [0, 0, 0, 0, 0, 0, 0]
  let unconfirmed: string[] = []
  const bot = () => startProgram(program, ['serve'], environment)
  while (kills < most && broken.length === 0) {
    const files = Array.from({ length: IMPORTERS }, () => {
      const again = unconfirmed.splice(0, 2)
      const fresh = Array.from({ length: FILES_OF_AN_IMPORT }, () =>
        writeSheetFile(folder, ++sheets),
      )
      return [...again, ...fresh]
    })
    const from = new Date()
    const imports = files.map((paths) => startProgram(program, ['import', ...paths], environment))
    const started = bot()
    const wanted = (await finishedIn(store)) + Math.ceil(random() ** 3 * MOST_FINISHED)
    const isEarly = random() < SHARE_EARLY
    const isAtWork = async () => {
      await started.until(AT_WORK)
      const until = performance.now() + LATEST_MS
      const lives = () => started.child.exitCode === null && performance.now() < until
      while (!isEarly && lives() && (await finishedIn(store)) < wanted) await wait(LOOK_MS)
      if (performance.now() >= until) idle++
    }
    const victims: [Victim, Promise<void>][] = [
      [started, isAtWork()],
      ...imports.map((one): [Victim, Promise<void>] => [one, one.until(/ new, /)]),
    ]
    if (engine === 'PostgreSQL' && random() < SHARE_CUT)
      cuts += await cutConnections(url, from, random)
    const last = server.world.updates.pending(1)[0]?.update_id
    if (last !== undefined) {
      server.redeliver(last)
      redelivered++
    }
    for (const killed of await Promise.all(
      victims.map(([victim, atWork]) => killLater(victim, atWork, random() * LONGEST_LIFE_MS)),
    )) {
      if (killed) kills++
    }
    if (started.child.signalCode === 'SIGKILL') botKills++
    // A cut connection may end one bot before it begins, but not one after the other.
    barren = started.said.some((line) => AT_WORK.test(line)) ? 0 : barren + 1
    if (barren === 10) broken.push(`the bot does not start: ${started.said.slice(-5).join(' ')}`)
    for (const [index, one] of imports.entries()) {
      const names = one.said.flatMap((line) => /([^/]+\.csv): \d+ new, /.exec(line)?.[1] ?? [])
      for (const name of names) ledger.importedFiles.add(name)
      unconfirmed.push(
        ...(files[index] ?? []).filter((path) => !names.some((name) => path.endsWith(`/${name}`))),
      )
    }
    unconfirmed = unconfirmed.slice(0, 4)
    rack.say(
      `kills on ${engine}: ${kills}, ${ledger.entries.filter((one) => one.isConfirmed).length}/${ledger.entries.length}, ${server.world.updates.size()} wait`,
    )
    const found = await brokenIn(store, ledger)
    broken.push(...found.map((line) => `after kill ${kills}: ${line}`))
    // As though so much time had passed that the next process may take the work over.
    await store.db.deleteFrom('lease').execute()
    const longAgo = new Date(0).toISOString()
    const claimed = store.db.updateTable('notice').where('status', '=', 'sending')
    await claimed.set({ settled_at: longAgo }).execute()
  }

  // Now one may live: everything that is owed must be paid.
  isOver = true
  const survivor = bot()
  const becomingQuiet = untilQuiet(server, store).then(() => quiet.abort())
  const complaints = (await people).flatMap((lines) => lines ?? [])
  const watched = await Promise.all(watchers.map(({ end }) => end()))
  await becomingQuiet
  complaints.push(...watched.flatMap((one) => one.complaints))
  survivor.child.kill('SIGTERM')
  await survivor.ended
  const check = startProgram(program, ['check', '--database', url], {})
  await check.ended
  if (check.child.exitCode !== 0) broken.push(`arqam check: ${check.said.join('; ')}`)
  broken.push(...complaints, ...(await brokenIn(store, ledger)))
  const left = await store.db
    .selectFrom('processed_update')
    .select(['update_id', 'tries'])
    .where('content', 'is not', null)
    .execute()
  for (const row of left) broken.push(`update ${row.update_id} is left after ${row.tries} tries`)
  const { entries, importedFiles } = ledger
  const confirmed = entries.filter(({ isConfirmed }) => isConfirmed)
  const ofReports = confirmed.filter(({ command }) => command === 'report')
  const asked = await countOf(store)
  await store.close()
  await server.close()
  return {
    what: `kill -9 on ${engine}`,
    times: kills,
    held: [
      `${confirmed.length} of ${entries.length} changes by chat (${ofReports.length} by reports) and ${importedFiles.size} imports confirmed, each there once`,
      `${botKills} of them kills of the bot, which answered ${asked} questions`,
      `${sumOf(watched, 'notices')} notices, ${sumOf(watched, 'perhapsAgain')} of which said that they may have come before`,
      ...(cuts > 0 ? [`${cuts} connections cut`] : []),
      `${redelivered} updates redelivered`,
      ...(idle > 0 ? [`${idle} bots finished less in ${LATEST_MS / 1000} s than was wanted`] : []),
    ].join('; '),
    broken,
  }
}

/** Resolves when the bot has had nothing to do for a while. */
async function untilQuiet(server: BotApiServer, { db }: Store): Promise<void> {
  for (let [seen, since] = [0, performance.now()]; performance.now() - since < QUIET_MS; ) {
    await wait(LOOK_MS)
    const open = await db
      .selectFrom('processed_update')
      .select('update_id')
      .where('content', 'is not', null)
      .execute()
    if (server.world.updates.size() === 0 && open.length === 0 && said(server) === seen) continue
    seen = said(server)
    since = performance.now()
  }
}

async function finishedIn({ db }: Store): Promise<number> {
  const { count } = await db
    .selectFrom('processed_update')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('content', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How often the bot said something to somebody. */
const said = ({ calls }: BotApiServer): number =>
  calls.filter(({ method }) => /^(?:send|edit|answer)/.test(method)).length

/** Lets a process live for a while once it is at work; false when it ended by itself before. */
async function killLater({ child, ended }: Victim, atWork: Promise<void>, life: number) {
  await atWork
  await Promise.race([ended, wait(life)])
  const lives = child.exitCode === null && child.signalCode === null
  child.kill('SIGKILL')
  await ended
  return lives
}

async function fill(url: string): Promise<void> {
  const now = new Date()
  const store = await openStore({ url, fill: (one) => seedStore(one, DATA, importReaders, now) })
  const by = { actor: { telegramId: OWNER, name: 'مالک' }, command: 'fill', now }
  await applyChanges(store, by, [
    { type: 'add_indicator', name: 'تولید آزمایشی', unit: 'تن', additive: true },
  ])
  await putMember(store, by, { telegramId: EDITOR, name: 'ویرایشگر', role: 'editor' })
  await store.close()
}

const sumOf = (watched: readonly Watched[], key: 'notices' | 'perhapsAgain'): number =>
  watched.reduce((sum, one) => sum + one[key], 0)

async function figureWith({ db }: Store, value: number): Promise<number | null> {
  const row = await db
    .selectFrom('observation')
    .select('id')
    .where('value', '=', value)
    .where('retired', '=', 0)
    .executeTakeFirst()
  return row?.id ?? null
}

async function newestOf({ db }: Store, place: string): Promise<number | null> {
  const row = await db
    .selectFrom('observation as o')
    .innerJoin('place as p', 'p.id', 'o.place_id')
    .innerJoin('indicator as i', 'i.id', 'o.indicator_id')
    .select('o.value')
    .where('p.name', '=', place)
    .where('i.name', '=', INDICATOR)
    .where('o.retired', '=', 0)
    .orderBy('o.period', 'desc')
    .executeTakeFirst()
  return row?.value ?? null
}

/** Ends connections of the program that are younger than a moment, as a restart of the server or of the network does. */
async function cutConnections(url: string, since: Date, random: Random): Promise<number> {
  await wait(300 + random() * LONGEST_LIFE_MS)
  const client = new pg.Client({ connectionString: url, application_name: 'torture' })
  await client.connect()
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'arqam' and datname = current_database()
       and backend_start > $1 and random() < 0.7`,
    [since],
  )
  await client.end()
  return rowCount ?? 0
}

async function countOf({ db }: Store): Promise<number> {
  const { count } = await db
    .selectFrom('question_log')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
