import { Composer } from 'grammy'
import {
  type ChatSettings,
  changeSettings,
  moveSettings,
  settingsOf,
} from '../../facts/settings.ts'
import { moveSubscriptions, subscriptionsOf } from '../../facts/subscriptions.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { onPress } from '../presses.ts'
import { editParts, inRows, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** Of three, names such as «آذربایجان شرقی» are cut on a phone. */
const PLACES_IN_ROW = 2
const MONEY = [
  { code: 't', unit: 'تومان', label: texts.switchMoney('تومان') },
  { code: 'r', unit: 'ریال', label: texts.switchMoney('ریال') },
  { code: '-', unit: null, label: texts.moneyAsStated },
] as const

/** /settings: the province that a question without one is about, the digits, the money, the news. */
export function settingsFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  composer.command('settings', async (ctx) => {
    const settings = await settingsOf(store.db, ctx.chat.id)
    await sendParts(ctx, services, await shown(settings), { keyboard: menu(settings) })
  })

  // A group that became a supergroup is the same to its members.
  const groups = composer.chatType(['group', 'supergroup'])
  groups.on('message:migrate_to_chat_id', async (ctx) => {
    const { migrate_to_chat_id: newChatId } = ctx.message
    await moveSettings(store.db, ctx.chat.id, newChatId)
    await moveSubscriptions(store, ctx.chat.id, newChatId)
  })

  onPress(composer, 'setting', async (ctx, [name, value]) => {
    if (!ctx.chat) return 'expired'
    if (name === 'places') return await showPlaces(ctx)
    if (name === 'watched') return await showWatched(ctx, ctx.chat.id)
    const change = changeOf(name, value)
    if (!change || !(await isKnown(change.defaultPlaceId))) return 'expired'
    const settings = await changeSettings(store.db, ctx.chat.id, change)
    await editParts(ctx, services, await shown(settings), { keyboard: menu(settings) })
  })

  /** A forged button may name a place that never was. */
  async function isKnown(placeId: number | null = null): Promise<boolean> {
    if (placeId === null) return true
    const { places } = await loadVocabulary(store.db)
    return places.some(({ id }) => id === placeId)
  }

  async function shown({ defaultPlaceId, digits, moneyUnit }: ChatSettings) {
    const { places } = await loadVocabulary(store.db)
    const place = places.find(({ id }) => id === defaultPlaceId)
    return lines(
      bold(texts.settingsTitle),
      [plain(`${texts.settingPlace}: `), bold(place?.name ?? texts.noDefaultPlace)],
      [plain(`${texts.settingDigits}: `), bold(texts.digitNames[digits])],
      [plain(`${texts.settingMoney}: `), bold(moneyUnit ?? texts.asStated)],
    )
  }

  async function showPlaces(ctx: BotContext): Promise<undefined> {
    const { places } = await loadVocabulary(store.db)
    const buttons = places
      .filter(({ kind }) => kind === 'province')
      .map(({ id, name }) => ({
        text: name,
        callback_data: encodeCallback('setting', 'place', id),
      }))
    const rows = inRows(buttons, PLACES_IN_ROW)
    const none = {
      text: texts.noDefaultPlace,
      callback_data: encodeCallback('setting', 'place', 0),
    }
    await editParts(ctx, services, [plain(texts.choosePlace)], { keyboard: [...rows, [none]] })
  }

  /** What the chat wants to hear of; a press ends it. */
  async function showWatched(ctx: BotContext, chatId: number): Promise<undefined> {
    const watched = await subscriptionsOf(store.db, chatId)
    const title = watched.length > 0 ? texts.watchedTitle : texts.nothingWatched
    const keyboard = watched.map(({ id, label }) => [
      { text: label, callback_data: encodeCallback('unwatch', id) },
    ])
    await sendParts(ctx, services, [plain(title)], { keyboard })
  }

  return composer
}

function menu({ digits, moneyUnit }: ChatSettings): Keyboard {
  const other = digits === 'persian' ? 'latin' : 'persian'
  return [
    [{ text: texts.buttons.defaultPlace, callback_data: encodeCallback('setting', 'places') }],
    [
      {
        text: texts.switchDigits(texts.digitNames[other]),
        callback_data: encodeCallback('setting', 'digits', other),
      },
    ],
    ...MONEY.filter(({ unit }) => unit !== moneyUnit).map(({ code, label }) => [
      { text: label, callback_data: encodeCallback('setting', 'money', code) },
    ]),
    [{ text: texts.buttons.watched, callback_data: encodeCallback('setting', 'watched') }],
  ]
}

function changeOf(name?: string, value?: string): Partial<ChatSettings> | null {
  if (name === 'place' && value === '0') return { defaultPlaceId: null }
  const placeId = idOf(value)
  if (name === 'place' && placeId !== null) return { defaultPlaceId: placeId }
  const money = MONEY.find(({ code }) => name === 'money' && code === value)
  if (money) return { moneyUnit: money.unit }
  if (name !== 'digits') return null
  return value === 'latin' || value === 'persian' ? { digits: value } : null
}
