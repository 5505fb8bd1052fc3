import { randomBytes } from 'node:crypto'
import { type BotApiServer, createBotApiServer } from './bot-api-server.ts'
import { createPageRoutes } from './page-routes.ts'
import { createGroup } from './people/group.ts'
import { createPerson, type Person } from './people/person.ts'
import { TEXTS } from './texts.fa.ts'
import type { World } from './world.ts'

/** The people of the trial. The admin's id goes to the bot as an owner's. */
export const TRIAL_PEOPLE = { official: 1001, admin: 1002, group: -1_001_000_000_001 } as const

const PORTS_TRIED = 20

export interface TrialOptions {
  /** The first port tried; the next ones follow while a port is taken. 8788 when left out. */
  port?: number
  now?: () => Date
  /** Starts the bot against the trial's server; returns what stops it. */
  createAndStartBot(connection: {
    token: string
    apiRoot: string
    ownerIds: readonly number[]
  }): Promise<() => Promise<void>>
}

export interface Trial {
  /** The address of the page. */
  url: string
  apiRoot: string
  token: string
  people: { official: Person; admin: Person }
  server: BotApiServer
  /** Stops the bot, then the server. */
  close(): Promise<void>
}

/**
 * Opens the trial page on 127.0.0.1 with the bot behind it. Nothing leaves the machine, and the
 * token is made anew each time. Throws when no port near the given one is free.
 */
export async function startTrial(options: TrialOptions): Promise<Trial> {
  const token = `${700_000_000 + randomBytes(3).readUIntBE(0, 3)}:${randomBytes(24).toString('base64url')}`
  let people: { official: Person; admin: Person } | undefined
  const routes = (world: World) => {
    const person = (id: number, first_name: string) =>
      createPerson(world, { id, is_bot: false, first_name, language_code: 'fa' })
    const official = person(TRIAL_PEOPLE.official, TEXTS.official)
    const admin = person(TRIAL_PEOPLE.admin, TEXTS.admin)
    people = { official, admin }
    createGroup(world, {
      id: TRIAL_PEOPLE.group,
      title: TEXTS.group,
      members: [admin, official],
    })
    return createPageRoutes(world, [official, admin])
  }
  const server = await onFreePort(options.port ?? 8788, (port) =>
    createBotApiServer({
      token,
      port,
      routes,
      botInfo: { first_name: TEXTS.bot },
      ...(options.now && { now: options.now }),
    }),
  )
  if (!people) throw new Error('The trial has no people')
  const { apiRoot } = server
  const ownerIds = [TRIAL_PEOPLE.admin]
  const stopBot = await options
    .createAndStartBot({ token, apiRoot, ownerIds })
    .catch(async (error: unknown) => {
      await server.close()
      throw error
    })
  return {
    url: `${apiRoot}/`,
    apiRoot,
    token,
    people,
    server,
    async close() {
      await stopBot()
      await server.close()
    },
  }
}

async function onFreePort<Result>(
  first: number,
  listen: (port: number) => Promise<Result>,
): Promise<Result> {
  for (let port = first; ; port += 1) {
    try {
      return await listen(port)
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || port + 1 >= first + PORTS_TRIED) throw error
    }
  }
}
