import { describe, expect, it } from 'vitest'
import { COMMANDS, commandsFor, publishCommands } from '../../src/bot/commands.ts'
import { createBot } from '../../src/bot/create-bot.ts'
import { may } from '../../src/bot/rights.ts'
import type { Role } from '../../src/facts/types.ts'
import { createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { storeWithVocabulary } from '../facts/store-for-tests.ts'
import { OWNER, openStage, TOKEN } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const ORDER: readonly (Role | null)[] = [null, 'member', 'editor', 'admin', 'owner']

describe('the table of commands', () => {
  it('has an example of each command that begins with it', () => {
    for (const { name, example } of COMMANDS) expect(example.split(' ')[0]).toBe(`/${name}`)
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length)
  })

  it('names every command that the bot knows', async () => {
    const stage = await openStage()
    for (const { name, audience } of COMMANDS) {
      if (audience === 'groups') continue
      const told = await stage.say(stage.owner, `/${name}`)
      expect(told.text ?? told.document?.file_name).not.toContain('فرمان را نمی‌شناسم')
    }
  })

  it('shows a command to nobody who may not use it', () => {
    for (const { name, audience } of COMMANDS) {
      // To give up is everyone's right, but only those who edit have something to give up.
      if (name === 'cancel') continue
      const least = { everyone: null, groups: null, editors: 'editor', admins: 'admin' } as const
      for (const role of [null, 'member', 'editor', 'admin', 'owner'] as const) {
        const isOffered = ORDER.indexOf(role) >= ORDER.indexOf(least[audience])
        expect([name, role, may(role, `/${name}`)]).toEqual([name, role, isOffered])
      }
    }
  })
})

describe('the menu of commands', () => {
  it('holds the commands of admins for admins only', () => {
    const names = commandsFor(null).map(({ command }) => command)
    expect(names).toEqual(['start', 'help', 'settings'])
    for (const role of ['owner', 'admin', 'editor'] as const) {
      expect(commandsFor(role).map(({ command }) => command)).toEqual(
        expect.arrayContaining(['add', 'edit', 'retire', 'undo', 'history', ...names]),
      )
    }
    expect(commandsFor('admin').map(({ command }) => command)).toContain('admins')
    expect(commandsFor('editor').map(({ command }) => command)).not.toContain('admins')
    expect(commandsFor('member').map(({ command }) => command)).toEqual(names)
  })

  it('is told to Telegram, and a chat it does not know yet is no failure', async () => {
    const server = await createBotApiServer({ token: TOKEN })
    const store = await storeWithVocabulary()
    const logged: string[] = []
    const note = (_: object, message: string) => void logged.push(message)
    const logger = { debug: note, info: note, warn: note, error: note }
    const services = {
      store,
      asker: storeAsker(store),
      ownerIds: [OWNER],
      access: 'open' as const,
      clock: () => new Date(),
      logger,
    }
    const bot = createBot({ token: TOKEN, apiRoot: server.apiRoot, ...services })
    await publishCommands(bot.api, services)
    const scopes = server.calls
      .filter(({ method, error }) => method === 'setMyCommands' && !error)
      .map(({ parameters }) => parameters.scope)
    expect(scopes).toEqual([{ type: 'all_private_chats' }, { type: 'all_group_chats' }])
    expect(logged).toEqual(['a commands menu was not set'])
    expect(server.violations).toEqual([])
    await server.close()
  })

  it('is set for an owner at the first contact', async () => {
    const { server, owner, say } = await openStage()
    await say(owner, '/start')
    const call = await server.nextCall('setMyCommands')
    expect(call.parameters.scope).toEqual({ type: 'chat', chat_id: OWNER })
  })
})
