import type { Kind } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { previousPeriod } from '../persian/period-relations.ts'
import type { PeriodMention } from '../persian/periods.ts'
import { isMeasure, readUnit, unitDimension } from '../persian/units.ts'
import { isCompanion } from './companions.ts'
import type { Span } from './courtesy.ts'
import type { Grammar } from './grammar.ts'
import type { Heard } from './heard.ts'
import type { Lexicon } from './lexicon.ts'
import { grammarOfName } from './name-grammar.ts'
import { PLAIN_ENDINGS } from './name-words.ts'
import { otherThings } from './other-thing.ts'
import type { FoundPhrase } from './phrase-finder.ts'
import { ELLIPTIC, type PhraseMatch } from './phrase-match.ts'
import { type PlaceMention, placeMentions } from './place-mentions.ts'
import type { Aspect, Correction } from './question.ts'
import type { Word } from './sense.ts'
import { sharesOfOther } from './share-of-other.ts'
import { POINTS, STATEMENT_UNIT } from './special-units.ts'
import { BESIDE_PERIODS } from './words.ts'

/** One way to divide the words of a question among its slots, before it is judged. */
export interface Candidate {
  readonly match: PhraseMatch | null
  readonly places: readonly PlaceMention[]
  readonly periods: readonly string[]
  readonly comparedPeriods: readonly string[]
  /** Periods that do not exist or that no calendar here knows, as typed. */
  readonly invalidPeriods: readonly string[]
  /** «سال قبلش»: years from the period asked before; null when not said so. */
  readonly step: number | null
  readonly aspects: ReadonlySet<Aspect>
  /** «محقق نشده»: what is missing of a target. */
  readonly isUnmet: boolean
  /** «چند نفر», «چندتا»: no percentage is asked for. */
  readonly byAmount: boolean
  /** «چقدر از گندم کشور»: a part of it. */
  readonly asksOf: boolean
  readonly kind: Kind | null
  /** All kinds that were said. */
  readonly kinds: ReadonlySet<Kind>
  /** «چند», «چقدر»: an amount is asked for, so something must be counted. */
  readonly asksAmount: boolean
  /** «تعداد …», «چند تا»: things are counted, so no rate, length or money is asked for. */
  readonly counts: boolean
  readonly tense: Grammar['tense']
  readonly unit: string | null
  readonly convert: boolean
  readonly count: number | null
  readonly each: boolean
  /** «در کدام سال بیشترین …». */
  readonly overYears: boolean
  /** «بهترین», and neither most nor least was said. */
  readonly judged: boolean
  /** «یزد تو گندم چنده؟»: its rank or its figure, the asker tells which. */
  readonly mayRank: boolean
  /** «… چی؟», «و …», or but two names («گوشت مرغ فارس؟»): said as one goes on. */
  readonly goesOn: boolean
  /** «چقدر گندم داد», «چند تن سیمان زد»: said of what is produced. */
  readonly makes: boolean
  /** «چند برابر». */
  readonly multiple: boolean
  /** «کاهش», «افت»: the greatest of it is the least change. */
  readonly decrease: boolean
  /** «یزد به هدف تولید تایر رسید؟». */
  readonly reaches: boolean
  /** Words that nothing explains, as typed. */
  readonly unexplained: readonly string[]
  /** Words that say nothing beside this indicator, unless they name another one. */
  readonly companions: readonly number[]
  /** Words that limit or reverse what is asked, as typed: no figure here answers that. */
  readonly conditions: readonly string[]
  readonly corrections: readonly Correction[]
  /** 0 to 1, see {@link Reading.score}. */
  readonly score: number
  readonly unitFits: boolean
  /** As the score, but for slips: how much of the name was meant. */
  readonly meant: number
  /** Asks how many there are; an alias that leaves out «احیا» must not answer that. */
  readonly stock: boolean
  /** The first telling word of the name was not said («کشته‌شدگان تصادفات» as «تصادفات»), nor its unit. */
  readonly lacksHead: boolean
  /** «نیمه اول» without its year, in a follow-up the year in play. */
  readonly yearUnsaid: boolean
  /** «تا پایان ۱۴۰۳». */
  readonly toYearEnd: boolean
}

const COST_WEIGHT = 0.15
const UNIT_MISFIT = 0.6

export function candidateOf(
  match: PhraseMatch | null,
  { words, grammar, lexicon, asksAmount, ...heard }: Heard,
): Candidate {
  const named = match === null ? new Set<number>() : wordsOfName(match, words, lexicon)
  const consumed = new Set(match?.words.keys() ?? [])
  for (const at of match === null ? [] : grammarOfName(match, words)) {
    named.add(at)
    // «غیر از نفت» is part of «غیر از نفت و میعانات», and another condition.
    if (match?.unsaid.length === 0) consumed.add(at)
  }
  const isFree = (span: Span) => !isWithin(span, named) && !overlaps(span, heard.ofPlaces)
  const free = <T extends Span & { readonly other?: Span }>(found: readonly T[]) =>
    found.filter((span) => isFree(span) && (span.other === undefined || isFree(span.other)))
  const isOfName = (span: { from: number; to: number }) => overlaps(span, named)
  const periodSpans = (
    grammar.periods.some(isOfName) ? grammar.periodsBeside(named) : grammar.periods
  )
    .filter((period) => !isOfName(period))
    .map((period) => (isComparedWith(period, grammar) ? { ...period, comparison: true } : period))
  const aspects = free(grammar.aspects)
  const unmet = grammar.kinds.some(({ value }) => value === 'target') ? free(grammar.unmet) : []
  const kinds = free(grammar.kinds).filter(
    // «هدف‌گذاری انجام‌شده» is a target.
    ({ value, from }, _, all) =>
      value !== 'actual' || !all.some((other) => other.value === 'target' && other.to === from),
  )
  const each = free(grammar.each)
  const isSuperlative = aspects.some(({ value }) => value === 'most' || value === 'least')
  const judged = isSuperlative ? [] : free(grammar.judged)
  const whichYear = isSuperlative ? free(grammar.whichYear) : []
  // «نه، ۱۴۰۱ را می‌خواهم»: a no in front answers the last reply.
  const answersNo = grammar.keys[0] === NO
  const exclusions = grammar.exclusions.filter(
    // «سال نود و نه» denies nothing.
    (span) =>
      !isWithin(withoutTo(span, grammar), consumed) &&
      ![...periodSpans, ...whichYear, ...unmet].some(covers(span)) &&
      span.to > 1,
  )
  const unit =
    grammar.unit !== null && !isWithin(unitNoun(grammar.unit), named) ? grammar.unit : null

  const explained = new Set(consumed)
  if (answersNo) explained.add(0)
  // «راهنما» asks for help only where it names no indicator.
  const help = match === null ? grammar.help : []
  const spans = [
    ...periodSpans,
    ...aspects,
    ...kinds,
    ...each,
    ...judged,
    ...unmet,
    ...whichYear,
    ...help,
    ...(unit ? [unit] : []),
  ]
  for (const span of spans) for (let at = span.from; at < span.to; at++) explained.add(at)
  for (const { from, to } of periodSpans)
    for (const at of [from - 1, to]) if (BESIDE.has(grammar.keys[at] ?? '')) explained.add(at)
  for (const at of countsOfYears(periodSpans, grammar)) explained.add(at)
  const indicator = lexicon.indicators.get(match?.phrase.indicatorId ?? -1)
  const spareUnit = unit === null ? unitLeftOver(words, grammar, explained, indicator?.unit) : null
  if (spareUnit !== null) for (let at = spareUnit.from; at < spareUnit.to; at++) explained.add(at)
  const places = placeMentions(words, heard.placeOfEach, explained)
  for (const { word, parentWords } of places)
    for (const at of [word, ...parentWords]) explained.add(at)
  for (const at of countsOfPlaces(places, words, grammar)) explained.add(at)
  const aspectSet = new Set(aspects.map((found) => found.value))
  const count = countOf(words, grammar, aspectSet, explained)

  const unsaid = [...words.keys()].filter(
    (at) => !explained.has(at) && (!heard.silent[at] || pointsAtNamed(at, grammar, named)),
  )
  const companions = unsaid.filter(
    (at) => indicator !== undefined && isCompanion(at, indicator, words, grammar, consumed),
  )
  const unexplained = unsaid
    .filter((at) => !companions.includes(at))
    .map((at) => (words[at] as Word).typed)
  const unitFits =
    match === null ||
    ((grammar.unit === null || fits(grammar.unit.unit, match, lexicon)) &&
      !(asksAmount && indicator?.unit === STATEMENT_UNIT) &&
      !(heard.countsThings && indicator !== undefined && isMeasure(indicator.unit)))
  const base = match === null ? 0 : match.coverage - COST_WEIGHT * match.cost
  return {
    match,
    places,
    periods: periodSpans.filter((span) => !span.comparison).flatMap(periodsOfMention),
    comparedPeriods: comparedIn(periodSpans, grammar),
    invalidPeriods: periodSpans.filter(isInvalid).map(({ from, to }) => typedIn(words, from, to)),
    step: stepOf(periodSpans),
    aspects: aspectSet,
    isUnmet: unmet.length > 0,
    byAmount: unit !== null ? unit.unit !== PERCENT : asksHowMany(grammar),
    asksOf: asksOf(grammar),
    kind: kindOf(kinds.map((found) => found.value)),
    kinds: new Set(kinds.map((found) => found.value)),
    asksAmount,
    counts: heard.countsThings,
    tense: grammar.tense,
    unit: unit?.unit ?? spareUnit?.unit ?? null,
    convert: unit?.convert ?? false,
    count,
    each: each.length > 0,
    overYears: whichYear.length > 0,
    judged: judged.length > 0,
    mayRank: aspects.length === 0 && unit === null && mayAskRank(consumed, places, grammar),
    goesOn:
      grammar.followUps.length > 0 ||
      grammar.keys[0] === 'و' ||
      (!asksAmount && words.every((word, at) => explained.has(at) || isMark(word))),
    makes: heard.makes,
    multiple: heard.multiple,
    decrease: heard.decrease,
    reaches: heard.reaches,
    unexplained,
    companions,
    conditions: [
      ...unlike(exclusions).map((span) => withObject(span, words)),
      ...sharesOfOther({ keys: grammar.keys, consumed, places }, indicator?.unit),
      ...otherThings({
        ...{ words, grammar, unit: indicator?.unit, periods: periodSpans },
        name: indicator?.name ?? '',
        own: lexicon.nameKeys.get(indicator?.id ?? -1) ?? NOTHING,
      }),
      ...(isSuperlative ? countiesRanked(grammar) : []),
      ...comparesNothing(aspects, places, periodSpans, kinds, grammar),
    ].map(({ from, to }) => typedIn(words, from, to)),
    corrections: correctionsOf(match, words, places),
    score: Math.max(0, base - (unitFits ? 0 : UNIT_MISFIT)),
    unitFits,
    meant:
      (match?.coverage ?? 0) -
      (match?.elliptic ? COST_WEIGHT * ELLIPTIC : 0) -
      (unitFits ? 0 : UNIT_MISFIT),
    stock: grammar.stock,
    lacksHead:
      (match?.lacksHead ?? false) &&
      (grammar.unit === null ||
        !isMeasure(grammar.unit.unit) ||
        unitDimension(grammar.unit.unit) !== unitDimension(indicator?.unit ?? '')),
    yearUnsaid: periodSpans.some((span) => span.note === 'year-unsaid'),
    toYearEnd: periodSpans.some((span) => span.note === 'to-year-end'),
  }
}

/** «چندتا», «چند تا». */
function asksHowMany({ keys }: Grammar): boolean {
  return keys.some(
    (word, at) => HOW_MANY.has(word ?? '') || (word === 'تا' && keys[at - 1] === 'چند'),
  )
}

/** «چقدر از», «چه میزان از». */
function asksOf({ keys }: Grammar): boolean {
  return keys.some((word, at) => word === 'از' && PART.has(keys[at - 1] ?? ''))
}

const PART = new Set('چقدر چقد میزان مقدار بخشی سهمی نسبتی درصدی'.split(' '))
const HOW_MANY = new Set(['چندتا', 'چنتا'])

/** «یزد تو گندم چنده؟», «فارس در تولید گندم چند است؟». */
function mayAskRank(
  named: ReadonlySet<number>,
  places: readonly PlaceMention[],
  { keys }: Grammar,
): boolean {
  const first = Math.min(...named)
  const asked = keys.findIndex(
    (word, at) => word === 'چنده' || (word === 'چند' && IS.has(keys[at + 1] ?? '')),
  )
  const isIn = IN.has(keys[first - 1] ?? '') && places.some(({ word }) => word === first - 2)
  return isIn && asked > first
}

const IN = new Set(['تو', 'توی', 'در'])
const IS = new Set(['است', 'هست'])

function isMark({ token, typed }: Word): boolean {
  return token.kind === 'punctuation' || PLAIN_ENDINGS.has(typed)
}

const NO = 'نه'
const BESIDE = new Set(BESIDE_PERIODS.map(key))

/** «پیش‌بینی و هدف‌گذاری» is a target; target and actual together name no single kind. */
function kindOf(kinds: readonly Kind[]): Kind | null {
  if (kinds.includes('target')) return kinds.includes('actual') ? null : 'target'
  return kinds.at(-1) ?? null
}

/** «سال‌های ۱۴۰۱ و ۱۴۰۲» names two years, «از ۹۵ تا ۹۹» a stretch. */
function periodsOfMention(mention: PeriodMention): readonly string[] {
  if (mention.invalid !== undefined) return []
  return mention.members ?? [mention.period]
}

function typedIn(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ typed }) => typed)
    .join(' ')
}

/** Several rules may find the same words. */
function unlike(spans: readonly Span[]): Span[] {
  const isNew = ({ from }: Span, at: number) => spans.findIndex((one) => one.from === from) === at
  return spans.filter(isNew)
}

/** «بدون نفت»: what a condition is about stands behind its first word, unless it ends there. */
function withObject({ from, to }: Span, words: readonly Word[]): Span {
  return { from, to: isWord(words[to]) ? to + 1 : to }
}

const NOTHING: ReadonlySet<string> = new Set()

/** «کمتر از ده نفر»: a threshold, since nothing that was said is compared. */
function comparesNothing(
  aspects: readonly FoundPhrase<Aspect>[],
  places: readonly PlaceMention[],
  periods: readonly PeriodMention[],
  kinds: readonly FoundPhrase<Kind>[],
  { keys }: Grammar,
): Span[] {
  if (places.length > 1 || periods.length > 1 || kinds.length > 0) return []
  return aspects.filter(
    ({ value, to }) =>
      value === 'compare' && keys[to - 1] === 'از' && !periods.some(({ from }) => from <= to),
  )
}

/** «بیشتر از پارسال», «به نسبت پارسال», «چند برابر ۱۳۹۸»: the period is what another one is compared with. */
function isComparedWith({ from }: PeriodMention, { keys }: Grammar): boolean {
  const before = keys[from - 2] ?? ''
  return (
    (keys[from - 1] === 'از' && MORE_OR_LESS.has(before)) ||
    (keys[from - 1] === 'نسبت' && before === 'به') ||
    (keys[from - 1] === 'برابر' && before === 'چند')
  )
}

/** «رشد ۱۴۰۱ نسبت به سال گذشته» is against 1400, whenever it is asked. */
function comparedIn(spans: readonly PeriodMention[], { keys }: Grammar): string[] {
  const asked = spans.find((span) => !span.comparison && span.basis === 'stated')?.period
  return spans
    .filter((span) => span.comparison)
    .flatMap((span) => {
      const countsBack = span.basis === 'relative' && keys[span.from] === 'سال'
      const isLater = asked !== undefined && asked !== '' && span.period >= asked
      return countsBack && isLater ? [previousPeriod(asked)] : periodsOfMention(span)
    })
}

const MORE_OR_LESS = new Set(['بیشتر', 'کمتر', 'بالاتر', 'پایینتر'])

/** «در پنج سال ۱۳۹۹ تا ۱۴۰۳»: the count says what the years say. */
function countsOfYears(spans: readonly PeriodMention[], { keys }: Grammar): number[] {
  return spans.flatMap(({ from, period }) => {
    const [first, last] = period.split('/').map(Number)
    const at = keys[from] === 'سال' || keys[from - 1] !== 'سال' ? from - 1 : from - 2
    const said = SMALL_NUMBERS.get(keys[at] ?? '') ?? Number(keys[at])
    return said === (last ?? Number.NaN) - (first ?? 0) + 1 ? [at, at + 1] : []
  })
}

/** «سه استان قزوین، یزد و همدان»: the count says what the places say. */
function countsOfPlaces(
  places: readonly PlaceMention[],
  words: readonly Word[],
  { keys }: Grammar,
): number[] {
  const named = new Set(places.map(({ candidates: [place] }) => place?.id)).size
  if (named < 2) return []
  return keys.flatMap((word, at) => {
    const said = words[at]?.token.kind === 'number' ? Number(word) : SMALL_NUMBERS.get(word ?? '')
    const noun = keys[at + 1] === 'تا' ? keys[at + 2] : keys[at + 1]
    return said === named && PLACE_NOUNS.test(noun ?? '') ? [at] : []
  })
}

const PLACE_NOUNS = /^(استان|شهرستان|شهر|جا|مکان|منطقه)(ها|های|ی)?$/

function stepOf(spans: readonly PeriodMention[]): number | null {
  const span = spans.find((one) => one.invalid === 'needs-previous' && !one.comparison)
  return span?.step ?? null
}

function isInvalid(mention: PeriodMention): boolean {
  if (mention.invalid === undefined || mention.invalid === 'vague') return false
  return !(
    mention.invalid === 'needs-previous' &&
    (mention.comparison || mention.step !== undefined)
  )
}

/** Words that the indicator's own name contains: they ask for no aspect («نرخ رشد»). */
function wordsOfName(match: PhraseMatch, words: readonly Word[], lexicon: Lexicon): Set<number> {
  const own = lexicon.nameKeys.get(match.phrase.indicatorId) ?? new Set()
  const named = new Set<number>()
  for (const [index, sense] of match.words) {
    const parts = (words[index] as Word).typed.split(' ').map(key)
    const isOwn = (part: string) => [part, ...stemsOf(part)].some((form) => own.has(form))
    if (own.has(sense.form.key) || parts.every(isOwn)) named.add(index)
  }
  return named
}

/** «افتتاح‌شده این هفته» is a period, and not «افتتاح‌شده در هفته دولت». */
function pointsAtNamed(
  at: number,
  { keys, periods }: Grammar,
  named: ReadonlySet<number>,
): boolean {
  if (!POINTING.has(keys[at] ?? '')) return false
  return periods.some(({ from }) => from === at && named.has(at + 1))
}

const POINTING = new Set(['این', 'همین'])

/** «به غیر از» is «غیر از». */
function withoutTo({ from, to }: { from: number; to: number }, { keys }: Grammar) {
  return { from: keys[from] === 'به' && to > from + 1 ? from + 1 : from, to }
}

function unitNoun(unit: { from: number; to: number }) {
  return { from: unit.from + 1, to: unit.to }
}

function isWithin(span: { from: number; to: number }, taken: ReadonlySet<number>): boolean {
  for (let at = span.from; at < span.to; at++) if (!taken.has(at)) return false
  return true
}

const covers = (inner: { from: number; to: number }) => (outer: { from: number; to: number }) =>
  outer.from <= inner.from && inner.to <= outer.to

function overlaps(span: { from: number; to: number }, taken: ReadonlySet<number>): boolean {
  for (let at = span.from; at < span.to; at++) if (taken.has(at)) return true
  return false
}

const PERSON = 'نفر'
/** Of these no persons are counted: «واسه چند نفر کار درست کرد» is no number of units. */
const THINGS = new Set(
  'واحد معدن هتل شهرک پروژه طرح فقره دستگاه روستا حلقه مصوبه بازدید باب'.split(' '),
)

/** Things counted may go by several nouns; a measure fits its own dimension alone. */
function fits(unit: string, match: PhraseMatch, lexicon: Lexicon): boolean {
  const indicator = lexicon.indicators.get(match.phrase.indicatorId)
  if (indicator === undefined || unit === PERCENT) return true
  if (unit === POINTS) return indicator.unit === PERCENT
  if (unit === PERSON && THINGS.has(indicator.unit)) return false
  if (unitDimension(unit) === unitDimension(indicator.unit)) return true
  return !isMeasure(unit) && !isMeasure(indicator.unit)
}

function isWord(word: Word | undefined): boolean {
  return word?.token.kind === 'word' || word?.token.kind === 'latin'
}

/** «نیروگاه خورشیدی فارس ۱۴۰۲ مگاوات»: a unit that nothing else explains is the one asked for. */
function unitLeftOver(
  words: readonly Word[],
  grammar: Grammar,
  explained: ReadonlySet<number>,
  indicatorUnit: string | undefined,
): { unit: string; from: number; to: number } | null {
  if (indicatorUnit === undefined) return null
  for (let at = 0; at < words.length; at++) {
    if (explained.has(at) || !isWord(words[at])) continue
    if (grammar.keys[at] === key(indicatorUnit))
      return { unit: indicatorUnit, from: at, to: at + 1 }
    const reading = readUnit(grammar.tokens, at)
    if (reading === null) continue
    const same = unitDimension(reading.unit) === unitDimension(indicatorUnit)
    if (same || reading.unit === PERCENT) return { unit: reading.unit, from: at, to: reading.next }
  }
  return null
}

const PERCENT = 'درصد'

/** «کدام شهرستان بیشترین …»: only provinces are ranked. */
function countiesRanked({ keys }: Grammar): Span[] {
  return keys.flatMap((word, at) => (COUNTIES.test(word ?? '') ? [{ from: at, to: at + 1 }] : []))
}

const COUNTIES = /^(شهرستان(ها|های|هایی|ی)?|شهر(ها|های|هایی)?)$/

const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    یک: 1,
    دو: 2,
    سه: 3,
    چهار: 4,
    پنج: 5,
    دوتا: 2,
    سهتا: 3,
    چهارتا: 4,
    پنجتا: 5,
    ششتا: 6,
    دهتا: 10,
    شش: 6,
    شیش: 6,
    هفت: 7,
    هشت: 8,
    نه: 9,
    ده: 10,
    پانزده: 15,
    پونزده: 15,
    بیست: 20,
  }),
)

/** «پنج استان اول»: how many of a ranking; marks its word as explained. */
function countOf(
  words: readonly Word[],
  grammar: Grammar,
  aspects: ReadonlySet<Aspect>,
  explained: Set<number>,
): number | null {
  if (!aspects.has('most') && !aspects.has('least')) return null
  for (let at = 0; at < words.length; at++) {
    if (explained.has(at)) continue
    const token = words[at]?.token
    const value =
      token?.kind === 'number' ? Number(token.text) : SMALL_NUMBERS.get(grammar.keys[at] ?? '')
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > 50) continue
    explained.add(at)
    return value
  }
  return null
}

/** What was typed and what it was taken for, to be told to the asker. */
function correctionsOf(
  match: PhraseMatch | null,
  words: readonly Word[],
  places: readonly PlaceMention[],
): Correction[] {
  const corrections: Correction[] = []
  for (const [index, sense] of match?.words ?? [])
    if (sense.corrected)
      corrections.push({ typed: (words[index] as Word).typed, meant: sense.form.text })
  for (const place of places)
    if (place.corrected && place.candidates[0] !== undefined)
      corrections.push({ typed: place.typed, meant: place.candidates[0].name })
  return corrections
}
