import { Composer } from 'grammy'
import { type ChatSettings, changeSettings, settingsOf } from '../../facts/settings.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { onPress } from '../presses.ts'
import { editParts, inRows, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'

const PLACES_IN_ROW = 3

/** /settings: the province that a question without one is about, and the script of digits. */
export function settingsFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  composer.command('settings', async (ctx) => {
    const settings = await settingsOf(store.db, ctx.chat.id)
    await sendParts(ctx, services, await shown(settings), { keyboard: menu(settings) })
  })

  onPress(composer, 'setting', async (ctx, [name, value]) => {
    if (!ctx.chat) return 'expired'
    if (name === 'places') return await showPlaces(ctx)
    const change = changeOf(name, value)
    if (!change) return 'expired'
    const settings = await changeSettings(store.db, ctx.chat.id, change)
    await editParts(ctx, services, await shown(settings), { keyboard: menu(settings) })
  })

  async function shown({ defaultPlaceId, digits }: ChatSettings) {
    const { places } = await loadVocabulary(store.db)
    const place = places.find(({ id }) => id === defaultPlaceId)
    return lines(
      bold(texts.settingsTitle),
      [plain(`${texts.settingPlace}: `), bold(place?.name ?? texts.noDefaultPlace)],
      [plain(`${texts.settingDigits}: `), bold(texts.digitNames[digits])],
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

  return composer
}

function menu({ digits }: ChatSettings): Keyboard {
  const other = digits === 'persian' ? 'latin' : 'persian'
  return [
    [{ text: texts.buttons.defaultPlace, callback_data: encodeCallback('setting', 'places') }],
    [
      {
        text: texts.switchDigits(texts.digitNames[other]),
        callback_data: encodeCallback('setting', 'digits', other),
      },
    ],
  ]
}

function changeOf(name?: string, value?: string): Partial<ChatSettings> | null {
  if (name === 'place' && value === '0') return { defaultPlaceId: null }
  const placeId = idOf(value)
  if (name === 'place' && placeId !== null) return { defaultPlaceId: placeId }
  if (name !== 'digits') return null
  return value === 'latin' || value === 'persian' ? { digits: value } : null
}
