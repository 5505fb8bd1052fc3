import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { checkedText, formatText } from '../formatted-text.ts'
import { byteLength, LIMITS, START_PAYLOAD } from '../limits.ts'
import { numberOf, stringOf } from '../method-table.ts'
import { checkInlineKeyboard } from '../reply-markup.ts'
import type { InlineResult, World } from '../world.ts'
import type { Methods } from './method.ts'

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

const inlineResult = z.looseObject({
  type: z.string(),
  id: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  input_message_content: z
    .looseObject({
      message_text: z.string(),
      parse_mode: z.string().optional(),
      entities: z.array(z.unknown()).optional(),
      link_preview_options: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  reply_markup: z.unknown().optional(),
})
const resultsButton = z.strictObject({
  text: z.string().min(1).max(64),
  start_parameter: z.string().regex(START_PAYLOAD),
})

/** Answers to pressed buttons and to inline queries. */
export const queryMethods: Methods = {
  answerCallbackQuery(world, { parameters }) {
    const id = stringOf(parameters, 'callback_query_id') ?? ''
    const query = world.callbacks.get(id)
    if (!query || query.answer || isOld(world, query.askedAt)) throw badRequest(TOO_OLD)
    const text = stringOf(parameters, 'text')
    if (text !== undefined && text.length > LIMITS.callbackAnswerUnits) {
      throw badRequest('MESSAGE_TOO_LONG')
    }
    const url = stringOf(parameters, 'url')
    if (url !== undefined && !url.startsWith(`https://t.me/${world.bot.username}?`)) {
      throw badRequest('URL_INVALID')
    }
    query.answer = {
      show_alert: parameters.show_alert === true,
      ...(text && { text }),
      ...(url && { url }),
    }
    world.events.emit({ type: 'callback_answer', query: id, answer: query.answer })
    return true
  },

  answerInlineQuery(world, { parameters }) {
    const id = stringOf(parameters, 'inline_query_id') ?? ''
    const query = world.inlineQueries.get(id)
    if (!query || query.answer || isOld(world, query.askedAt)) throw badRequest(TOO_OLD)
    const results = checkResults(parameters.results)
    const nextOffset = stringOf(parameters, 'next_offset') ?? ''
    if (byteLength(nextOffset) > LIMITS.inlineOffsetBytes) throw badRequest('NEXT_OFFSET_INVALID')
    if ((numberOf(parameters, 'cache_time') ?? 0) > LIMITS.inlineCacheSeconds) {
      throw badRequest('wrong parameter cache_time in request')
    }
    query.answer = { results, nextOffset, ...checkButton(parameters.button) }
    world.events.emit({ type: 'inline_answer', query: id })
    return true
  },
}

function checkResults(value: unknown): InlineResult[] {
  const parsed = z.array(inlineResult).safeParse(value)
  if (!parsed.success) throw badRequest("can't parse inline query results JSON array")
  if (parsed.data.length > LIMITS.inlineResults) throw badRequest('RESULTS_TOO_MUCH')
  const ids = parsed.data.map((result) => result.id)
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE')
  return parsed.data.map((result) => {
    const { id, type, title, description, input_message_content: content } = result
    const bytes = byteLength(id)
    if (bytes === 0 || bytes > LIMITS.inlineResultIdBytes) throw badRequest('RESULT_ID_INVALID')
    if (type === 'article' && !title) throw badRequest('title of article must be non-empty')
    if (type === 'article' && !content) throw badRequest('input_message_content must be specified')
    const markup = checkInlineKeyboard(result.reply_markup)
    return {
      id,
      type,
      title: title ?? '',
      ...(description !== undefined && { description }),
      ...(content && { content: contentOf(content) }),
      ...(markup && { reply_markup: markup }),
    }
  })
}

function contentOf(content: NonNullable<z.infer<typeof inlineResult>['input_message_content']>) {
  const formatted = formatText(content.message_text, content.parse_mode, content.entities)
  const { text, entities } = checkedText(formatted)
  const preview = content.link_preview_options
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(preview && { link_preview_options: preview }),
  }
}

function checkButton(value: unknown) {
  if (value === undefined) return {}
  const button = resultsButton.safeParse(value)
  if (!button.success) throw badRequest("can't parse inline query results button")
  return { button: button.data }
}

function isOld(world: World, askedAt: number): boolean {
  return world.now() - askedAt > LIMITS.callbackAnswerSeconds
}
