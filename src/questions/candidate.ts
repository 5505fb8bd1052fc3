import type { Kind } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { isMeasure, unitDimension } from '../persian/units.ts'
import { asksHowMany, asksOf, countsOfPlaces } from './candidate-asks.ts'
import {
  comparesNothing,
  countiesRanked,
  differsFromNothing,
  othersSummed,
  withObject,
} from './candidate-conditions.ts'
import {
  comparedIn,
  countsOfYears,
  isComparedWith,
  isInvalid,
  periodsOfMention,
  stepOf,
} from './candidate-periods.ts'
import { countOf, mayAskRank } from './candidate-ranking.ts'
import { fits, unitLeftOver } from './candidate-unit.ts'
import { isCompanion } from './companions.ts'
import type { Grammar } from './grammar.ts'
import type { Heard } from './heard.ts'
import type { Lexicon } from './lexicon.ts'
import { grammarOfName } from './name-grammar.ts'
import { PLAIN_ENDINGS } from './name-words.ts'
import { otherThings } from './other-thing.ts'
import { ELLIPTIC, type PhraseMatch } from './phrase-match.ts'
import { type PlaceMention, placeMentions } from './place-mentions.ts'
import type { Aspect, Correction } from './question.ts'
import type { Sense, Word } from './sense.ts'
import { sharesOfOther } from './share-of-other.ts'
import { covers, isWithin, overlaps, type Span, unlike } from './spans.ts'
import { STATEMENT_UNIT } from './special-units.ts'
import { asksForText } from './text-asked.ts'
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
    // «هدف‌گذاری انجام‌شده» is a target, and «پیش‌بینی صورت‌گرفته» a forecast.
    ({ value, from }, _, all) =>
      value !== 'actual' || !all.some((other) => other.value !== 'actual' && other.to === from),
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
  const isText = indicator?.unit === STATEMENT_UNIT
  const unexplained = unsaid
    .filter((at) => !companions.includes(at))
    .filter((at) => !isText || !asksForText((words[at] as Word).typed))
    .map((at) => (words[at] as Word).typed)
  const unitFits =
    match === null ||
    ((grammar.unit === null || fits(grammar.unit, match, grammar.keys, lexicon)) &&
      !(asksAmount && isText) &&
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
    byAmount: unit !== null ? unit.unit !== 'درصد' : asksHowMany(grammar),
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
      ...othersSummed(aspects, grammar),
      ...comparesNothing({ aspects, places, periods: periodSpans, kinds }, grammar),
      ...(match === null
        ? []
        : differsFromNothing({ aspects, places, periods: periodSpans, kinds }, grammar)),
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

function typedIn(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ typed }) => typed)
    .join(' ')
}

const NOTHING: ReadonlySet<string> = new Set()

/** Words that the indicator's own name contains: they ask for no aspect («نرخ رشد»). */
function wordsOfName(match: PhraseMatch, words: readonly Word[], lexicon: Lexicon): Set<number> {
  const own = lexicon.nameKeys.get(match.phrase.indicatorId) ?? new Set()
  const named = new Set<number>()
  for (const [index, sense] of match.words) {
    const parts = (words[index] as Word).typed.split(' ').map(key)
    const isOwn = (part: string) => [part, ...stemsOf(part)].some((form) => own.has(form))
    if (own.has(sense.form.key) || parts.every(isOwn) || meansOwn(sense, own, match, lexicon))
      named.add(index)
  }
  return named
}

/** «متوسط خاموشی» is «میانگین خاموشی», and asks for no mean of it. */
function meansOwn(
  { form }: Sense,
  own: ReadonlySet<string>,
  { phrase }: PhraseMatch,
  { concepts }: Lexicon,
): boolean {
  return form.concepts.some(
    ({ run: [concept, ...others] }) =>
      concept !== undefined &&
      others.length === 0 &&
      phrase.concepts.includes(concept) &&
      own.has(concepts[concept]?.word ?? ''),
  )
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
