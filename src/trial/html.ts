import { badRequest } from './api-error.ts'
import type { Entity, FormattedText } from './wire-types.ts'

/** Telegram's tags and the entities they make (Bot API, "HTML style"). */
const TAGS: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
}

const NAMED_CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

interface OpenTag {
  name: string
  attributes: Map<string, string>
  start: number
}

/**
 * Reads Telegram's HTML into text and entities with offsets in UTF-16 units, as tdlib's
 * `parse_html` does. Throws 400 "can't parse entities" with the byte offset that Telegram names.
 */
export function parseHtml(html: string): FormattedText {
  let text = ''
  let position = 0
  const open: OpenTag[] = []
  const entities: Entity[] = []

  while (position < html.length) {
    const character = html[position]
    if (character === '&') {
      const decoded = decodeCharacter(html, position)
      text += decoded.text
      position += decoded.length
    } else if (character !== '<') {
      text += character
      position += 1
    } else if (html[position + 1] === '/') {
      position = closeTag(position)
    } else {
      position = openTag(position)
    }
  }
  const unclosed = open.at(-1)
  if (unclosed)
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities: tidy(entities) }

  function openTag(begin: number): number {
    const nameEnd = indexOf(html, /[\s>]/g, begin + 1)
    if (nameEnd === -1) throw cannotParse(`Unclosed start tag ${at(html, begin)}`)
    const name = html.slice(begin + 1, nameEnd).toLowerCase()
    if (!Object.hasOwn(TAGS, name)) {
      throw cannotParse(`Unsupported start tag "${name}" ${at(html, begin)}`)
    }
    const { attributes, end } = readAttributes(html, nameEnd, begin, name)
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
      throw cannotParse(`Tag "span" must have class "tg-spoiler" ${at(html, begin)}`)
    }
    if (name === 'tg-emoji' && !attributes.has('emoji-id')) {
      throw cannotParse(`Tag "tg-emoji" must have attribute "emoji-id" ${at(html, begin)}`)
    }
    open.push({ name, attributes, start: text.length })
    return end
  }

  function closeTag(begin: number): number {
    const end = html.indexOf('>', begin)
    if (end === -1) throw cannotParse(`Unclosed end tag ${at(html, begin)}`)
    const name = html
      .slice(begin + 2, end)
      .trimEnd()
      .toLowerCase()
    const opened = open.pop()
    if (!opened) throw cannotParse(`Unexpected end tag ${at(html, begin)}`)
    if (name !== '' && name !== opened.name) {
      const expected = `expected "</${opened.name}>", found "</${name}>"`
      throw cannotParse(`Unmatched end tag ${at(html, begin)}, ${expected}`)
    }
    const entity = entityOf(opened, text)
    if (entity && entity.length > 0) entities.push(entity)
    return end + 1
  }
}

function entityOf(tag: OpenTag, text: string): Entity | undefined {
  const place = { offset: tag.start, length: text.length - tag.start }
  const type = TAGS[tag.name] ?? ''
  if (tag.name === 'a') return linkOf(tag.attributes.get('href') ?? text.slice(tag.start), place)
  if (tag.name === 'blockquote' && tag.attributes.has('expandable')) {
    return { type: 'expandable_blockquote', ...place }
  }
  if (tag.name === 'tg-emoji') {
    return { type, ...place, custom_emoji_id: tag.attributes.get('emoji-id') ?? '' }
  }
  const language = /^language-(.+)/.exec(tag.attributes.get('class') ?? '')?.[1]
  return tag.name === 'code' && language ? { type, ...place, language } : { type, ...place }
}

function linkOf(address: string, place: { offset: number; length: number }): Entity | undefined {
  const mentioned = /^tg:\/\/user\?id=(\d+)$/.exec(address)
  if (mentioned) {
    const user = { id: Number(mentioned[1]), is_bot: false, first_name: '' }
    return { type: 'text_mention', ...place, user }
  }
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`
  // Telegram silently leaves out links that it does not accept.
  if (!/^(https?|tg|ton):/i.test(url) || !URL.canParse(url)) return undefined
  return { type: 'text_link', ...place, url: /^https?:/i.test(url) ? new URL(url).href : url }
}

function readAttributes(html: string, from: number, begin: number, name: string) {
  const attributes = new Map<string, string>()
  let position = from
  for (;;) {
    position = skipSpaces(html, position)
    if (position >= html.length) throw cannotParse(`Unclosed start tag ${at(html, begin)}`)
    if (html[position] === '>') return { attributes, end: position + 1 }
    const nameEnd = indexOf(html, /[\s=>]/g, position)
    const attribute = html.slice(position, nameEnd === -1 ? html.length : nameEnd).toLowerCase()
    if (attribute === '') {
      throw cannotParse(`Empty attribute name in the tag "${name}" ${at(html, begin)}`)
    }
    position = skipSpaces(html, position + attribute.length)
    if (html[position] !== '=') {
      attributes.set(attribute, '')
      continue
    }
    const value = readValue(html, skipSpaces(html, position + 1), begin)
    attributes.set(attribute, value.text)
    position = value.end
  }
}

function readValue(html: string, from: number, begin: number): { text: string; end: number } {
  const quote = html[from]
  if (quote !== '"' && quote !== "'") {
    const end = indexOf(html, /[^a-z0-9.-]/gi, from)
    if (end === -1) throw cannotParse(`Unclosed start tag ${at(html, begin)}`)
    return { text: html.slice(from, end), end }
  }
  const end = html.indexOf(quote, from + 1)
  if (end === -1) throw cannotParse(`Unclosed start tag ${at(html, begin)}`)
  const raw = html.slice(from + 1, end)
  return { text: raw.replace(/&[^&;\s]*;/g, (part) => decodeCharacter(part, 0).text), end: end + 1 }
}

function decodeCharacter(html: string, position: number): { text: string; length: number } {
  const found = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/i.exec(
    html.slice(position, position + 12),
  )
  const code = found?.[1] ? Number(found[1]) : Number.parseInt(found?.[2] ?? '', 16)
  const named = NAMED_CHARACTERS[found?.[3] ?? '']
  if (found && named) return { text: named, length: found[0].length }
  if (found && code > 0 && code <= 0x10ffff) {
    return { text: String.fromCodePoint(code), length: found[0].length }
  }
  return { text: '&', length: 1 }
}

/** Joins `<pre><code class="language-…">` into one entity, and keeps code free of others inside. */
function tidy(entities: Entity[]): Entity[] {
  const kept: Entity[] = []
  const pres = entities.filter((entity) => entity.type === 'pre')
  for (const pre of pres) {
    const inner = entities.find((other) => other.type === 'code' && covers(pre, other))
    if (inner?.language && inner.length === pre.length) pre.language = inner.language
  }
  const solid = entities.filter((entity) => entity.type === 'pre' || entity.type === 'code')
  for (const { language, ...entity } of entities) {
    if (solid.some((other) => other.offset !== -1 && isInside(entity, other))) continue
    kept.push(entity.type === 'pre' && language ? { ...entity, language } : entity)
  }
  return kept.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function isInside(entity: Entity, other: Entity): boolean {
  if (entity.type === 'blockquote' || entity.type === 'expandable_blockquote') return false
  if (entity.type === 'pre' || (entity.type === 'code' && other.type === 'code')) return false
  return covers(other, entity)
}

function covers(outer: Entity, inner: Entity): boolean {
  return outer.offset <= inner.offset && outer.offset + outer.length >= inner.offset + inner.length
}

function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

function skipSpaces(text: string, from: number): number {
  let position = from
  while (/\s/.test(text[position] ?? '')) position += 1
  return position
}

function at(html: string, position: number): string {
  return `at byte offset ${Buffer.byteLength(html.slice(0, position), 'utf8')}`
}

function cannotParse(reason: string) {
  return badRequest(`can't parse entities: ${reason}`)
}
