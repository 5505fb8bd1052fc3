import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import { COMMANDS, commandsFor, publishCommands } from '../../src/bot/commands.ts'
import { createBot } from '../../src/bot/create-bot.ts'
import { may } from '../../src/bot/rights.ts'
import { putMember } from '../../src/facts/members.ts'
import type { Role } from '../../src/facts/types.ts'
import { visibleCommands } from '../../src/trial/api/settings.ts'
import { createBotApiServer } from '../../src/trial/bot-api-server.ts'
import type { Person } from '../../src/trial/people/person.ts'
import { by, storeWithVocabulary } from '../facts/store-for-tests.ts'
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
      .map(({ parameters: { scope, language_code } }) => ({ scope, language_code }))
    const everyone = { type: 'all_private_chats' }
    const groups = { type: 'all_group_chats' }
    expect(scopes).toEqual([
      { scope: everyone },
      { scope: everyone, language_code: 'en' },
      { scope: groups },
      { scope: groups, language_code: 'en' },
    ])
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

  it('is Persian, and English for those whose Telegram is, by the role of each', async () => {
    const stage = await openStage()
    const { server, owner, say } = stage
    const john = server.user({ id: 2002, firstName: 'John', languageCode: 'en' })
    const menu = (person: Person) =>
      visibleCommands(server.world, person.chat.id, person.user.id).map(
        ({ command, description }) => `${command}: ${description}`,
      )
    await say(john, '/start')
    const options = { store: stage.store, asker: storeAsker(stage.store), ownerIds: [OWNER] }
    const logger = { debug() {}, info() {}, warn() {}, error() {} }
    const services = { ...options, access: 'open' as const, clock: () => new Date(), logger }
    await say(owner, '/start')
    await publishCommands(new Api(TOKEN, { apiRoot: server.apiRoot }), services)
    expect(menu(owner)).toContain('add: افزودن رقم')
    expect(menu(john)).toEqual([
      'start: Begin, with some questions to try',
      'help: Help',
      'settings: Settings: default province, digits, currency',
    ])
    await putMember(stage.store, by('مالک'), { telegramId: 2002, name: 'John', role: 'editor' })
    await say(john, '/start')
    await server.waitFor(() => menu(john).includes('add: Add a figure') || undefined, 'the menu')
    expect(menu(john).join()).not.toContain('stats')
    await stage.pressToEdit(owner, await say(owner, '/admins remove 2002'), 'ثبت')
    await server.waitFor(() => !menu(john).join().includes('add') || undefined, 'the old menu')
  })
})
