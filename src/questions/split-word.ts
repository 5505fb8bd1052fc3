import { exactSenses, isGrammar } from './exact-senses.ts'
import type { Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

const LONG_RUN = 8
const SHORTEST_PART = 2

/** «چندواحدراکددرقم» → its words, when known words cover it from end to end; else null. */
export function splitWord(typed: string, lexicon: Lexicon): string[] | null {
  if (typed.length < 4 || typed.length > 120) return null
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: -1 }]
  for (let start = 0; start < typed.length; start++) {
    const here = best[start]
    if (here === undefined) continue
    const longest = Math.min(typed.length, start + lexicon.longestForm + 4)
    for (let end = start + 1; end <= longest; end++) {
      const part = typed.slice(start, end)
      const partCost = costOfPart(part, lexicon)
      if (partCost === null) continue
      const cost = here.cost + partCost
      const before = best[end]
      if (before === undefined || cost < before.cost) best[end] = { cost, from: start }
    }
  }
  if (best[typed.length] === undefined) return null
  const parts: string[] = []
  for (let end = typed.length; end > 0; end = (best[end] as { from: number }).from)
    parts.push(typed.slice((best[end] as { from: number }).from, end))
  // Words of grammar alone may be a chance reading («مادران» is no «ما در آن»).
  const says = parts.some((part) => part.length >= 3 && !isGrammar(lexicon.forms.get(part)))
  const plausible = says || parts.length === 2 || typed.length >= LONG_RUN
  return parts.length > 1 && plausible ? parts.reverse() : null
}

/** Long parts are surer than short ones; a digit string or «و» may stand between two words. */
function costOfPart(part: string, lexicon: Lexicon): number | null {
  if (/^\d+$/.test(part)) return 0.5
  if (part === 'و') return 1.5
  if (part.length < SHORTEST_PART) return null
  const senses = exactSenses(part, lexicon)
  if (senses.length === 0 || (part.length < 4 && (senses[0] as Sense).cost > 0)) return null
  return 1 + (senses[0] as Sense).cost * 3 + (part.length === 2 ? 0.5 : 0)
}
