import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import type { Lexicon } from './lexicon.ts'
import type { Correction, Interpretation, Reading } from './question.ts'
import type { Rehearing } from './second-hearing.ts'

/**
 * What a question means by the nearest of several ways to hear it that explains all its words;
 * «unclear» where another way is as near, null where none explains them.
 */
export function nearestHearing(
  ways: readonly Rehearing[],
  understand: (tokens: readonly Token[]) => Interpretation[],
  lexicon: Lexicon,
): Interpretation[] | 'unclear' | null {
  let best: { again: Rehearing; found: Interpretation[] } | null = null
  let tries = 0
  for (const again of ways) {
    if (best !== null && again.cost > best.again.cost + MARGIN) break
    // What was not tried may be as near.
    if (++tries > MOST_TRIES) return 'unclear'
    const found = understand(again.tokens)
    if (found.some(isStuck) || addsPlace(again, found, lexicon)) continue
    if (found.some((one) => correctsAgain(again, one))) continue
    if (!found.every(isLed) || again.doubtful || hasTrap(again, lexicon)) return 'unclear'
    if (best === null || isClearer(found, best.found, again.cost - best.again.cost))
      best = { again, found }
    else if (isClearer(best.found, found, best.again.cost - again.cost)) continue
    else if (meaningOf(found) !== meaningOf(best.found)) return 'unclear'
  }
  const nearest = best
  return nearest?.found.map((one) => withCorrections(one, nearest.again)) ?? null
}

const MARGIN = 0.45
const MOST_TRIES = 8
const CLEARER_MARGIN = 0.1

/** Words stand in the way, as opposed to a question that is clear and has no answer. */
function isStuck(one: Interpretation): boolean {
  return one.status === 'not_understood' || (one.status === 'unexplained' && one.words.length > 0)
}

/** What only looks like one of ours explains nothing, unless it is half of a place («رضوی»). */
function hasTrap({ corrections }: Rehearing, { forms, placeForms }: Lexicon): boolean {
  return corrections.some(({ meant }) => {
    const form = forms.get(key(meant))
    if (!form?.roles.has('trap') || form.roles.size + form.concepts.length > 1) return false
    return !placeForms.some((place) => place.words > 1 && place.key.endsWith(form.key))
  })
}

/** «گندذم» is no «گندلم», and that no «گندله»: what was put right is not put right once more. */
function correctsAgain({ corrections }: Rehearing, one: Interpretation): boolean {
  const wordsOf = (text: string) => text.split(' ').map(key)
  return readingsOf(one).some((reading) =>
    reading.corrections.some(({ typed, meant }) =>
      wordsOf(typed).some(
        (word) =>
          !wordsOf(meant).includes(word) && corrections.some((own) => key(own.meant) === word),
      ),
    ),
  )
}

/**
 * «خوزستان پاسال»: a place heard by a slip beside one that is said, and not listed with it, is none
 * (so it is «پارسال», not «ماسال»).
 */
function addsPlace({ tokens, corrections }: Rehearing, found: Interpretation[], lexicon: Lexicon) {
  const isChoice = tokens.some(({ text }) => text === 'یا')
  const heard = corrections.flatMap(({ meant }) => {
    const at = tokens.findIndex(({ text }) => key(text) === key(meant))
    const isListed =
      BEFORE_LISTED.has(tokens[at - 1]?.text ?? '') || AFTER_LISTED.has(tokens[at + 1]?.text ?? '')
    return isListed || isChoice ? [] : (lexicon.forms.get(key(meant))?.placeIds ?? [])
  })
  return found.flatMap(readingsOf).some(({ question: { places } }) => {
    const ids = places?.value ?? []
    return ids.length > 1 && ids.some((id) => heard.includes(id))
  })
}

const AFTER_LISTED = new Set(['و', 'یا', 'با', 'به', '،'])
const BEFORE_LISTED = new Set([...AFTER_LISTED, 'از'])

function readingsOf(one: Interpretation): readonly Reading[] {
  if (one.status === 'understood') return [one.reading]
  return one.status === 'choices' ? one.readings : []
}

/** Whether one way leaves nothing open and another one does, though it is hardly dearer. */
function isClearer(one: Interpretation[], other: Interpretation[], dearer: number): boolean {
  const isClear = (found: Interpretation[]) => found.every(({ status }) => status === 'understood')
  return dearer <= CLEARER_MARGIN && isClear(one) && !isClear(other)
}

/** What is asked, whatever the words were. */
function meaningOf(interpretations: readonly Interpretation[]): string {
  return JSON.stringify(
    interpretations.map((one) => {
      const readings = readingsOf(one)
      return readings.length === 0 ? one : readings.map(({ question }) => question)
    }),
  )
}

/**
 * What was understood by putting words right, asked again as if they had been spelt so: it is then
 * no surer than it would have been, and means nothing else.
 */
export function asRightlySpelt(
  first: Interpretation[],
  tokens: readonly Token[],
  understand: (tokens: readonly Token[]) => Interpretation[],
  lexicon: Lexicon,
): Interpretation[] {
  const corrections = first.flatMap(readingsOf).flatMap((reading) => reading.corrections)
  if (first.length !== 1 || corrections.length === 0) return first
  const asked = (spelt: readonly Correction[]) =>
    understand(spelt.reduce(respelt, tokens)).map((one) =>
      withCorrections(one, { corrections: spelt }),
    )
  const again = asked(corrections)
  if (again.length === 1 && again[0]?.status === 'choices') return again
  // What a place is shown as is not how it was said.
  const ofOthers = corrections.filter(({ meant }) => !isPlace(meant, lexicon))
  if (ofOthers.length === 0) return first
  const others = ofOthers.length < corrections.length ? asked(ofOthers) : again
  return meaningOf(others) === meaningOf(first) ? first : others
}

function isPlace(meant: string, { forms }: Lexicon): boolean {
  return (forms.get(key(meant))?.placeIds.length ?? 0) > 0
}

function respelt(tokens: readonly Token[], { typed, meant }: Correction): readonly Token[] {
  const keys = typed.split(' ').map(key)
  const from = tokens.findIndex((_, at) =>
    keys.every((part, index) => key(tokens[at + index]?.text ?? '') === part),
  )
  if (from === -1) return tokens
  return [...tokens.slice(0, from), ...tokenise(meant), ...tokens.slice(from + keys.length)]
}

function withCorrections(
  one: Interpretation,
  again: Pick<Rehearing, 'corrections'>,
): Interpretation {
  const add = (reading: Reading): Reading => ({
    ...reading,
    corrections: [...again.corrections, ...reading.corrections],
  })
  if (one.status === 'choices') return { ...one, readings: one.readings.map(add) }
  return one.status === 'understood' ? { ...one, reading: add(one.reading) } : one
}

export function isLed({ status }: Interpretation): boolean {
  return status === 'understood' || status === 'choices'
}
