/**
 * Telegram's limits as the Bot API documents them (Bot API 10.3, and tdlib/telegram-bot-api for
 * those it leaves unsaid). Lengths of text are UTF-16 units after entities are parsed.
 */
export const LIMITS = {
  textUnits: 4096,
  captionUnits: 1024,
  callbackDataBytes: 64,
  callbackAnswerUnits: 200,
  copyTextUnits: 256,
  placeholderUnits: 64,
  keyboardButtons: 100,
  inlineResults: 50,
  inlineResultIdBytes: 64,
  inlineQueryUnits: 256,
  inlineOffsetBytes: 64,
  inlineCacheSeconds: 86_400,
  commands: 100,
  commandDescriptionUnits: 256,
  nameUnits: 64,
  descriptionUnits: 512,
  shortDescriptionUnits: 120,
  uploadBytes: 50 * 1024 * 1024,
  photoBytes: 10 * 1024 * 1024,
  photoSides: 10_000,
  photoRatio: 20,
  downloadBytes: 20 * 1024 * 1024,
  mediaGroup: { least: 2, most: 10 },
  deletedAtOnce: 100,
  deletableHours: 48,
  updatesAtOnce: 100,
  pollSeconds: 50,
  /** Undocumented; answers after 20 seconds are reported as too late. */
  callbackAnswerSeconds: 15,
} as const

export const COMMAND_NAME = /^[a-z0-9_]{1,32}$/
export const START_PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/
export const SECRET_TOKEN = /^[A-Za-z0-9_-]{1,256}$/
export const CHAT_ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

/** Bytes of a text as UTF-8: what Telegram counts for data, ids and offsets (a Persian letter is 2). */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
