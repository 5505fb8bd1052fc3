import type { Concept, Lexicon } from './lexicon.ts'
import type { Word } from './sense.ts'
import { framesText } from './text-asked.ts'

/**
 * Whether the words say all that tells the name of a text apart: what only asks for such a text
 * («دلایل», «اقدامات») may be left out, and nothing that restricts it.
 */
export function saysWholeName(
  words: readonly Word[],
  indicatorId: number,
  { nameConcepts, concepts }: Lexicon,
): boolean {
  const said = new Set(
    words.flatMap(({ senses }) =>
      senses
        .filter(({ corrected, risky }) => !corrected && !risky)
        .flatMap(({ form }) => form.concepts.flatMap(({ run }) => run)),
    ),
  )
  const isSaid = (id: number) => said.has(id) || framesText((concepts[id] as Concept).word)
  return (nameConcepts.get(indicatorId) ?? []).some((way) => way.length > 0 && way.every(isSaid))
}
