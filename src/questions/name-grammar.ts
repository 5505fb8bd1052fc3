import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { isEnding, isFunctionWord, withoutPlural, wordKeys } from './name-words.ts'
import type { PhraseMatch } from './phrase-match.ts'
import type { Word } from './sense.ts'

interface Part {
  readonly key: string
  /** Index of the word that it belongs to. */
  readonly word: number
}

/**
 * The words of grammar that a name has («از» of «عقب‌مانده از برنامه», «دولت» of «هفته دولت»), where
 * they stand in the question as in the name: they ask for nothing.
 */
export function grammarOfName({ phrase, words: heard }: PhraseMatch, words: readonly Word[]) {
  const name = wordKeys(phrase.text)
  const grammar = new Set<number>()
  if (!name.some(isFunctionWord)) return grammar
  const parts = partsOf(words)
  const belongs = ({ word, key }: Part) => heard.has(word) || isFunctionWord(key)
  for (let from = 0; from < parts.length; from++)
    for (let at = 0; at < name.length; at++) {
      const isGoingOn = from > 0 && at > 0 && isSame(parts[from - 1] as Part, name[at - 1])
      if (isGoingOn && belongs(parts[from - 1] as Part)) continue
      let run: Part[] = []
      for (const part of parts.slice(from)) {
        if (!belongs(part) || !isSame(part, name[at + run.length])) break
        run.push(part)
      }
      // «خرید از فارس» is no part of «خرید از کشاورزان».
      if (at + run.length < name.length) run = withoutLast(run, ({ key }) => JOINING.has(key))
      if (at > 0) run = withoutLast(run.toReversed(), ({ word }) => !heard.has(word))
      if (!run.some(({ word }) => heard.has(word))) continue
      for (const { word } of run) if (!heard.has(word)) grammar.add(word)
    }
  return grammar
}

/** What they join is still to come. */
const JOINING = new Set('از به با در برای تا بر و که'.split(' '))

function partsOf(words: readonly Word[]): Part[] {
  return words.flatMap(({ typed, token }, word) => {
    if (token.kind === 'punctuation') return []
    const parts = typed.split(' ').map((part) => ({ key: key(part), word }))
    return parts.filter((part) => !isEnding(part.key))
  })
}

function isSame({ key: said }: Part, word: string | undefined): boolean {
  return (
    word !== undefined &&
    (said === word || formsOf(said).some((form) => formsOf(word).includes(form)))
  )
}

const formsOf = (word: string): string[] => [word, withoutPlural(word), closeStemOf(word) ?? word]

function withoutLast(run: readonly Part[], isSpare: (part: Part) => boolean): Part[] {
  return run.slice(0, run.findLastIndex((part) => !isSpare(part)) + 1)
}
