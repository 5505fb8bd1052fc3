import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../../src/facts/open.ts'
import { checkStore } from '../../../src/facts/upkeep.ts'
import { createBotApiServer } from '../../../src/trial/bot-api-server.ts'
import type { Figure, Part, Rack } from '../part.ts'
import { COUNTED, type Entered, enterFigures } from './admin.ts'
import { askInGroup, askInPrivate, type Scene } from './askers.ts'
import { startBot } from './bot-child.ts'
import { createGateway } from './gateway.ts'
import { createMailboxes } from './mailboxes.ts'
import { tallyOf } from './tally.ts'

const TOKEN = '42:TOKEN-OF-THE-TORTURE'
const OWNER = 7
const UPDATES = { long: 10_000, short: 500 }
const PEOPLE = { long: 150, short: 60 }
const GROUPS = { long: 10, short: 3 }
const FIGURES = { long: 50, short: 8 }
/** Waited for answers that come late, once all faults are over. */
const QUIET_MS = 3000
/** By so much may the heap grow from a quarter of the way to the end. */
const FLAT = 1.25

/** The bot behind a road on which every fifth call fails somehow. */
export const faulty: Part = {
  name: 'faulty',
  async run(rack) {
    const folder = mkdtempSync(join(tmpdir(), 'arqam-torture-'))
    try {
      return await runUpdates(rack, `file:${join(folder, 'arqam.db')}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function runUpdates(rack: Rack, database: string): Promise<Figure[]> {
  const form = rack.short ? 'short' : 'long'
  const server = await createBotApiServer({ token: TOKEN })
  const gateway = await createGateway({ upstream: server.apiRoot, random: rack.random('gateway') })
  const bot = await startBot({ database, apiRoot: gateway.apiRoot, token: TOKEN, owner: OWNER })
  const sent = countUpdates(server.world.updates)
  const mailboxOf = createMailboxes(server.world)
  const scene = (random: string): Scene => ({
    ...{ server, gateway, mailboxOf, random: rack.random(random) },
    goesOn: () => sent() < UPDATES[form] && bot.died() === null,
  })
  const person = (id: number) => server.user({ id, firstName: `کاربر ${id}` })

  let early = 0
  const watch = async () => {
    while (sent() < UPDATES[form] / 4 && bot.died() === null) await wait(100)
    if (bot.died() === null) early = await bot.heap()
    while (sent() < UPDATES[form] && bot.died() === null) {
      await wait(10_000)
      rack.say(`faulty: ${sent()} updates`)
    }
  }
  const groups = Array.from({ length: GROUPS[form] }, (_, index) => {
    const members = [person(5000 + index)]
    const title = `گروه ${index}`
    const oldChat = -100 - index
    server.group({ id: oldChat, title, members })
    return { oldChat, newChat: -1_001_000_000_000 - index, title, members }
  })
  const [entered, talks] = await Promise.all([
    enterFigures(scene('admin'), person(OWNER), FIGURES[form]),
    Promise.all([
      ...Array.from({ length: PEOPLE[form] }, (_, index) =>
        askInPrivate(scene(`person ${index}`), person(1000 + index)),
      ),
      ...groups.map((group, index) =>
        askInGroup(scene(`group ${index}`), group, () => sent() > UPDATES[form] / 2),
      ),
    ]),
    watch(),
  ])
  gateway.calm()
  await wait(QUIET_MS)
  const late = bot.died() === null ? await bot.heap() : 0
  const updates = sent()
  await bot.stop()
  await gateway.close()
  await server.close()

  const tally = tallyOf(talks, mailboxOf, gateway)
  const { asked, once, doubled, refused } = tally
  const unhandled = bot.faults.filter((line) => line.startsWith('unhandled'))
  const died = bot.died()
  for (const line of bot.faults.slice(0, 5)) rack.say(`faulty: ${line.slice(0, 300)}`)
  rack.say(`faulty: ${[...gateway.happened].map(([name, times]) => `${name} ${times}`).join(', ')}`)
  const faults = [...gateway.happened.values()].reduce((sum, times) => sum + times, 0)
  const stored = await storedOnce(database, entered)
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return [
    {
      what: `updates through a Bot API server that fails (${faults} faults)`,
      times: updates,
      held: `${asked} asked: ${once} answered once, ${doubled} twice after a lost reply, ${refused} refused aloud`,
      broken: [...tally.broken, ...unhandled, ...(died === null ? [] : [died])],
    },
    {
      what: 'figures entered meanwhile',
      times: entered.confirmed.length + entered.uncertain.length,
      held: `${entered.confirmed.length} confirmed, each stored once`,
      broken: stored,
    },
    {
      what: 'heap after a quarter and at the end',
      times: 2,
      held: `${megabytes(early)}, ${megabytes(late)}`,
      broken: late > early * FLAT ? [`grew from ${megabytes(early)} to ${megabytes(late)}`] : [],
    },
  ]
}

/** How many updates were caused from now on, whether or not the bot has them. */
function countUpdates(queue: { push(content: object): number | undefined }): () => number {
  let count = 0
  const push = queue.push
  queue.push = (content) => {
    const id = push(content)
    if (id !== undefined) count++
    return id
  }
  return () => count
}

async function storedOnce(database: string, { confirmed, uncertain }: Entered): Promise<string[]> {
  const store = await openStore({ url: database })
  try {
    const broken = await checkStore(store)
    const rows = await store.db
      .selectFrom('observation as o')
      .innerJoin('indicator as i', 'i.id', 'o.indicator_id')
      .select('o.value')
      .where('i.name', '=', COUNTED)
      .execute()
    const times = (value: number) => rows.filter((row) => row.value === value).length
    for (const value of confirmed) {
      if (times(value) !== 1)
        broken.push(`${value} was confirmed and is there ${times(value)} times`)
    }
    for (const value of uncertain) {
      if (times(value) > 1) broken.push(`${value} is there ${times(value)} times`)
    }
    return broken
  } finally {
    await store.close()
  }
}
