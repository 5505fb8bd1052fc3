import type { Update } from 'grammy/types'
import { afterEach, describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot/create-bot.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { countObservations } from '../../src/facts/observations.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { freshUrl } from '../facts/fresh-url.ts'
import { by, FACTORIES, NOW, VOCABULARY } from '../facts/store-for-tests.ts'
import { labels, OWNER, TOKEN } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const toClose: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const one of toClose.splice(0)) await one.close()
})

/** Two instances of the bot, each with connections of its own, and each is given every update. */
async function twoInstances() {
  const url = await freshUrl()
  const server = await createBotApiServer({ token: TOKEN })
  const stores = [await openStore({ url }), await openStore({ url })]
  toClose.push(server, ...stores)
  const [store] = stores
  if (!store) throw new Error('no store')
  await applyChanges(store, by('ارقام'), VOCABULARY)
  const bots = stores.map((one) => botOn(one, server))
  for (const bot of bots) await bot.init()
  async function deliver(): Promise<void> {
    const updates = server.world.updates.pending(100)
    server.world.updates.confirm((updates.at(-1)?.update_id ?? 0) + 1)
    for (const update of updates) {
      const given: Update = JSON.parse(JSON.stringify(update))
      await Promise.all(bots.map((bot) => bot.handleUpdate(given)))
    }
  }
  return { server, store, deliver, owner: server.user({ id: OWNER, firstName: 'مالک' }) }
}

const botOn = (store: Store, server: BotApiServer) =>
  createBot({
    token: TOKEN,
    store,
    asker: storeAsker(store),
    ownerIds: [OWNER],
    access: 'open',
    clock: () => NOW,
    apiRoot: server.apiRoot,
    logger: silent,
  })

describe('two instances that are given the same updates', () => {
  it('add a figure once, whichever of the two previews is pressed, and however often', async () => {
    const { server, store, owner, deliver } = await twoInstances()
    owner.sendText(`/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`)
    await deliver()
    const previews = server.messages(owner.chat.id).filter((one) => labels(one).includes('ثبت'))
    expect(previews).toHaveLength(2)
    for (const preview of previews) owner.press(preview, 'ثبت')
    await deliver()
    expect(await countObservations(store.db)).toBe(1)
  })
})
