import { key } from '../persian/normalise.ts'
import { isUnitWord } from '../persian/unit-table.ts'
import type { Word } from './sense.ts'

/**
 * A place in a sentence where nothing but certain words of grammar can stand, so that a slip of one
 * shows there though the typed word may be a word of its own.
 */
export interface ContextRule {
  readonly name: string
  /** `known` tells whether the word at `at` is a Persian word as typed. */
  readonly fits: (words: readonly Word[], at: number, known: boolean) => boolean
  readonly meant: readonly string[]
  /** The dearest slip. Default: one slip, whatever it is. */
  readonly limit?: number
  /** The dearest slip in a word that is a Persian word as typed. Default: as `limit`. */
  readonly knownLimit?: number
  /** Also for what passes for an inflected word of ours («بیشتری» for «بیشترین»). */
  readonly ofInflected?: boolean
  /** Also for a verb as it is written. */
  readonly ofVerb?: boolean
  /** Also for any word as it is written. */
  readonly ofAny?: boolean
}

const LIKELY = 0.7
const PARTICIPLES = 'بوده شده کرده داشته داده رسیده'.split(' ')
const endsInParticiple = (word: string): boolean => PARTICIPLES.some((one) => word.endsWith(one))
/** Those of five letters or more: a shorter one is a slip from too many words. */
const PROVINCES = [
  ...'کرمان همدان گیلان تهران سمنان زنجان قزوین گلستان لرستان خوزستان کردستان'.split(' '),
  ...'اردبیل بوشهر ایلام البرز مرکزی اصفهان هرمزگان مازندران کرمانشاه'.split(' '),
]
const VERBS = [
  ...'بود شد کرد است داشت رسید داد دادن دادند کردن کردند شدن شدند داره دارد هست'.split(' '),
  ...'میشه میشود بشه بشود گردید گردیده یافت گرفت کردیم'.split(' '),
  ...PARTICIPLES,
]

export const CONTEXT_RULES: readonly ContextRule[] = [
  {
    name: 'asking word before a unit',
    fits: (words, at) => isUnitWord(firstOf(words[at + 1])) || isCounter(words[at + 1]),
    meant: ['چند', 'چندتا', 'چقدر'],
  },
  {
    name: 'asking word before the last verb',
    fits: (words, at) => isLast(words, at + 1) && isCopula(words[at + 1]),
    meant: ['چقدر', 'چند', 'چنده'],
  },
  {
    name: 'asking word, short',
    fits: (words, at, known) =>
      at > 0 && !known && SHORT_ASKING.test(key(words[at]?.typed ?? '')) && !asks(words),
    meant: ['چقدر', 'چقد', 'چند', 'چنده'],
  },
  {
    name: 'asking word, short of its first letter',
    fits: (words, at) =>
      key(words[at]?.typed ?? '') === 'قدر' && !THIS.has(heardAs(words[at - 1])) && !asksHow(words),
    meant: ['چقدر'],
  },
  {
    name: 'the word province before one',
    fits: (words, at) => isPlace(words[at + 1]),
    meant: ['استان', 'شهرستان'],
  },
  {
    name: 'the word province after «which»',
    fits: (words, at) =>
      WHICH.has(heardAs(words[at - 1])) && !SAYERS.has(key(words[at]?.typed ?? '')),
    meant: ['استان', 'استانه', 'استانی', 'شهرستان', 'شهرستانه'],
    limit: 1.4,
    knownLimit: 1,
    ofInflected: true,
  },
  {
    name: '«which» in front of the places',
    fits: (words, at) => at === 0 && PROVINCES_SAID.test(heardAs(words[at + 1])),
    meant: ['کدام', 'کدوم'],
  },
  {
    name: 'whose, before «which»',
    fits: (words, at) =>
      WHICH.has(heardAs(words[at + 1])) ||
      (heardAs(words[at - 1]) === 'کشور' && isPlace(words[at + 1])),
    meant: ['مال'],
    limit: LIKELY,
  },
  {
    name: 'a province of three letters behind a name',
    fits: (words, at) => standsForPlace(words, at),
    meant: ['یزد'],
    ofVerb: true,
  },
  {
    name: 'a province listed behind a place',
    fits: (words, at) =>
      heardAs(words[at - 1]) === 'و' && isPlace(words[at - 2]) && endsList(words[at + 1]),
    meant: PROVINCES,
    ofVerb: true,
  },
  {
    name: 'what tells which year',
    fits: (words, at) => key(words[at - 1]?.typed ?? '') === 'سال',
    meant: ['جاری', 'گذشته', 'قبل', 'آینده', 'بعد', 'اخیر'],
  },
  {
    name: 'the word year before a year',
    fits: (words, at) => isYear(words[at + 1]),
    meant: ['سال'],
  },
  {
    name: 'the word year before what tells which',
    fits: (words, at) => WHICH_YEAR.has(heardAs(words[at + 1])),
    meant: ['سال', 'ماه'],
    knownLimit: LIKELY,
  },
  {
    name: 'season before a year',
    fits: (words, at) => isYear(words[at + 1]) && IN.has(heardAs(words[at - 1])),
    meant: ['بهار', 'تابستان', 'پاییز', 'زمستان'],
  },
  {
    name: 'season or month between a place and a year',
    fits: (words, at) => isYear(words[at + 1]) && isPlace(words[at - 1]),
    meant: [
      ...'بهار تابستان پاییز زمستان فروردین اردیبهشت خرداد تیر مرداد شهریور'.split(' '),
      ...'مهر آبان آذر دی بهمن اسفند'.split(' '),
    ],
    knownLimit: 0.6,
  },
  {
    name: 'last year',
    fits: (words, at) =>
      key(words[at]?.typed ?? '') === 'ارسال' && BEHIND_YEAR.has(heardAs(words[at + 1])),
    meant: ['پارسال'],
    ofVerb: true,
  },
  {
    name: 'half of a year',
    fits: (words, at) => HALVES.has(heardAs(words[at + 1])),
    meant: ['نیمه'],
  },
  {
    name: 'square metre',
    fits: (words, at) => ['مربع', 'مکعب'].includes(heardAs(words[at + 1])),
    meant: ['متر'],
  },
  {
    name: 'thousands of a unit',
    fits: (words, at) =>
      (words[at - 1]?.token.kind === 'number' || heardAs(words[at - 1]) === 'چند') &&
      isUnitWord(firstOf(words[at + 1])),
    meant: ['هزار', 'میلیون', 'میلیارد'],
    knownLimit: LIKELY,
  },
  {
    name: 'fore- of a forecast',
    fits: (words, at) => heardAs(words[at + 1]) === 'بینی',
    meant: ['پیش'],
    limit: LIKELY,
  },
  {
    name: 'verb behind its prefix',
    fits: (words, at) =>
      key(words[at - 1]?.typed ?? '') === 'می' && words[at]?.token.joined === true,
    meant: 'شود شوند کند کنند رسد رسند دهد دهند گردد باشد شه شن کنه کنن'.split(' '),
  },
  {
    name: 'plural behind a half-space',
    fits: (words, at, known) =>
      at > 0 && (words[at]?.token.joined === true || !known) && mayTakePlural(words, at),
    meant: ['های', 'ها', 'هایی'],
  },
  {
    name: 'copula behind a half-space',
    fits: (words, at) => isLast(words, at) && words[at]?.token.joined === true,
    meant: ['اند', 'است'],
  },
  {
    name: 'how much',
    fits: (words, at, known) =>
      key(words[at - 1]?.typed ?? '') === 'چه' &&
      (!known || CUT_MEASURES.has(key(words[at]?.typed ?? ''))),
    meant: ['میزان', 'مقدار', 'تعداد', 'مبلغ'],
    limit: 1.5,
  },
  {
    name: 'change in per cent',
    fits: (words, at) => heardAs(words[at - 1]) === 'درصد',
    meant: ['تغییر', 'رشد', 'افزایش', 'کاهش'],
    limit: LIKELY,
  },
  {
    name: 'more and less of an amount',
    fits: (words, at) => heardAs(words[at - 1]) === 'چقدر' && isCopula(words[at + 1]),
    meant: ['بیشتر', 'کمتر'],
    limit: LIKELY,
  },
  {
    name: 'as against',
    fits: (words, at) => heardAs(words[at + 1]) === 'به',
    meant: ['نسبت'],
  },
  {
    name: 'rank in the country',
    fits: (words, at) => heardAs(words[at - 1]) === 'رتبه',
    meant: ['کشوری'],
  },
  {
    name: 'course of the years',
    fits: (words, at) => at === 0 && words.some((word) => HOW.has(heardAs(word))),
    meant: ['روند'],
  },
  {
    name: 'this that …',
    fits: (words, at) => heardAs(words[at + 1]) === 'که',
    meant: ['این'],
    knownLimit: LIKELY,
  },
  {
    name: 'for something',
    fits: (words, at) => at > 0 && namesSomething(words[at + 1]),
    meant: ['برای'],
    limit: LIKELY,
  },
  {
    name: 'most and least of the places',
    fits: (words) => words.some((word) => WHICH.has(heardAs(word))),
    meant: ['بیشترین', 'کمترین'],
    ofInflected: true,
  },
  {
    name: 'what is asked, in front',
    fits: (words, at) =>
      at === 0 &&
      (namesSomething(words[at + 1]) || OF_COUNTRY.has(heardAs(words[at + 1]))) &&
      !mayNameSomething(words[at]),
    meant: 'سهم رتبه هدف فرق کمترین بیشترین مجموع میانگین'.split(' '),
    knownLimit: 0.6,
  },
  {
    name: 'growth, where no verb can stand',
    fits: (words, at) => at === 0 && namesSomething(words[at + 1]),
    meant: ['رشد'],
    limit: 0.6,
    ofVerb: true,
  },
  {
    name: 'the whole country',
    fits: (words, at) => heardAs(words[at - 1]) === 'کل' || isWholeOfShare(words, at),
    meant: ['کشور'],
    limit: LIKELY,
  },
  {
    name: 'request at the end',
    fits: (words, at) => isLast(words, at) && ['را', 'رو'].includes(heardAs(words[at - 1])),
    meant: ['بفرمایید', 'بفرستید', 'بگویید', 'بگید', 'بدهید', 'بدید'],
    knownLimit: LIKELY,
  },
  {
    name: 'verb at the end of a question',
    fits: (words, at, known) =>
      isLast(words, at) && asks(words) && !(known && isCounted(words, at)),
    meant: VERBS,
  },
  {
    name: 'copula behind a unit of what was named before',
    fits: (words, at) =>
      isLastBeforeYear(words, at) && isCounted(words, at) && isNamedBefore(words, at),
    meant: 'بود بوده است شد شده هست میشه رسید گردید'.split(' '),
  },
  {
    name: 'copula behind a participle',
    fits: (words, at) =>
      isLast(words, at) && endsInParticiple(heardAs(words[at - 1])) && asks(words),
    meant: ['است', 'بود', 'اند'],
    ofAny: true,
  },
  {
    name: 'which half or quarter',
    fits: (words, at) => PARTS_OF_YEAR.has(heardAs(words[at - 1])) && lengthOf(words[at]) <= 4,
    meant: ['اول', 'دوم', 'سوم', 'نخست'],
  },
  {
    name: 'currency behind millions',
    fits: (words, at) =>
      ['میلیون', 'میلیارد'].includes(heardAs(words[at - 1])) && lengthOf(words[at]) >= 3,
    meant: ['دلار', 'تومان', 'ریال'],
    ofAny: true,
  },
  {
    name: 'the word year before two digits',
    fits: (words, at) => /^(?:[89]\d|0\d)$/.test(words[at + 1]?.token.text ?? ''),
    meant: ['سال'],
    limit: LIKELY,
  },
  {
    name: 'in the course of',
    fits: (words, at, known) =>
      !known && heardAs(words[at - 1]) === 'در' && isPartOfName(words[at + 1]),
    meant: ['حال'],
  },
  {
    name: 'measure in front of a name',
    fits: (words, at, known) =>
      (at === 0 || ASKING_FOR.has(heardAs(words[at - 1]))) &&
      (!known || CUT_MEASURES.has(key(words[at]?.typed ?? ''))) &&
      isPartOfName(words[at + 1]),
    meant: 'تعداد میزان مقدار شمار حجم آمار'.split(' '),
  },
  {
    name: 'participle cut short',
    fits: (words, at) =>
      CUT_SHORT.has(key(words[at]?.typed ?? '')) &&
      (isLast(words, at) || (isLast(words, at + 1) && isVerbEnd(words[at + 1]))) &&
      asks(words) &&
      !BEFORE_RANK.has(heardAs(words[at - 1])) &&
      words[at - 1]?.token.kind === 'word',
    meant: ['کرده', 'شده'],
    ofAny: true,
  },
  {
    name: 'participle that passes for an inflected name',
    fits: (words, at) =>
      (isLast(words, at) || (isLast(words, at + 1) && isCopula(words[at + 1]))) &&
      asks(words) &&
      !isCounted(words, at),
    meant: PARTICIPLES,
    limit: 0.6,
    ofInflected: true,
  },
  {
    name: 'participle before the last verb',
    fits: (words, at, known) =>
      isLast(words, at + 1) &&
      isCopula(words[at + 1]) &&
      asks(words) &&
      !(known && isCounted(words, at)),
    meant: PARTICIPLES,
  },
]

const ASKING = new Set(
  'چند چقدر چقد چندتا میزان مقدار تعداد آمار کدام کدوم بیشترین کمترین'.split(' ').map(key),
)
const COPULAS = new Set(['است', 'بود', 'بوده', 'شد', 'شده', 'هست'])
const WHICH = new Set(['کدام', 'کدوم'])
/** Who tells a figure, and no slip of «استان». */
const SAYERS = new Set(['سازمان', 'سازمانی'])
const WHICH_YEAR = new Set(['جاری', 'گذشته', 'اخیر', 'آینده'].map(key))
const IN = new Set(['در', 'تا', 'از', 'طی', 'فصل'])
const HALVES = new Set(['اول', 'دوم', 'نخست'])
const PER_CENT = 'درصد'
const THIS = new Set(['این', 'آن', 'اون', 'همین', 'همان', 'همون', 'هر', 'چه'].map(key))
const BEHIND_YEAR = new Set(['چند', 'چندتا', 'چقدر', 'چقد', 'چه', 'تو', 'توی'])
const HOW = new Set(['چگونه', 'چطور', 'چطوره'])
const OF_COUNTRY = new Set(['استان', 'کشوری', 'کشور'])
const BEHIND_PLACE = new Set(['در', 'از', 'را', 'رو', 'طی', 'تو', 'چند', 'چقدر', 'چقد', 'پارسال'])
const ASKS_AMOUNT = new Set(['چند', 'چندتا', 'چقدر', 'چقد'])
const COUNTERS = new Set(['تا', 'جا', 'هزار', 'میلیون', 'میلیارد'])

const PROVINCES_SAID = /^استان(?:ها|های)?$/
/** «چد», «چید»: what is left of «چند» and «چقدر». */
const SHORT_ASKING = /^[چجخح].{1,3}$/
/** What is left of «شده» and «کرده», and is a number or a rank elsewhere. */
const CUT_SHORT = new Set(['ده', 'رده', 'شه'])
/** What is left of «میزان», «تعداد» and «مقدار», and is a word of its own. */
const CUT_MEASURES = new Set(['میان', 'تعدد', 'مقدر'])
const ASKING_FOR = new Set(['لطفا', 'زحمت', 'بیزحمت', 'سلام', 'یه', 'یک', 'بفرمایید'])
const PARTS_OF_YEAR = new Set(['نیمه', 'ماهه', 'سهماهه', 'نیمسال'])
const BEFORE_RANK = new Set(['چه', 'کدام', 'کدوم', 'چند', 'در', 'این', 'از'])
const ENDINGS_OF_VERBS = new Set(['است', 'اند', 'بود', 'بودند'])

/** What a word is taken for so far. */
function heardAs(word: Word | undefined): string {
  const best = word?.senses[0]
  if (best?.corrected && !best.risky) return best.form.key
  return key(word?.typed ?? '')
}

function asks(words: readonly Word[]): boolean {
  return words.some(
    (word) =>
      ASKING.has(heardAs(word)) || word.typed.split(' ').some((part) => ASKING.has(key(part))),
  )
}

/** «چقدر», «چند» or «چه …» was said. */
function asksHow(words: readonly Word[]): boolean {
  return words.some((word) => /^(چقد|چند|چن|چه)/.test(heardAs(word)) && word.token.kind === 'word')
}

/** «بوده است» may have been joined, or misspelt. */
function isCopula(word: Word | undefined): boolean {
  const text = word?.senses[0]?.corrected ? word.senses[0].form.text : (word?.typed ?? '')
  return text.split(/[ \u200c]/).every((part) => COPULAS.has(key(part)))
}

/** «چند کره؟», «چند تن کره؟»: what follows the asking word or a unit is the thing counted. */
function isCounted(words: readonly Word[], at: number): boolean {
  const before = key(words[at - 1]?.typed ?? '')
  // «چند درصد اسد؟»: no thing is counted by the hundred.
  return ASKING.has(before) ? before.startsWith('چند') : isUnitWord(before) && before !== PER_CENT
}

function isVerbEnd(word: Word | undefined): boolean {
  return isCopula(word) || ENDINGS_OF_VERBS.has(key(word?.typed ?? ''))
}

/** «… چند تن بد؟», «… چند کیلومتر قود ۱۴۰۲»: what is counted stands in front of the asking word. */
function isNamedBefore(words: readonly Word[], at: number): boolean {
  const asking = words.findIndex((word) => ASKING.has(heardAs(word)))
  return asking < at && words.slice(0, Math.max(0, asking)).some(isPartOfName)
}

function isLastBeforeYear(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1).every((word) => word.token.kind === 'punctuation' || isYear(word))
}

/** «چاه‌نای», «دانش بنیان هاغی»: a noun stands before it, and no other word is heard in it. */
function mayTakePlural(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  const typed = key(word.typed)
  if (typed.length < 2 || typed.length > LONGEST_PLURAL || !/[هاغیئ]/.test(typed)) return false
  return word.token.joined
    ? isPartOfName(words[at - 1]) || (words[at - 1]?.senses.length ?? 0) === 0
    : typed.startsWith('ه') && isPartOfName(words[at - 1])
}

const LONGEST_PLURAL = 5

function lengthOf(word: Word | undefined): number {
  return key(word?.typed ?? '').length
}

/** «چد واحد راکد»: the unit may have been joined to what it counts. */
function firstOf(word: Word | undefined): string {
  return key(word?.typed.split(' ')[0] ?? '')
}

function isCounter(word: Word | undefined): boolean {
  return word !== undefined && COUNTERS.has(key(word.typed))
}

function isPlace(word: Word | undefined): boolean {
  const best = word?.senses[0]
  return best !== undefined && best.form.placeIds.length > 0 && !best.risky
}

function isYear(word: Word | undefined): boolean {
  return /^1[34]\d\d$/.test(word?.token.text ?? '')
}

/** Surely a place or part of a name. */
function namesSomething(word: Word | undefined): boolean {
  const best = word?.senses[0]
  return (
    best !== undefined &&
    !best.risky &&
    best.form.roles.size === 0 &&
    best.form.placeIds.length + best.form.concepts.length > 0
  )
}

/**
 * «نرخ بیکاری زد از ۱۳۹۹», «گندم زد ۱۴۰۲ چقدر»: behind a name, before a year or a preposition, where
 * nothing was asked before and no place is said.
 */
function standsForPlace(words: readonly Word[], at: number): boolean {
  return (
    isPartOfName(words[at - 1]) &&
    (isYear(words[at + 1]) || BEHIND_PLACE.has(heardAs(words[at + 1]))) &&
    !words.some(isPlace) &&
    !words.slice(0, at).some((word) => ASKS_AMOUNT.has(heardAs(word)))
  )
}

function isPartOfName(word: Word | undefined): boolean {
  return word?.senses.some(({ form, risky }) => form.concepts.length > 0 && !risky) ?? false
}

/** Part of a name, a place or something else, by a slip that is likely enough. */
function mayNameSomething(word: Word | undefined): boolean {
  return (word?.senses ?? []).some(
    ({ form, cost }) =>
      cost < LIKELY &&
      !form.roles.has('aspect') &&
      (form.roles.has('trap') || form.placeIds.length + form.concepts.length > 0),
  )
}

/** «… و همان پارسال», «… و رمان ۱۴۰۳»: a time, or nothing at all. */
function endsList(word: Word | undefined): boolean {
  if (word === undefined || isYear(word) || word.token.kind === 'punctuation') return true
  return word.senses[0]?.form.roles.has('time') === true
}

/** «سهم کرمان از مس کسور»: what ends a question about a share is the whole. */
function isWholeOfShare(words: readonly Word[], at: number): boolean {
  const share = words.findIndex((word) => heardAs(word) === 'سهم')
  const place = words.findIndex((word, index) => index > share && isPlace(word))
  const isEnd = words
    .slice(at + 1)
    .every((word) => word.token.kind === 'punctuation' || isYear(word))
  return share !== -1 && place !== -1 && place < at - 1 && isEnd
}

function isLast(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1).every((word) => word.token.kind === 'punctuation')
}
