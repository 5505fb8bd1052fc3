import type { Kind } from '../facts/types.ts'
import { jalaliOf } from '../persian/calendar.ts'
import { key } from '../persian/normalise.ts'
import { COMPARING, COUNTED, MEANINGS, QUANTITY_BEFORE } from '../persian/period-words.ts'
import { findPeriods, type PeriodMention } from '../persian/periods.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { HEMAT, isUnitWord } from '../persian/unit-table.ts'
import { readUnit, unitDimension } from '../persian/units.ts'
import { withoutTold } from './achieved-asked.ts'
import { aroundPrevious } from './around-previous.ts'
import { aroundYears } from './around-years.ts'
import { courteousConditions } from './courtesy.ts'
import { letterFrames } from './letter-frames.ts'
import { hasDigit } from './name-parts.ts'
import { isNegatedVerb } from './negated-verbs.ts'
import { type FoundPhrase, PhraseFinder } from './phrase-finder.ts'
import { ApartPhraseFinder } from './phrases-apart.ts'
import type { Aspect } from './question.ts'
import { recentYearsAt } from './recent-years.ts'
import { type Sense, saysNothing, type Word } from './sense.ts'
import type { Span } from './spans.ts'
import { POINTS } from './special-units.ts'
import { withModifiers } from './target-phrases.ts'
import {
  ASPECT_PHRASES,
  ASPECT_PHRASES_APART,
  EACH_PHRASES,
  EXCLUSIONS,
  FOLLOW_UP_WORDS,
  FUTURE_VERBS,
  HELP_PHRASES,
  JUDGED_PHRASES,
  KIND_PHRASES,
  PAST_VERBS,
  STOCK_VERBS,
  UNMET_PHRASES,
  WHICH_YEAR_PHRASES,
} from './words.ts'
import { yearFromPrevious } from './year-from-previous.ts'
import { withYearOfPart } from './year-of-part.ts'

export interface UnitAsked {
  readonly unit: string
  readonly from: number
  readonly to: number
  /** «به ریال»: how to show it, rather than what is counted («چند تن»). */
  readonly convert: boolean
}

/** What the words of a question say apart from names of indicators and places. */
export interface Grammar {
  /** The words as corrected, for recognisers that read text. */
  readonly tokens: readonly Token[]
  /** Keys of the tokens; null for punctuation. */
  readonly keys: readonly (string | null)[]
  readonly periods: readonly PeriodMention[]
  /** The periods said in the words that are not `taken`: «هفته دولت ۱۴۰۲» is a name and a year. */
  periodsBeside(taken: ReadonlySet<number>): readonly PeriodMention[]
  readonly aspects: readonly FoundPhrase<Aspect>[]
  readonly kinds: readonly FoundPhrase<Kind>[]
  readonly exclusions: readonly FoundPhrase<true>[]
  /** «اگه میشه», «عطف به نامه …»: what a question stands in, and what asks for nothing. */
  readonly courtesies: readonly Span[]
  readonly each: readonly FoundPhrase<true>[]
  /** «بهترین», «بدترین»: which end that is, the indicator does not tell. */
  readonly judged: readonly FoundPhrase<true>[]
  /** «در کدام سال»: years are asked for, not places. */
  readonly whichYear: readonly FoundPhrase<true>[]
  /** «محقق نشد»: of a target, what is missing of it. */
  readonly unmet: readonly FoundPhrase<true>[]
  readonly followUps: readonly FoundPhrase<true>[]
  readonly help: readonly FoundPhrase<true>[]
  readonly tense: 'past' | 'future' | null
  readonly unit: UnitAsked | null
  /** «چند واحد راکد دارد؟» asks how many there are, not how many were revived. */
  readonly stock: boolean
}

const aspectFinder = new PhraseFinder(entriesOf(ASPECT_PHRASES))
const apartFinder = new ApartPhraseFinder(
  ASPECT_PHRASES_APART.map(({ aspect, ...parts }) => ({ ...parts, value: aspect })),
)
const kindFinder = new PhraseFinder(entriesOf(KIND_PHRASES))
const exclusionFinder = finderOf(EXCLUSIONS)
const eachFinder = finderOf(EACH_PHRASES)
const judgedFinder = finderOf(JUDGED_PHRASES)
const whichYearFinder = finderOf(WHICH_YEAR_PHRASES)
const unmetFinder = finderOf(UNMET_PHRASES)
const followUpFinder = finderOf(FOLLOW_UP_WORDS)
const helpFinder = finderOf(HELP_PHRASES)
const tenseFinder = new PhraseFinder<'past' | 'future'>([
  ...PAST_VERBS.map((verb) => [verb, 'past'] as const),
  ...FUTURE_VERBS.map((verb) => [verb, 'future'] as const),
])

function finderOf(phrases: readonly string[]): PhraseFinder<true> {
  return new PhraseFinder(phrases.map((phrase) => [phrase, true as const]))
}

function entriesOf<T extends string>(
  table: Readonly<Record<T, readonly string[]>>,
): (readonly [string, T])[] {
  return (Object.keys(table) as T[]).flatMap((value) =>
    table[value].map((phrase) => [phrase, value] as const),
  )
}

/**
 * `today` is the ISO day that relative words count from; `previous` the period that was asked
 * for before, which a follow-up may count from.
 */
export function readGrammar(
  words: readonly Word[],
  today: string,
  previous: string | null = null,
): Grammar {
  const tokens = words.map(correctedToken)
  const keys = tokens.map((token) => (token.kind === 'punctuation' ? null : key(token.text)))
  const spoken = partsOf(words, keys)
  const courtesies = courteousConditions(spoken.keys)
  const frames = letterFrames(typedParts(words, spoken))
  const framed = inWords(frames, spoken.words)
  const parts = without([...courtesies, ...frames], spoken)
  const find = <T>(finder: PhraseFinder<T>) => inWords(finder.find(parts.keys), parts.words)
  const kinds = inWords(withModifiers(kindFinder.find(parts.keys), parts.keys), parts.words)
  const apart = inWords(apartFinder.find(parts.keys), parts.words)
  const told = withoutTold([...find(aspectFinder), ...apart], kinds, keys)
  const aspects = [...told, ...sayersIn(keys)]
  const isTrend = aspects.some(({ value }) => value === 'trend')
  const periodsOf = (tokens: readonly Token[]) => {
    const said = aroundYears(periodsIn(tokens, today), keys)
    const around =
      previous === null ? said.periods : aroundPrevious(said.periods, keys, tokens, previous)
    const counted = yearFromPrevious(around, keys, tokens, { previous, today }, (at) =>
      saysNothing(words[at] as Word),
    )
    const periods = isTrend ? counted.map((mention) => sinceThen(mention, keys, today)) : counted
    return { periods, open: said.open }
  }
  // The date of a letter («مورخ …») is not asked about.
  const asking = tokens.map((token, at) => (isIn(framed, at) ? { ...token, ...NAME } : token))
  const { periods, open } = periodsOf(asking)
  return {
    tokens,
    keys,
    periods,
    periodsBeside: (taken) =>
      periodsOf(asking.map((token, at) => (taken.has(at) ? { ...token, ...NAME } : token))).periods,
    aspects,
    kinds,
    exclusions: [
      ...find(exclusionFinder),
      ...negatedIn(words),
      ...open.map((span) => ({ ...span, value: true as const })),
    ],
    courtesies: [...inWords(courtesies, parts.words), ...framed],
    each: find(eachFinder),
    judged: find(judgedFinder),
    whichYear: find(whichYearFinder),
    unmet: find(unmetFinder),
    followUps: find(followUpFinder),
    help: find(helpFinder),
    tense: tenseFinder.find(parts.keys).at(-1)?.value ?? null,
    unit: unitAsked(tokens, keys) ?? unitInJoin(words, keys),
    stock: keys.some(
      (word, at) => STOCK.has(word ?? '') && parts.keys[parts.words.indexOf(at)] !== null,
    ),
  }
}

/** Stands for words that were heard as a name: they are part of no period. */
const NAME = { kind: 'word', text: '-' } as const

/** «چه کسی تولید گندم فارس را اعلام کرده»: what is told stands between who and the verb. */
function sayersIn(keys: readonly (string | null)[]): FoundPhrase<Aspect>[] {
  const who = keys.findIndex((word, at) => word === 'چه' && WHO.test(keys[at + 1] ?? ''))
  const verb = keys.findIndex((word, at) => at > who + 2 && SAYING.has(word ?? ''))
  if (who === -1 || verb === -1) return []
  const spans = [
    { from: who, to: who + 2 },
    { from: verb, to: verb + 1 },
  ]
  return spans.map((span) => ({ ...span, value: 'source' }))
}

const WHO = /^(کسی|کسانی|نهادی|سازمانی|دستگاهی|مرجعی|خبرگزاری|رسانهای|مقامی|مسئولی)$/
const SAYING = new Set('اعلام گفته گفت گفتن منتشر گزارش'.split(' '))

/** «نخرید», «نتونستن»: what was not done is another figure. */
function negatedIn(words: readonly Word[]): FoundPhrase<true>[] {
  return words.flatMap(({ typed }, at): FoundPhrase<true>[] =>
    isNegatedVerb(key(typed)) ? [{ from: at, to: at + 1, value: true }] : [],
  )
}

interface Parts {
  readonly keys: readonly (string | null)[]
  /** The word that each part belongs to. */
  readonly words: readonly number[]
}

/** Words that were joined to one («احیا شد», «تسهیلات هدف») are heard one by one as well. */
function partsOf(words: readonly Word[], keys: readonly (string | null)[]): Parts {
  const parts = words.flatMap(({ typed, token, senses }, word) =>
    typed.includes(' ') && !senses[0]?.corrected && !isNumberOfName(token)
      ? // «کل کشور» is a place: its parts ask for nothing.
        typed.split(' ').map((part) => ({
          key: isPlace(senses[0]) || isInVerb(part, senses[0]) ? null : key(part),
          word,
        }))
      : [{ key: isOnlyTrap(senses[0]) ? null : (keys[word] ?? null), word }],
  )
  return { keys: parts.map((part) => part.key), words: parts.map((part) => part.word) }
}

/** «از رده خارج کردند» asks for no rank. */
function isInVerb(part: string, sense: Sense | undefined): boolean {
  const isAsked = sense?.form.concepts.some(({ asked }) => asked) ?? false
  return isAsked && RANK_WORDS.has(key(part))
}

const RANK_WORDS = new Set(['رده'])

/** «کمتر از ۱۰», where a name has it, compares nothing. */
function isNumberOfName({ kind, text }: Token): boolean {
  return kind === 'word' && hasDigit(text)
}

/** As they were typed, whatever they are taken for. */
function typedParts(words: readonly Word[], { words: of }: Parts): (string | null)[] {
  return of.map((word, at) => {
    const { typed, token } = words[word] as Word
    if (token.kind === 'punctuation') return null
    const first = of.indexOf(word)
    const isSplit = of[first + 1] === word
    return key(isSplit ? (typed.split(' ')[at - first] ?? '') : typed)
  })
}

function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to)
}

function without(spans: readonly Span[], parts: Parts): Parts {
  return { ...parts, keys: parts.keys.map((word, at) => (isIn(spans, at) ? null : word)) }
}

/** «متوسطه» (secondary school) asks for no mean. */
function isOnlyTrap(sense: Sense | undefined): boolean {
  const isTrap = sense?.cost === 0 && sense.form.roles.size === 1 && sense.form.roles.has('trap')
  return isTrap && !PARTS_APART.has(sense.form.key)
}

/** «سازمان» looks like the county of سامان, and asks who said it. */
const PARTS_APART = new Set(
  ASPECT_PHRASES_APART.flatMap(({ first, last }) => [...first, ...last])
    .flatMap((phrase) => phrase.split(/[ \u200c]/))
    .map(key),
)

function isPlace(sense: Sense | undefined): boolean {
  return (sense?.form.placeIds.length ?? 0) > 0
}

/** Spans over parts as spans over words. */
function inWords<Found extends Span & { readonly other?: Span }>(
  found: readonly Found[],
  words: readonly number[],
): Found[] {
  const over = ({ from, to }: Span): Span => ({
    from: words[from] as number,
    to: (words[to - 1] as number) + 1,
  })
  return found.map((one) => ({
    ...one,
    ...over(one),
    ...(one.other && { other: over(one.other) }),
  }))
}

/**
 * The periods said, and bare years that a report would not take for one: in a question
 * «۱۴۰۲ مگاوات» is the year and the unit asked for.
 */
function periodsIn(tokens: readonly Token[], today: string): PeriodMention[] {
  // «در چند سال گذشته» is not last year.
  const found = yearSoFar(findPeriods(tokens, today)).filter(
    ({ from, to }) => tokens[from - 1]?.text !== 'چند' && !endsInNo(tokens, from, to),
  )
  const wordAt = (at: number) => tokens[at]?.text ?? ''
  const taken = (at: number) => found.some((mention) => mention.from <= at && at < mention.to)
  const years = tokens.flatMap((token, at): PeriodMention[] => {
    const text = taken(at) ? null : bareYear(tokens, at, today)
    if (text === null) return []
    const { start, end } = token
    // «نسبت به ۱۳۹۸»: what is compared with is not what is asked for.
    const comparison = /^(به|با)$/.test(wordAt(at - 1)) && COMPARING.has(wordAt(at - 2))
    const year = { start, end, text, period: text, basis: 'stated', shape: 'year' } as const
    return [{ from: at, to: at + 1, ...year, ...(comparison ? { comparison } : {}) }]
  })
  const current = tokens.flatMap((_, at) =>
    taken(at) || taken(at + 1) ? [] : currentAt(tokens, at, today),
  )
  const recent = tokens.flatMap((_, at) => {
    const mention = taken(at) ? null : recentYearsAt(tokens, at, today)
    return mention === null || recentYearsAt(tokens, at - 1, today) !== null ? [] : [mention]
  })
  return withYearOfPart([...found, ...years, ...current, ...recent].sort((a, b) => a.from - b.from))
}

/** «در سال زراعی نه، در سال ۱۴۰۲»: before a pause «نه» denies, and is no nine. */
function endsInNo(tokens: readonly Token[], from: number, to: number): boolean {
  const isNo = tokens[to - 1]?.text === 'نه' && tokens[to - 2]?.text !== 'و'
  return isNo && to - from > 1 && tokens[to]?.kind === 'punctuation'
}

/** «این ماه» is «ماه جاری», «این شش ماه» the «شش ماهه» of this year. */
function currentAt(tokens: readonly Token[], at: number, today: string): PeriodMention[] {
  const unit = tokens[at + 1]
  if (tokens[at]?.text !== 'این' || unit === undefined) return []
  const months = /^ماهه?$/.test(tokens[at + 2]?.text ?? '') ? tokens[at + 2] : undefined
  const said = THIS.has(unit.text) ? `${unit.text} جاری` : months && `${unit.text} ماهه`
  const [mention] = said === undefined ? [] : findPeriods(tokenise(said), today)
  if (mention === undefined) return []
  const last = THIS.has(unit.text) ? unit : (months ?? unit)
  const to = last === unit ? at + 2 : at + 3
  return [{ ...mention, from: at, to, start: tokens[at]?.start ?? 0, end: last.end }]
}

const THIS = new Set(['ماه', 'فصل', 'هفته', 'سال'])

/** «۱۴۰۲», «سال ۴۰۲», «۹۹ و ۱۴۰۰»: the year that a number is, if it is one. */
function bareYear(tokens: readonly Token[], at: number, today: string): string | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  if (FOUR_DIGITS.test(token.text)) return token.text
  const before = tokens[at - 1]?.text ?? ''
  if (/^[34]\d\d$/.test(token.text) && /^(سال|در|تو)$/.test(before)) return `1${token.text}`
  if (isRecentYear(token.text, today) && countsNothing(tokens, at)) return `1${token.text}`
  // «نسبت به ۹۸», «چند برابر ۹۸», «روندش از ۹۸».
  const isCompared =
    before === 'برابر' ||
    (before === 'به' && tokens[at - 2]?.text === 'نسبت') ||
    (before === 'از' && /^(روند|نمودار)/.test(tokens[at - 2]?.text ?? ''))
  const besideYear =
    isCompared ||
    (LISTS.has(tokens[at + 1]?.text ?? '') && FOUR_DIGITS.test(tokens[at + 2]?.text ?? '')) ||
    (LISTS.has(before) && FOUR_DIGITS.test(tokens[at - 2]?.text ?? ''))
  return /^9\d$/.test(token.text) && besideYear ? `13${token.text}` : null
}

/** «پنبه خراسان ۴۰۲»: a year of these that is not ahead; «۴۰۰» is a round number as often. */
function isRecentYear(text: string, today: string): boolean {
  return /^4\d[1-9]$/.test(text) && 1000 + Number(text) <= jalaliOf(today).year
}

/** Nothing follows that a number could count, and nothing before makes it an amount. */
function countsNothing(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before !== undefined && QUANTITY_BEFORE.has(before.text)) return false
  if (readUnit(tokens, at + 1) !== null || COUNTED.has(tokens[at + 1]?.text ?? '')) return false
  return !/^(از|بالای|زیر)$/.test(before?.text ?? '')
}

/** «امسال تا الان», «تاکنون در سال جاری»: what is held of this year. */
function yearSoFar(mentions: readonly PeriodMention[]): PeriodMention[] {
  const years = mentions.filter(({ shape, basis }) => shape === 'year' && basis === 'relative')
  return mentions
    .filter(({ period }) => !years.some((year) => period === `../${year.period}`))
    .map((mention) => ({
      ...mention,
      period: mention.period.replace(/^(\d{4})-01-01\/\1-\d\d-\d\d$/, '$1'),
    }))
}

/** «روند از ۱۳۹۸»: up to the last year that is over. */
function sinceThen(
  mention: PeriodMention,
  keys: readonly (string | null)[],
  today: string,
): PeriodMention {
  const lastYear = jalaliOf(today).year - 1
  const isSince = keys[mention.from - 1] === 'از' || keys[mention.from - 2] === 'از'
  if (!isSince || !FOUR_DIGITS.test(mention.period) || Number(mention.period) >= lastYear)
    return mention
  return { ...mention, period: `${mention.period}/${lastYear}` }
}

const FOUR_DIGITS = /^1[34]\d\d$/
const LISTS = new Set(['و', 'یا', 'با', '،'])

/** The token that the word stands for once a slip in a word of grammar is put right. */
function correctedToken(word: Word): Token {
  const sense = correction(word) ?? inflectedUnit(word)
  if (sense === null) return withoutPossessive(word.token)
  const kind = word.token.kind === 'latin' ? 'word' : word.token.kind
  return { ...word.token, kind, text: sense.form.key }
}

/** «مگاواته» («is megawatts») names the unit, «آبانش» the month. */
function inflectedUnit(word: Word): Sense | null {
  const best = word.senses[0]
  if (best === undefined || best.cost === 0 || best.corrected) return null
  const role = MEANINGS.get(best.form.key)?.role
  return best.form.roles.has('unit') || role === 'month' || role === 'season' ? best : null
}

/** «نیمه دومش» is «نیمه دوم». */
function withoutPossessive(token: Token): Token {
  const ordinal = /^(اول|دوم|سوم|چهارم)(?:ش|شو|شون)$/.exec(token.text)?.[1]
  return ordinal === undefined ? token : { ...token, text: ordinal }
}

/** The sense that replaces the typed word: the likeliest one, when it was not typed so. */
function correction(word: Word): Sense | null {
  const best = word.senses.find((sense) => !sense.risky)
  if (best?.corrected !== true) return null
  // «کلال» is as near to the county of کلاله as to «کلا»: it asks for no total.
  const isPlaceAsNear = word.senses.some(
    ({ form, cost }) => form.placeIds.length > 0 && cost <= best.cost,
  )
  return isPlaceAsNear && best.form.placeIds.length === 0 ? null : best
}

const ASKING = new Set(['چند', 'چقدر', 'چقد', 'چن', 'چندتا', 'چنتا', 'چه'])
const CONVERTING = new Set(['به', 'حسب', 'برحسب', 'بصورت'])
const STOCK = new Set(STOCK_VERBS.map(key))
/** Nouns of time and the like follow «به» without being a unit to show a value in. */
const TIME_UNITS = new Set(['سال', 'ماه', 'روز', 'هفته', 'ساعت'])
/** «چند برابر» compares. */
const TIMES = 'برابر'
const SHOWN_IN = new Set(['پول', 'دلار', 'یورو', 'جرم', 'مساحت', 'حجم', 'توان', 'انرژی', 'درصد'])
const SCALES = new Set(['هزار', 'میلیون', 'میلیارد'])

/** «چند درصد مصوبات»: the unit may have been joined to the name after it. */
function unitInJoin(words: readonly Word[], keys: readonly (string | null)[]): UnitAsked | null {
  for (let at = 0; at + 1 < words.length; at++) {
    const [first = '', ...rest] = (words[at + 1] as Word).typed.split(' ')
    if (!ASKING.has(keys[at] ?? '') || rest.length === 0 || !isUnitWord(key(first))) continue
    return { unit: first, from: at, to: at + 1, convert: false }
  }
  return null
}

/** «چند تن», «چند میلیارد تومان», «به ریال». */
function unitAsked(tokens: readonly Token[], keys: readonly (string | null)[]): UnitAsked | null {
  for (let at = 0; at + 1 < tokens.length; at++) {
    const before = keys[at] ?? ''
    const convert = CONVERTING.has(before)
    if (!convert && !ASKING.has(before)) continue
    let start = at + 1
    while (SCALES.has(keys[start] ?? '')) start++
    if (keys[start] === 'واحد' && keys[start + 1] === 'درصد')
      return { unit: POINTS, from: at, to: start + 2, convert: false }
    const reading =
      keys[start] === HEMAT ? { unit: HEMAT, next: start + 1 } : readUnit(tokens, start)
    if (reading === null) continue
    if (TIME_UNITS.has(reading.unit) || reading.unit === TIMES) continue
    if (convert && !SHOWN_IN.has(unitDimension(reading.unit))) continue
    const scales = keys.slice(at + 1, start).join(' ')
    const unit = scales === '' ? reading.unit : `${scales} ${reading.unit}`
    return { unit, from: at, to: reading.next, convert }
  }
  return null
}
