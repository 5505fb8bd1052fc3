import { key } from '../persian/normalise.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import type { Grammar } from './grammar.ts'
import type { Lexicon } from './lexicon.ts'
import { type PlaceMention, placeOfEach } from './place-mentions.ts'
import type { Word } from './sense.ts'
import { silentWords } from './silent-words.ts'
import { MAKING_VERBS } from './words.ts'

/**
 * What the words of a question say whatever indicator is meant. Up to sixty candidates are judged
 * by it, so it is worked out once.
 */
export interface Heard {
  readonly words: readonly Word[]
  readonly grammar: Grammar
  readonly lexicon: Lexicon
  readonly placeOfEach: readonly (PlaceMention | null)[]
  /** Words that need no explanation. */
  readonly silent: readonly boolean[]
  /** Words that together name a place («کل کشور»): they ask for no total. */
  readonly ofPlaces: ReadonlySet<number>
  /** «چند», «چقدر»: an amount is asked for, so something must be counted. */
  readonly asksAmount: boolean
  readonly countsThings: boolean
  /** «چقدر گندم داد», «چند تن سیمان زد»: said of what is produced. */
  readonly makes: boolean
  /** «چند برابر». */
  readonly multiple: boolean
  /** «کاهش», «افت». */
  readonly decrease: boolean
  /** «یزد به هدف تولید تایر رسید؟»: whether the target was met. */
  readonly reaches: boolean
}

export function heardIn(words: readonly Word[], grammar: Grammar, lexicon: Lexicon): Heard {
  const { keys } = grammar
  const says = (among: ReadonlySet<string>) => keys.some((word) => among.has(word ?? ''))
  const asksAmount = says(AMOUNT)
  return {
    words,
    grammar,
    lexicon,
    placeOfEach: placesAsked(words, grammar, lexicon),
    silent: silentWords(words, grammar),
    ofPlaces: wordsOfPlaces(words),
    asksAmount,
    countsThings: countsThings(grammar, words),
    makes: asksAmount && says(MAKING),
    multiple: keys.some((word, at) => word === 'برابر' && keys[at - 1] === 'چند'),
    decrease: says(DECREASE),
    reaches:
      keys.some((word, at) => TARGET.test(word ?? '') && keys[at - 1] === 'به') && says(REACHING),
  }
}

/** «در پاسخ به استعلام آن …»: a slip away from a place, a word of a frame is none. */
function placesAsked(
  words: readonly Word[],
  { courtesies }: Grammar,
  lexicon: Lexicon,
): (PlaceMention | null)[] {
  const isFramed = (at: number) => courtesies.some(({ from, to }) => from <= at && at < to)
  return placeOfEach(words, lexicon).map((place, at) => (isFramed(at) ? null : place))
}

const MAKING = new Set(MAKING_VERBS.map(key))
const TARGET = /^(?:هدف|برنامه)(?:ش|شان|شون)?$/
const REACHING = new Set('رسید رسیده رسیدند رسیدن رسیدیم'.split(' '))
const DECREASE = new Set(['کاهش', 'افت', 'نزول'])
const AMOUNT = new Set('چند چندتا چن چنتا چقدر چقد چقدره چنده'.split(' '))

/** «تعداد …», «چند تا …»: things are counted, no length or money is asked for. */
function countsThings({ keys }: Grammar, words: readonly Word[]): boolean {
  return keys.some((word, at) => {
    if (word?.startsWith('تعداد') || word === 'چندتا' || COUNTED.has(word ?? '')) return true
    const next = keys[at + 1] ?? ''
    if (word !== 'چند') return word === 'تا' && keys[at - 1] === 'چند'
    return isNoun(words[at + 1]) && !isUnitWord(next)
  })
}

/** «چند مورد», «چند فقره». */
const COUNTED = new Set(['چندمورد', 'چندفقره', 'چندنوبت'])

/** «چند نیروگاه»: a word that names something, and asks for nothing. */
function isNoun(word: Word | undefined): boolean {
  const best = word?.senses[0]
  if (best === undefined || isUnitWord(key(word?.typed.split(' ')[0] ?? ''))) return false
  return best.form.concepts.length > 0 && best.form.roles.size === 0
}

/** «کل کشور» is a place and no total. */
function wordsOfPlaces(words: readonly Word[]): Set<number> {
  const places = words.flatMap(({ typed, senses }, at) =>
    typed.includes(' ') && (senses[0]?.form.placeIds.length ?? 0) > 0 ? [at] : [],
  )
  return new Set(places)
}
