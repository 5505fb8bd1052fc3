import { z } from 'zod'
import { badRequest } from './api-error.ts'
import { withDetectedEntities } from './entity-detection.ts'
import { parseHtml } from './html.ts'
import { LIMITS } from './limits.ts'
import type { Entity, FormattedText } from './wire-types.ts'

const entityList = z.array(
  z.looseObject({
    type: z.string(),
    offset: z.number().int().nonnegative(),
    length: z.number().int().positive(),
  }),
)

/**
 * Text as a bot sent it, with its parse mode or entities, made into what people see: entities
 * parsed, white space at both ends removed, links and commands found.
 * Throws 400 for markup that cannot be parsed. Knows HTML only, as Arqam sends nothing else.
 */
export function formatText(raw: string, parseMode?: string, given?: unknown): FormattedText {
  return withDetectedEntities(trim(parse(raw.replaceAll('\r', ''), parseMode, given)))
}

/** Throws "message text is empty" or "message is too long". */
export function checkedText(formatted: FormattedText): FormattedText {
  if (formatted.text === '') throw badRequest('message text is empty')
  if (formatted.text.length > LIMITS.textUnits) throw badRequest('message is too long')
  return formatted
}

/** Throws "message caption is too long". A caption may be empty. */
export function checkedCaption(formatted: FormattedText): FormattedText {
  if (formatted.text.length > LIMITS.captionUnits) throw badRequest('message caption is too long')
  return formatted
}

function parse(raw: string, parseMode: string | undefined, given: unknown): FormattedText {
  if (parseMode?.toLowerCase() === 'html') return parseHtml(raw)
  if (parseMode) throw badRequest('unsupported parse_mode')
  if (given === undefined) return { text: raw, entities: [] }
  const entities = entityList.safeParse(given)
  if (!entities.success) throw badRequest("can't parse MessageEntity")
  const outside = entities.data.find(({ offset, length }) => offset + length > raw.length)
  if (outside) {
    const { offset, length } = outside
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  }
  return { text: raw, entities: entities.data.map((entity): Entity => ({ ...entity })) }
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0)
    const to = Math.min(entity.offset + entity.length - start, trimmed.length)
    return to > from ? [{ ...entity, offset: from, length: to - from }] : []
  })
  return { text: trimmed, entities: moved }
}
