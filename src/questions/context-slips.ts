import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense, Word } from './recognise.ts'

/**
 * Slips that only their neighbours give away, because the typed word is a word of its own:
 * «گند درصد» for «چند درصد», «سل ۱۴۰۲» for «سال ۱۴۰۲», «… چقدر تولید کر؟» for «کرد».
 * Each rule names the place in a sentence where nothing but a word of grammar can stand.
 */
interface Rule {
  readonly name: string
  readonly fits: (words: readonly Word[], at: number) => boolean
  readonly meant: readonly string[]
}

const RULES: readonly Rule[] = [
  {
    name: 'asking word before a unit',
    fits: (words, at) => isUnitWord(key(words[at + 1]?.typed ?? '')) || isCounter(words[at + 1]),
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
    name: 'the word year before a year',
    fits: (words, at) => /^1[34]\d\d$/.test(words[at + 1]?.token.text ?? ''),
    meant: ['سال'],
  },
  {
    name: 'verb at the end of a question of amount',
    fits: (words, at) => isLast(words, at) && words.some((word) => AMOUNT.has(key(word.typed))),
    meant: [
      'شد',
      'شده',
      'کرد',
      'کرده',
      'بود',
      'بوده',
      'است',
      'داشت',
      'داشته',
      'داده',
      'میشه',
      'رسید',
    ],
  },
]

const AMOUNT = new Set(['چند', 'چقدر', 'چقد', 'چندتا'])
const COPULAS = new Set(['است', 'بود', 'بوده', 'شد', 'شده', 'هست'])
const LIMIT = 1

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

/** Adds the meant word of grammar as a sense of words that are nothing else of ours. */
export function withContextSlips(words: readonly Word[], lexicon: Lexicon): Word[] {
  return words.map((word, at) => {
    if (word.token.kind !== 'word' || word.senses.some((sense) => !sense.corrected)) return word
    const typed = key(word.typed)
    for (const { fits, meant } of RULES) {
      if (!fits(words, at)) continue
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
      return { ...word, senses: [sense, ...word.senses] }
    }
    return word
  })
}
