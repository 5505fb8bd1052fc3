import { key } from '../persian/normalise.ts'
import type { Word } from './sense.ts'

/**
 * The words with those apart that only tell what is measured: «ارزش صادرات», an indicator of its
 * own, is in «ارزش صادرات صنایع دستی» the worth of another one. Null where none was joined.
 */
export function withMeasuresApart(
  words: readonly Word[],
  recognise: (text: string) => readonly Word[],
): Word[] | null {
  const apart = words.flatMap((word) => {
    const [first = '', ...rest] = word.typed.split(' ')
    const isJoined = rest.length > 0 && MEASURES.has(key(first))
    return isJoined ? [...recognise(first), ...recognise(rest.join(' '))] : [word]
  })
  return apart.length > words.length ? apart : null
}

const MEASURES = new Set('ارزش مبلغ وزن حجم مقدار'.split(' '))
