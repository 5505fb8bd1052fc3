import type { Grammar } from './grammar.ts'
import type { PlaceMention } from './place-mentions.ts'
import type { Span } from './spans.ts'

/** What of a question the name of an indicator takes, and where its places stand. */
export interface Said {
  readonly keys: Grammar['keys']
  /** Indexes of the words of the name. */
  readonly consumed: ReadonlySet<number>
  readonly places: readonly PlaceMention[]
}

/**
 * Words that ask for a share of another whole than the country, which is the only one that places
 * have in the store: «مرکبات مازندران چند درصد تولید استان است», «چند درصد معادن یزد فعال
 * است», «سهم سیب در باغات آذربایجان غربی».
 */
export function sharesOfOther(said: Said, unit: string | undefined): Span[] {
  if (unit === undefined || unit === PERCENT || said.places.some(isCountry)) return []
  const isOther = isOfWhatStandsBehind(said) || isSplitByPlace(said) || isWithinNoun(said)
  if (!isOther) return []
  const from = askedPercent(said.keys)
  const start = from === -1 ? said.keys.indexOf(SHARE) : from - 1
  return [{ from: start, to: Math.max(start, ...said.consumed) + 1 }]
}

const PERCENT = 'درصد'
const ASKED = new Set(['چند', 'چه'])
const SHARE = 'سهم'
const OF = new Set(['از', 'در', 'تو', 'توی'])

const isCountry = ({ candidates: [place] }: PlaceMention) => place?.kind === 'country'

const askedPercent = (keys: Grammar['keys']) =>
  keys.findIndex((word, at) => word === PERCENT && ASKED.has(keys[at - 1] ?? ''))

/** «مرکبات مازندران چند درصد تولید استان است». */
function isOfWhatStandsBehind({ keys, consumed }: Said): boolean {
  const at = askedPercent(keys)
  const named = [...consumed]
  return at !== -1 && named.some((one) => one < at) && named.some((one) => one > at)
}

/** «چند درصد معادن یزد فعال است»: the place divides what there is from what of it is meant. */
function isSplitByPlace({ keys, consumed, places }: Said): boolean {
  const at = askedPercent(keys)
  if (at === -1) return false
  const named = [...consumed]
  return places.some(
    ({ word }) => named.some((one) => at < one && one < word) && named.some((one) => one > word),
  )
}

/** «سهم سیب در باغات آذربایجان غربی», «سهم معادن فعال از کل معادن یزد»: no place before «از», and one behind it. */
function isWithinNoun({ keys, consumed, places }: Said): boolean {
  const share = keys.indexOf(SHARE)
  if (share === -1) return false
  const named = [...consumed]
  return keys.some((word, of) => {
    if (!OF.has(word ?? '') || of < share || !named.some((one) => share < one && one < of))
      return false
    const place = places.find((one) => one.word > of)
    const isPlaceBefore = places.some((one) => share < one.word && one.word < of)
    return !isPlaceBefore && place !== undefined && (word === 'از' || place.word > of + 1)
  })
}
