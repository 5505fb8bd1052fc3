import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense, Word } from './sense.ts'

/**
 * Slips that only their neighbours give away, because the typed word is a word of its own:
 * «گند درصد» for «چند درصد», «سل ۱۴۰۲» for «سال ۱۴۰۲», «… چقدر تولید کر؟» for «کرد».
 * Each rule names the place in a sentence where nothing but a word of grammar can stand.
 */
interface Rule {
  readonly name: string
  /** `known` tells whether the word at `at` is a Persian word as typed. */
  readonly fits: (words: readonly Word[], at: number, known: boolean) => boolean
  readonly meant: readonly string[]
}

const PARTICIPLES = 'بوده شده کرده داشته داده رسیده'.split(' ')
const VERBS = [
  ...'شد کرد بود است داشت رسید داد دادن دادند کردن کردند شدن شدند داره دارد هست'.split(' '),
  ...'میشه میشود بشه بشود'.split(' '),
  ...PARTICIPLES,
]

const RULES: readonly Rule[] = [
  {
    name: 'asking word before a unit',
    fits: (words, at) => isUnitWord(firstOf(words[at + 1])) || isCounter(words[at + 1]),
    meant: ['چند', 'چندتا', 'چقدر'],
  },
  {
    name: 'asking word before the last verb',
    fits: (words, at) => isLast(words, at + 1) && COPULAS.has(key(words[at + 1]?.typed ?? '')),
    meant: ['چقدر', 'چند', 'چنده'],
  },
  {
    name: 'the word province before one',
    fits: (words, at) => isPlace(words[at + 1]),
    meant: ['استان', 'شهرستان'],
  },
  {
    name: 'what tells which year',
    fits: (words, at) => key(words[at - 1]?.typed ?? '') === 'سال',
    meant: ['جاری', 'گذشته', 'قبل', 'آینده', 'بعد', 'اخیر'],
  },
  {
    name: 'the word year before a year',
    fits: (words, at) => /^1[34]\d\d$/.test(words[at + 1]?.token.text ?? ''),
    meant: ['سال'],
  },
  {
    name: 'verb at the end of a question',
    fits: (words, at, known) =>
      isLast(words, at) && asks(words) && !(known && isCounted(words, at)),
    meant: VERBS,
  },
  {
    name: 'participle before the last verb',
    fits: (words, at, known) =>
      isLast(words, at + 1) &&
      COPULAS.has(key(words[at + 1]?.typed ?? '')) &&
      asks(words) &&
      !(known && isCounted(words, at)),
    meant: PARTICIPLES,
  },
]

const ASKING = new Set(
  'چند چقدر چقد چندتا میزان مقدار تعداد آمار کدام کدوم بیشترین کمترین'.split(' ').map(key),
)
const COPULAS = new Set(['است', 'بود', 'بوده', 'شد', 'شده', 'هست'])
const LIMIT = 1

function asks(words: readonly Word[]): boolean {
  return words.some((word) => ASKING.has(key(word.typed)))
}

/** «چند کره؟», «چند تن کره؟»: what follows the asking word or a unit is the thing counted. */
function isCounted(words: readonly Word[], at: number): boolean {
  const before = key(words[at - 1]?.typed ?? '')
  return ASKING.has(before) ? before.startsWith('چند') : isUnitWord(before)
}

/** «چد واحد راکد»: the unit may have been joined to what it counts. */
function firstOf(word: Word | undefined): string {
  return key(word?.typed.split(' ')[0] ?? '')
}

function isCounter(word: Word | undefined): boolean {
  return word !== undefined && ['تا', 'هزار', 'میلیون', 'میلیارد'].includes(key(word.typed))
}

function isPlace(word: Word | undefined): boolean {
  const best = word?.senses[0]
  return best !== undefined && best.form.placeIds.length > 0 && !best.risky
}

function isLast(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1).every((word) => word.token.kind === 'punctuation')
}

/** Gives words that are nothing of ours the word of grammar that alone can stand in their place. */
export function withContextSlips(
  words: readonly Word[],
  lexicon: Lexicon,
  knownWords: KnownWords,
): Word[] {
  return words.map((word, at) => {
    if (word.token.kind !== 'word' || word.senses.some((sense) => !sense.corrected)) return word
    const typed = key(word.typed)
    for (const { fits, meant } of RULES) {
      if (!fits(words, at, knownWords.has(typed))) continue
      const near = meant
        .map((one) => ({
          form: lexicon.forms.get(key(one)),
          distance: slipDistance(typed, key(one), LIMIT),
        }))
        .filter(
          (one): one is { form: Form; distance: number } =>
            one.form !== undefined && one.distance <= LIMIT,
        )
        .sort((a, b) => a.distance - b.distance)[0]
      if (near === undefined) continue
      const sense: Sense = { form: near.form, cost: near.distance, risky: false, corrected: true }
      return { ...word, senses: [sense] }
    }
    return word
  })
}
