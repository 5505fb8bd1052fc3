import type { Kind, Place, Vocabulary } from '../facts/types.ts'
import type { PeriodMention } from '../persian/periods.ts'
import { implausibleIn, isImpossibleShare } from './checks.ts'
import { type Clause, clauseAt, clausesOf } from './clauses.ts'
import { confidenceOf } from './confidence.ts'
import { datelineDay } from './dateline.ts'
import type { Draft, DraftFlag } from './draft.ts'
import { type Figure, figuresOf } from './figures.ts'
import { IndicatorMatcher } from './indicator-match.ts'
import { indicatorPhrase } from './indicator-phrase.ts'
import { kindOf } from './kind.ts'
import { isFall, measureOf } from './measure.ts'
import { carriedOn, draftPeriod, isHeldAgainst, periodOf, periodsIn } from './periods-of-figures.ts'
import { keysOf } from './phrase-table.ts'
import { PlaceFinder, type PlaceHit, placeOf, placesByCount, reportPlace } from './places.ts'
import { shown, withoutMarkup } from './plain-text.ts'
import { withoutRepeats } from './repeats.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { speakersOf } from './speakers.ts'

export interface ExtractOptions {
  /** Place of figures that name none, when the report itself does not tell. */
  readonly place?: string
  /** Gregorian ISO day that «امسال» and «سال گذشته» count from; else the date at its head. */
  readonly publishedOn?: string
  readonly vocabulary: Vocabulary
}

/** A longer row of figures is a table: the rest of it says nothing about one of them. */
const MOST_IN_A_SENTENCE = 12

/** A draft before repeats are dropped, with what that needs to know. */
export interface Drafted {
  readonly draft: Draft
  readonly heading: boolean
}

/** What a report was read as. */
export interface ReportReading {
  /** In the order of the text. */
  readonly drafts: readonly Draft[]
  /** For each draft, whether its sentence names a place. */
  readonly namesPlace: readonly boolean[]
  /** Provinces and counties that the report names, those named most first. */
  readonly placeIds: readonly number[]
}

/**
 * Proposes the figures of a Persian report as drafts, in the order of the text. Markup is read as
 * plain text; offsets count in `text` as given. Nothing is stored. Throws RangeError when
 * `publishedOn` is no ISO day.
 */
export function extractDrafts(text: string, options: ExtractOptions): Draft[] {
  return [...reportReading(text, options).drafts]
}

/** {@link extractDrafts}, with what a person who looks through the drafts is to be asked. */
export function reportReading(text: string, options: ExtractOptions): ReportReading {
  const plain = withoutMarkup(text)
  const sentences = sentencesOf(plain)
  const publishedOn = options.publishedOn ?? datelineDay(plain) ?? undefined
  const tools = toolsFor({ ...options, publishedOn }, sentences)
  const drafted: Drafted[] = []
  let earlier: readonly Figure[] = []
  let carried: PeriodMention | null = null
  for (const sentence of sentences) {
    const periods = periodsIn(sentence, publishedOn)
    const figures = figuresOf(sentence, periods, earlier)
    const { drafts, period } = draftsOf(sentence, figures, periods, carried, tools)
    for (const draft of drafts) drafted.push({ draft, heading: sentence.heading })
    if (figures.length > 0) earlier = figures
    carried = sentence.heading ? null : (carriedOn(period) ?? carried)
  }
  const drafts = withoutRepeats(drafted)
  const placed = new Set(
    sentences
      .filter(({ index }) => (tools.placeHits[index] ?? []).length > 0)
      .map((one) => one.start),
  )
  return {
    drafts,
    namesPlace: drafts.map(({ quoteStart }) => placed.has(quoteStart)),
    placeIds: placesByCount(tools.placeHits),
  }
}

interface Tools {
  readonly publishedOn: string | undefined
  readonly matcher: IndicatorMatcher
  readonly speakers: readonly (string | null)[]
  readonly placeHits: readonly (readonly PlaceHit[])[]
  readonly defaultPlaces: readonly (string | null)[]
}

/** Compiling takes longer than reading a report: kept for as long as the vocabulary is. */
const compiled = new WeakMap<Vocabulary, { matcher: IndicatorMatcher; places: PlaceFinder }>()

function toolsFor(
  options: Omit<ExtractOptions, 'publishedOn'> & { publishedOn: string | undefined },
  sentences: readonly Sentence[],
): Tools {
  const known = compiled.get(options.vocabulary) ?? {
    matcher: new IndicatorMatcher(options.vocabulary),
    places: new PlaceFinder(options.vocabulary),
  }
  compiled.set(options.vocabulary, known)
  const placeHits = sentences.map((sentence) => known.places.find(keysOf(sentence.tokens)))
  return {
    publishedOn: options.publishedOn,
    matcher: known.matcher,
    speakers: speakersOf(sentences),
    placeHits,
    defaultPlaces: defaultPlacesOf(sentences, placeHits, options.place ?? null),
  }
}

/** The place of each sentence that names none: that of its part of the report, else of the whole. */
function defaultPlacesOf(
  sentences: readonly Sentence[],
  hits: readonly (readonly PlaceHit[])[],
  given: string | null,
): (string | null)[] {
  const whole = reportPlace(sentences, hits)?.name ?? given
  const places: (string | null)[] = []
  let from = 0
  for (let at = 1; at <= sentences.length; at++) {
    if (at < sentences.length && !sentences[at]?.heading) continue
    const part = reportPlace(sentences.slice(from, at), hits.slice(from, at))
    const own = part === null || part.kind === 'country' ? whole : part.name
    while (places.length < at) places.push(own)
    from = at
  }
  return places
}

function draftsOf(
  sentence: Sentence,
  figures: readonly Figure[],
  periods: readonly PeriodMention[],
  carried: PeriodMention | null,
  tools: Tools,
): { drafts: Draft[]; period: PeriodMention | null } {
  const keys = keysOf(sentence.tokens)
  const clauses = clausesOf(sentence)
  const implausible = implausibleIn(figures, keys)
  const quote = figures.length === 0 ? '' : shown(sentence.text)
  let previousPeriod: PeriodMention | null = null
  let previousPlace: Place | null = null
  let first: PeriodMention | null = null
  let previousKind: Kind = 'actual'
  let antecedent = ''
  let last = ''
  let antecedentContext = ''
  const drafts = figures.map((figure) => {
    const clause = clauseAt(clauses, figure.from)
    const measure = measureOf(keys, clause, figure, figures)
    const said = kindOf(keys, clause, figure, figures)
    // «… هدف گذاری شده که ۳۰ درصد افزایش داشته»: a change of what is aimed at is aimed at.
    const inherits = measure === 'change' && clause.relative && said.cue === ''
    const kind = inherits ? previousKind : said.kind
    previousKind = kind
    const named = indicatorPhrase(sentence, keys, clause, figure, figures)
    const own = named.text || last
    last = own
    const phrase = goesOn(keys, clause, figure, measure) ? withAntecedent(own, antecedent) : own
    const context = `${clauseText(sentence, clause)} ${phrase === own ? '' : antecedentContext}`
    const matchOf = (counted: string, around: string) =>
      figures.length > MOST_IN_A_SENTENCE
        ? tools.matcher.match(counted, '', figure.unit, measure)
        : (tools.matcher.match(counted, around, figure.unit, measure) ??
          tools.matcher.match(counted, sentence.text, figure.unit, measure))
    if (!PERCENT.test(figure.unit)) antecedent = own
    antecedentContext = clauseText(sentence, clause)
    const indicator = measure === 'change' ? changeName(phrase, isFall(keys, figure)) : phrase
    const previous = previousPeriod
    const setting = { sentence, keys, clause, figures, kind, periods, carried, previous }
    const mention = periodOf(figure, setting)
    if (mention !== null && !isHeldAgainst(keys, figure)) {
      // «امسال سومین استان بود …، گفت: …»: a rank stands by itself.
      if (figure.unit !== 'رتبه') previousPeriod = mention
      first ??= mention
    }
    const period = draftPeriod(mention, kind, tools.publishedOn)
    const hits = tools.placeHits[sentence.index] ?? []
    const place = placeOf(keys, clause, figure, hits, previousPlace)
    if (place !== 'several') previousPlace = place
    const flags: DraftFlag[] = [...figure.flags]
    const corrected = implausible.get(figure)
    if (corrected !== undefined || isImpossibleShare(figure, measure)) flags.push('implausible')
    const alternatives =
      corrected !== undefined && figure.value !== null
        ? [figure.value, corrected]
        : figure.alternatives
    const matchedIndicator = matchOf(phrase, context)
    if (matchedIndicator === null && named.gathered) flags.push('loose-name')
    const draft: Omit<Draft, 'confidence'> = {
      value: figure.value?.toNumber() ?? null,
      unit: figure.unit,
      valueText: shown(sentence.text.slice(figure.start, figure.end)),
      qualifier: figure.qualifier,
      indicator,
      matchedIndicator,
      place:
        place === 'several' ? null : (place?.name ?? tools.defaultPlaces[sentence.index] ?? null),
      period: period.period,
      periodText: period.text === null ? null : shown(period.text),
      periodBasis: period.basis,
      kind,
      measure,
      speaker: tools.speakers[sentence.index] ?? null,
      quote,
      start: sentence.start + figure.start,
      end: sentence.start + figure.end,
      quoteStart: sentence.start,
      quoteEnd: sentence.end,
      flags,
      alternatives: alternatives.map((value) => value.toNumber()),
    }
    return { ...draft, confidence: confidenceOf(draft, figure) }
  })
  const said = periods.find((period) => !period.comparison && !period.invalid)
  return { drafts, period: first ?? (figures.length === 0 ? (said ?? null) : null) }
}

const PERCENT = /^(درصد|واحد درصد|برابر|رتبه|نسبت)$/

/** «… که ۷۸ درصد آن اجرایی شد», «… که ۳۰ درصد افزایش داشته»: about the figure before. */
function goesOn(keys: readonly string[], clause: Clause, figure: Figure, measure: string): boolean {
  if (measure !== 'share' && measure !== 'change') return false
  return clause.relative || /^(ان|انها|انان)$/.test(keys[figure.to] ?? '')
}

function withAntecedent(phrase: string, antecedent: string): string {
  if (antecedent === '' || phrase.includes(antecedent)) return phrase
  return /^(افزایش|کاهش|رشد|)$/.test(phrase)
    ? `${phrase} ${antecedent}`.trim()
    : `${antecedent} ${phrase}`
}

function clauseText(sentence: Sentence, { from, to }: { from: number; to: number }): string {
  const start = sentence.tokens[from]?.start ?? 0
  return sentence.text.slice(start, sentence.tokens[to - 1]?.end ?? start)
}

/** «رشد تسهیلات», «کاهش واردات». */
function changeName(phrase: string, falls: boolean): string {
  if (/^(رشد|افزایش|کاهش|افت)/.test(phrase)) return phrase
  const bare = phrase.replace(/(^| )(افزایش|کاهش|رشد|افت)$/, '')
  return `${falls ? 'کاهش' : 'رشد'} ${bare}`.trim()
}
