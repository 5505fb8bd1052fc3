import { periodYear, previousPeriod } from '../persian/period-relations.ts'
import { isMeasure } from '../persian/units.ts'
import type { Candidate } from './candidate.ts'
import type { InterpretContext } from './interpret-context.ts'
import type { Lexicon } from './lexicon.ts'
import type { PlaceMention } from './place-mentions.ts'
import type { Aspect, Question, Reading, Slot } from './question.ts'
import { POINTS, TIMES } from './special-units.ts'

/**
 * The questions that a candidate may mean: one, or one for each place that an ambiguous name
 * («خراسان») stands for; none when it asks for nothing.
 */
export function readingsOf(
  candidate: Candidate,
  lexicon: Lexicon,
  context: InterpretContext,
): Reading[] {
  const aspects: readonly Aspect[] = candidate.judged
    ? ['most', 'least']
    : candidate.mayRank
      ? ['rank', 'value']
      : [aspectOf(candidate, lexicon)]
  return aspects
    .flatMap((aspect) =>
      placeSets(candidate.places, aspect, lexicon).map((places) =>
        questionOf(candidate, aspect, places, lexicon, context),
      ),
    )
    .filter((question) => question !== null)
    .map((question) => ({
      question,
      score: candidate.score,
      words: wordsOf(candidate),
      corrections: candidate.corrections,
    }))
}

function wordsOf(candidate: Candidate): string[] {
  return [...(candidate.match?.words.values() ?? [])].map((sense) => sense.form.key)
}

/** Of several aspects that were heard, the one that the others only qualify. */
const PRECEDENCE: readonly Aspect[] = [
  'definition',
  'source',
  'achieved',
  'gap',
  'rank',
  'share',
  'most',
  'least',
  'average',
  'total',
  'change',
  'compare',
  'trend',
  'list',
]

function aspectOf(candidate: Candidate, lexicon: Lexicon): Aspect {
  const { aspects, places, periods, comparedPeriods } = candidate
  const several = distinctPlaces(places, lexicon) > 1
  const heard = PRECEDENCE.filter((aspect) => aspects.has(aspect))
  const asksPart = candidate.unit === 'درصد' || candidate.asksOf
  if (asksPart && candidate.match !== null && isPartOfCountry(places)) return 'share'
  const againstTarget = candidate.kinds.has('target') && againstTargetOf(candidate)
  if (againstTarget) return againstTarget
  if (candidate.kinds.has('target') && candidate.kinds.has('actual')) return 'target_and_actual'
  for (const aspect of heard) {
    if ((aspect === 'most' || aspect === 'least') && several) return 'compare'
    if (aspect === 'list' && candidate.match !== null) continue
    // «کدام استان در تولید گندم اول است».
    if (aspect === 'rank' && aspects.has('most') && isOfAll(places)) continue
    // «در ۱۴۰۳ چند تا بیشتر از ۱۴۰۲» asks for the change.
    if (aspect === 'compare' && !several && comparedPeriods.length > 0 && candidate.asksAmount)
      return 'change'
    if (aspect === 'compare' && !several && periods.length + comparedPeriods.length < 2) {
      if (comparedPeriods.length > 0) return 'change'
      continue
    }
    // «چند برابر فارس است», «رشد یزد بیشتر از فارس».
    if (aspect === 'change' && several && aspects.has('compare')) return 'compare'
    if (aspect === 'change' && candidate.multiple && places.length > 1) return 'compare'
    return aspect
  }
  if (candidate.each) return 'most'
  if (comparedPeriods.length > 0) return 'change'
  if (several || periods.length > 1) return 'compare'
  if (candidate.match === null && !candidate.asksAmount && heard.includes('list')) return 'list'
  return periods.some(isStretchOfYears) ? 'trend' : 'value'
}

/** Of no place but the country. */
function isOfAll(places: readonly PlaceMention[]): boolean {
  return places.every(({ candidates: [place] }) => place?.kind === 'country')
}

/** «چند درصد پسته کشور مال کرمان است»: the country and a place in it. */
function isPartOfCountry(places: readonly PlaceMention[]): boolean {
  const kinds = places.map((mention) => mention.candidates[0]?.kind)
  return kinds.includes('country') && kinds.some((kind) => kind !== 'country')
}

/** «چند درصد هدف», «بیشتر از هدفش», «اختلاف عملکرد با هدف»: the target is what it is set against. */
function againstTargetOf(candidate: Candidate): Aspect | null {
  const { aspects, kinds, unit, multiple, comparedPeriods } = candidate
  // «چند درصد هدف محقق نشد», «چند درصد از هدف عقب ماند».
  const asksPart = unit === 'درصد' || (unit === null && candidate.isUnmet)
  if (asksPart && (candidate.isUnmet || (aspects.has('gap') && aspects.has('achieved'))))
    return 'unmet'
  // «چقدر از هدف … عقب ماند» asks how far.
  if (aspects.has('gap') && unit !== 'درصد') return 'gap'
  // «چند برابر هدفش».
  if (candidate.reaches || aspects.has('achieved') || (multiple && comparedPeriods.length === 0))
    return 'achieved'
  if (aspects.has('gap')) return 'gap'
  if (aspects.has('compare')) return kinds.has('actual') || unit === null ? 'gap' : null
  return kinds.has('actual') && unit === 'درصد' ? 'achieved' : null
}

function isStretchOfYears(period: string): boolean {
  return /^\d{4}\/\d{4}$/.test(period)
}

function distinctPlaces(places: readonly PlaceMention[], lexicon: Lexicon): number {
  return (
    new Set(
      places
        .map((mention) => mention.candidates[0])
        .filter((place) => place !== undefined && place.kind !== 'country')
        .map((place) => place?.id),
    ).size + (lexicon.vocabulary.places.length === 0 ? 1 : 0)
  )
}

/** Each way to choose one candidate for every place that was said. */
function placeSets(
  mentions: readonly PlaceMention[],
  aspect: Aspect,
  lexicon: Lexicon,
): (readonly number[] | null)[] {
  const country = lexicon.vocabulary.places.find((place) => place.kind === 'country')
  const scoped = ['rank', 'share', 'most', 'least'].includes(aspect)
  const said = mentions.filter((mention) => {
    const isCountry = mention.candidates[0]?.id === country?.id
    // «رتبه قم در کشور»: the country is what the rank is among.
    return !(isCountry && scoped)
  })
  if (said.length === 0) return [null]
  const sets = said.reduce<number[][]>(
    (all, mention) =>
      all.flatMap((set) => mention.candidates.slice(0, 6).map((place) => [...set, place.id])),
    [[]],
  )
  return sets.slice(0, 6).map((set) => [...new Set(set)])
}

function questionOf(
  candidate: Candidate,
  aspect: Aspect,
  placeIds: readonly number[] | null,
  lexicon: Lexicon,
  context: InterpretContext,
): Question | null {
  const places = placeIds === null ? null : said(placeIds)
  const periods = candidate.periods.length > 0 ? said([...new Set(candidate.periods)]) : null
  const own = {
    aspect,
    places,
    periods,
    kind: candidate.kind === null ? null : said(candidate.kind),
    tense: candidate.tense,
    unit: candidate.multiple ? TIMES : candidate.unit === POINTS ? null : candidate.unit,
    convert: candidate.convert,
    count: candidate.count ?? (candidate.each ? ALL_PLACES : null),
    base: baseOf(candidate),
    ...(isRankOfChange(candidate, aspect)
      ? { ofChange: true, aspect: candidate.decrease ? opposite(aspect) : aspect }
      : {}),
    ...(aspect === 'change' && candidate.byAmount && !candidate.multiple ? { byAmount: true } : {}),
    ...(candidate.overYears ? { overYears: true } : {}),
    ...(isAmountOverTime(candidate, aspect) ? { withSum: true } : {}),
    ...(candidate.toYearEnd && candidate.tense !== 'future' ? { toYearEnd: true } : {}),
  }
  if (candidate.match !== null) {
    const indicator = said(candidate.match.phrase.indicatorId)
    return withPreviousPlace({ ...own, indicator }, candidate, context.previous)
  }
  if (context.previous !== null && aspect !== 'list') {
    // «تعدادشان؟» after a rate asks for something else.
    const unit = unitOf(context.previous, lexicon)
    if (candidate.counts && unit !== null && isMeasure(unit)) return null
    return followUp(own, candidate, context.previous)
  }
  const bare = places !== null && periods === null && aspect === 'value' && !candidate.asksAmount
  if (aspect === 'list') return { ...own, indicator: null }
  if (bare) return { ...own, aspect: 'list', indicator: null, bare: true }
  return null
}

function unitOf({ indicator }: Question, { indicators }: Lexicon): string | null {
  return indicators.get(indicator?.value ?? -1)?.unit ?? null
}

/** «بیشترین کاهش» is the least change. */
function opposite(aspect: Aspect): Aspect {
  return aspect === 'most' ? 'least' : 'most'
}

function isRankOfChange({ aspects }: Candidate, aspect: Aspect): boolean {
  return (aspect === 'most' || aspect === 'least') && aspects.has('change')
}

/** «نسبت به سال قبل در ۱۴۰۳» compares with 1402, whenever it is asked. */
function baseOf({ comparedPeriods, periods }: Candidate): string | null {
  const [base] = comparedPeriods
  return base !== undefined && base === periods[0] ? previousPeriod(base) : (base ?? null)
}

function isAmountOverTime({ asksAmount, aspects }: Candidate, aspect: Aspect): boolean {
  return aspect === 'trend' && asksAmount && !aspects.has('trend')
}

/** More than there are provinces. */
const ALL_PLACES = 100

function said<T>(value: T): Slot<T> {
  return { value, origin: 'said' }
}

function kept<T>(slot: Slot<T> | null): Slot<T> | null {
  return slot === null ? null : { value: slot.value, origin: 'previous' }
}

/** «نیمه اول؟» after a question about 1402 is of 1402. */
function inYearOf(
  periods: Slot<readonly string[]> | null,
  { yearUnsaid }: Candidate,
  previous: Question,
): Slot<readonly string[]> | null {
  const before = previous.periods?.value.at(-1)
  if (periods === null || !yearUnsaid || before === undefined) return periods
  const year = String(periodYear(before))
  return { ...periods, value: periods.value.map((one) => one.replace(/\d{4}/g, year)) }
}

/** «و تسهیلات چقدر؟» after a question about Qom is about Qom. */
function withPreviousPlace(
  question: Question,
  candidate: Candidate,
  previous: Question | null,
): Question {
  const needsPlace =
    candidate.overYears || (!['most', 'least'].includes(question.aspect) && !candidate.each)
  // A trend is over the years, whichever one was asked for before.
  const overTime = question.aspect === 'trend' || candidate.overYears
  // «تعداد هتل‌های فارس چی؟» is of the year that was asked for before.
  if (question.places !== null && candidate.goesOn && !overTime && wasSaid(previous?.periods))
    return question.periods === null
      ? { ...question, periods: kept(previous?.periods ?? null) }
      : question
  if (question.places !== null || previous?.places == null || !needsPlace) return question
  const sameTime = question.periods === null && !overTime && previous.periods?.origin !== 'assumed'
  return {
    ...question,
    places: kept(previous.places),
    periods: sameTime ? kept(previous.periods) : question.periods,
  }
}

/** «کدوم بیشتره؟», «جمعشون؟» ask about several things, and only the last one is known. */
function isOfTogether(
  own: Omit<Question, 'indicator'>,
  candidate: Candidate,
  previous: Question,
): boolean {
  const { aspects, comparedPeriods, kinds } = candidate
  if (!aspects.has('compare') && !aspects.has('total')) return false
  if (aspects.has('most') || aspects.has('least') || comparedPeriods.length > 0 || kinds.size > 0)
    return false
  const places = (previous.places?.value.length ?? 0) + (own.places?.value.length ?? 0)
  const periods = [...(previous.periods?.value ?? []), ...(own.periods?.value ?? [])]
  const isStretch = periods.length > 1 || periods.some((period) => period.includes('/'))
  return previous.places !== null && places < 2 && !isStretch
}

/** «جمعشون؟», «کدومشون بیشتره؟» after two turns that differ in their place or in their period alone. */
function ofBoth(own: Omit<Question, 'indicator'>, previous: Question): Question | null {
  const { before, indicator, kind } = previous
  if (before === undefined || own.places !== null || own.periods !== null) return null
  const isAlike =
    [before, previous].every(({ aspect, second }) => aspect === 'value' && second === undefined) &&
    before.indicator?.value === indicator?.value &&
    before.kind?.value === kind?.value
  const places = bothOf(before.places, previous.places)
  const periods = bothOf(before.periods, previous.periods)
  if (!isAlike || places === null || periods === null) return null
  if (places.length > 1 === periods.length > 1) return null
  return {
    ...own,
    aspect: own.aspect === 'total' ? 'total' : 'compare',
    indicator: kept(indicator),
    places: { value: places, origin: 'previous' },
    periods: { value: periods, origin: 'previous' },
    kind: kept(kind),
    tense: previous.tense,
    unit: own.unit ?? (previous.convert ? previous.unit : null),
    convert: own.convert || previous.convert,
  }
}

/** The one value of both, or the two; null where either has none or several. */
function bothOf<T>(one: Slot<readonly T[]> | null, other: Slot<readonly T[]> | null): T[] | null {
  if (one?.value.length !== 1 || other?.value.length !== 1) return null
  return [...new Set([...one.value, ...other.value])]
}

/** «تا ۱۴۰۳ چند درصد رشد کرد؟» after 1399: in 1403, against what was asked for before. */
function sinceBefore(
  periods: Question['periods'],
  previous: Question,
): Pick<Question, 'periods' | 'base'> | null {
  const [until, ...others] = periods?.value ?? []
  const base = previous.periods?.value.at(-1)
  const end = until?.startsWith(UNTIL) ? until.slice(UNTIL.length) : undefined
  if (end === undefined || base === undefined || others.length > 0 || base >= end) return null
  return { periods: said([end]), base }
}

const UNTIL = '../'

/** Said in the question before, or kept from an earlier one. */
function wasSaid(periods: Question['periods'] | undefined): boolean {
  return periods?.origin === 'said' || periods?.origin === 'previous'
}

/** What is left unsaid in a follow-up is as in the question before. */
function followUp(
  own: Omit<Question, 'indicator'>,
  candidate: Candidate,
  previous: Question,
): Question | null {
  if (previous.about !== undefined) return afterText(own, candidate, previous)
  if (isOfTogether(own, candidate, previous)) return ofBoth(own, previous)
  const shift = candidate.step
  // A period that was only the latest held is not asked for again in another place.
  const earlier =
    own.places !== null && previous.periods?.origin === 'assumed' ? null : previous.periods
  // «نمودارش»: of one year nothing can be drawn.
  const whole = own.aspect === 'trend' && previous.periods?.value.length === 1
  const unsaid = shift === null ? kept(earlier) : shifted(previous.periods, shift)
  const sinceThen = own.aspect === 'change' ? sinceBefore(own.periods, previous) : null
  if (sinceThen !== null) return followUp({ ...own, ...sinceThen }, candidate, previous)
  const periods = inYearOf(own.periods, candidate, previous) ?? (whole ? null : unsaid)
  const switched = own.places !== null && previous.aspect === 'compare' && own.aspect === 'value'
  const aspect =
    own.aspect === 'value' && !switched && !says(candidate) ? previous.aspect : own.aspect
  // The answer of two indicators together names both sources.
  const isSourceOfPair = previous.second !== undefined && own.aspect === 'source'
  const keptAspect =
    isSourceOfPair || (own.aspect === 'value' && candidate.kind === null)
      ? asksAnew(candidate, previous.aspect)
        ? 'value'
        : carried(previous.aspect)
      : aspect
  return {
    ...own,
    ...(previous.second === undefined ? {} : { second: previous.second }),
    aspect: comparesAgain(own, candidate, previous) ? 'compare' : keptAspect,
    indicator: kept(previous.indicator),
    places: placesOf(own, candidate, previous),
    periods,
    kind: own.kind ?? (candidate.aspects.size === 0 ? kept(previous.kind) : null),
    tense: own.tense ?? previous.tense,
    unit: own.unit ?? (previous.convert ? previous.unit : null),
    convert: own.convert || previous.convert,
    // «نسبت به ۱۴۰۳» after a question about 1403 is what came before that.
    base: own.base !== null && own.base === periods?.value[0] ? previousPeriod(own.base) : own.base,
  }
}

/** «با فارس مقایسه کن»; «فاصله‌شون چقدره؟» and «کرمان چی؟» after two years. */
function comparesAgain(
  own: Omit<Question, 'indicator'>,
  { aspects, kind }: Candidate,
  { aspect, places, periods }: Question,
): boolean {
  const [twoPlaces, twoPeriods] = [places, periods].map((slot) => (slot?.value.length ?? 0) > 1)
  if (aspects.has('compare'))
    return own.places !== null || twoPlaces === true || twoPeriods === true
  if (aspect !== 'compare' || own.aspect !== 'value' || kind !== null) return false
  return own.places !== null
    ? twoPeriods === true && own.periods === null
    : twoPlaces === true && own.periods !== null
}

/** «یزد چی؟» after «در چه صنایعی؟» asks for that text again; «یزد چندتا؟» for the amount. */
function afterText(
  own: Omit<Question, 'indicator'>,
  candidate: Candidate,
  { about, ...previous }: Question,
): Question | null {
  const found = followUp(own, candidate, { ...previous, aspect: 'value' })
  const isPlain = own.aspect === 'value' && own.unit === null && candidate.kind === null
  if (found === null || about === undefined || !isPlain) return found
  return candidate.asksAmount || !says(candidate) ? found : { ...found, aspect: 'statement', about }
}

/** «با فارس مقایسه کن» sets Fars beside the place asked about before. */
function placesOf(
  own: Omit<Question, 'indicator'>,
  candidate: Candidate,
  previous: Question,
): Slot<readonly number[]> | null {
  // «کدام استان بیشتر است؟» is asked of all of them.
  const ofAll =
    candidate.each || (!own.overYears && (own.aspect === 'most' || own.aspect === 'least'))
  if (own.places === null) return ofAll ? null : kept(previous.places)
  const isWhole = candidate.places.some(({ candidates: [place] }) => place?.kind === 'country')
  const isTogether =
    candidate.aspects.has('compare') || (candidate.aspects.has('total') && !isWhole)
  if (!isTogether || previous.places === null) return own.places
  return said([...new Set([...previous.places.value, ...own.places.value])])
}

function says(candidate: Candidate): boolean {
  return candidate.places.length > 0 || candidate.periods.length > 0 || candidate.step !== null
}

/** Aspects that another place or year is asked for in turn. */
function carried(aspect: Aspect): Aspect {
  return ['source', 'definition', 'compare', 'list'].includes(aspect) ? 'value' : aspect
}

/**
 * «اصفهان چقدر؟» after a rank asks for the amount, as do «چند تن؟» and «به ریال؟» after a percentage; and the
 * country has no rank among its provinces, and no share of itself.
 */
function asksAnew(candidate: Candidate, before: Aspect): boolean {
  const ofCountry =
    candidate.places.length > 0 &&
    candidate.places.every(({ candidates: [place] }) => place?.kind === 'country')
  if (before === 'rank') return candidate.asksAmount || ofCountry
  if (before === 'share' && ofCountry) return true
  const isPercent = ['share', 'achieved', 'change'].includes(before)
  const asksCount = candidate.counts || (candidate.unit !== null && candidate.unit !== 'درصد')
  return isPercent && (candidate.asksAmount || candidate.convert) && asksCount
}

/** Several years back from what was asked; with no period said before, from the latest. */
function shifted(
  periods: Slot<readonly string[]> | null,
  years: number,
): Slot<readonly string[]> | null {
  if (periods === null) return null
  const value = periods.value.map((period) => previousPeriod(period, -years))
  return { value, origin: 'said' }
}
