import { badRequest } from '../api-error.ts'
import { documentOf, type FileKind, photoSizes, type StoredFile } from '../file-store.ts'
import { checkedCaption, checkedText, formatText } from '../formatted-text.ts'
import { type Parameters, stringOf } from '../method-table.ts'
import type { Message } from '../wire-types.ts'
import type { World } from '../world.ts'
import type { Call } from './method.ts'

type TextContent = Pick<Message, 'text' | 'entities' | 'link_preview_options'>
type CaptionContent = Pick<Message, 'caption' | 'caption_entities'>
export type MediaContent = Pick<Message, 'photo' | 'document' | 'has_media_spoiler'> &
  CaptionContent

/** The text of a call, checked, as the fields of a message. */
export function textContent(parameters: Parameters): TextContent {
  const raw = stringOf(parameters, 'text') ?? ''
  const parseMode = stringOf(parameters, 'parse_mode')
  const { text, entities } = checkedText(formatText(raw, parseMode, parameters.entities))
  const preview = parameters.link_preview_options
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(isRecord(preview) && { link_preview_options: preview }),
  }
}

/** The caption of a call, checked, as the fields of a message; no fields when it is empty. */
export function captionContent(parameters: Parameters): CaptionContent {
  const raw = stringOf(parameters, 'caption') ?? ''
  const parseMode = stringOf(parameters, 'parse_mode')
  const formatted = checkedCaption(formatText(raw, parseMode, parameters.caption_entities))
  if (formatted.text === '') return {}
  const { text, entities } = formatted
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}

/** A photo or document by upload, `attach://` name or earlier file id, with its caption. */
export function mediaContent(
  world: World,
  call: Pick<Call, 'files'>,
  kind: FileKind,
  parameters: Parameters,
  field: string = kind,
): MediaContent {
  const file = findFile(world, call, kind, field, parameters[field])
  const media = kind === 'photo' ? { photo: photoSizes(file) } : { document: documentOf(file) }
  return {
    ...media,
    ...captionContent(parameters),
    ...(kind === 'photo' && parameters.has_spoiler === true && { has_media_spoiler: true }),
  }
}

function findFile(
  world: World,
  { files }: Pick<Call, 'files'>,
  kind: FileKind,
  field: string,
  value: unknown,
): StoredFile {
  const reference = typeof value === 'string' ? value : ''
  const attached = /^attach:\/\/(.+)$/.exec(reference)?.[1]
  const upload = files.get(attached ?? field)
  if (upload) return world.files.add(kind, upload)
  const known = world.files.byId(reference)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  if (known.kind !== kind) {
    throw badRequest(`can't use file of type ${capital(known.kind)} as ${capital(kind)}`)
  }
  return known
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
