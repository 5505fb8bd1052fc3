import type { Entity, FormattedText } from './wire-types.ts'

interface Detector {
  type: string
  pattern: RegExp
}

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_/@.#<>\\[\\]])'

/**
 * What Telegram makes clickable by itself. A command is Latin: «/راهنما» is none. A command or
 * mention must not touch a letter, digit, underscore or slash of any script.
 */
const DETECTORS: readonly Detector[] = [
  {
    type: 'email',
    pattern: /(?<![\w.-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}_@])/giu,
  },
  {
    type: 'url',
    pattern:
      /(?<![\p{L}\p{N}_@.-])(?:https?:\/\/(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d+)?|(?:[a-z0-9-]+\.)+(?:com|org|net|ir|me|io|info|edu|gov|app|dev)(?![\p{L}\p{N}_-]))(?:[/?#][^\s<>"«»،؛]*)?/giu,
  },
  {
    type: 'bot_command',
    pattern: new RegExp(
      `${BEFORE}/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\p{L}\\p{N}_/@])`,
      'gu',
    ),
  },
  {
    type: 'mention',
    pattern: new RegExp(`${BEFORE}@[A-Za-z0-9_]{3,32}(?![\\p{L}\\p{N}_@])`, 'gu'),
  },
  {
    type: 'hashtag',
    pattern: /(?<![\p{L}\p{N}_#&/])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_\u200c]{1,256}(?!#)/gu,
  },
]

/** Adds the entities that Telegram finds by itself where no code, link or earlier find stands. */
export function withDetectedEntities({ text, entities }: FormattedText): FormattedText {
  const taken = entities.filter(({ type }) => /^(code|pre|text_link|text_mention)$/.test(type))
  const found: Entity[] = []
  for (const { type, pattern } of DETECTORS) {
    for (const match of text.matchAll(pattern)) {
      const matched = type === 'url' ? match[0].replace(/[.,:;!?'")\]]+$/, '') : match[0]
      const entity = { type, offset: match.index, length: matched.length }
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity)
    }
  }
  const all = [...entities, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities: all }
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
