import type { Place, Vocabulary } from '../facts/types.ts'
import type { PeriodMention } from '../persian/periods.ts'
import { implausibleIn, isImpossibleShare } from './checks.ts'
import { clauseAt, clausesOf } from './clauses.ts'
import { confidenceOf } from './confidence.ts'
import type { Draft, DraftFlag } from './draft.ts'
import { type Figure, figuresOf } from './figures.ts'
import { IndicatorMatcher } from './indicator-match.ts'
import { indicatorPhrase } from './indicator-phrase.ts'
import { kindOf } from './kind.ts'
import { isFall, measureOf } from './measure.ts'
import { draftPeriod, isHeldAgainst, periodOf, periodsIn } from './periods-of-figures.ts'
import { keysOf } from './phrase-table.ts'
import { PlaceFinder, type PlaceHit, placeOf, reportPlace } from './places.ts'
import { shown, withoutMarkup } from './plain-text.ts'
import { withoutRepeats } from './repeats.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { speakersOf } from './speakers.ts'

export interface ExtractOptions {
  /** Place of figures that name none, when the report itself does not tell. */
  readonly place?: string
  /** Gregorian ISO day that «امسال» and «سال گذشته» count from. */
  readonly publishedOn?: string
  readonly vocabulary: Vocabulary
}

/** A draft before repeats are dropped, with what that needs to know. */
export interface Drafted {
  readonly draft: Draft
  readonly heading: boolean
}

/**
 * Proposes the figures of a Persian report as drafts, in the order of the text. Markup is read as
 * plain text; offsets count in `text` as given. Nothing is stored. Throws RangeError when
 * `publishedOn` is no ISO day.
 */
export function extractDrafts(text: string, options: ExtractOptions): Draft[] {
  const sentences = sentencesOf(withoutMarkup(text))
  const tools = toolsFor(options, sentences)
  const drafted: Drafted[] = []
  let earlier: readonly Figure[] = []
  let carried: PeriodMention | null = null
  for (const sentence of sentences) {
    const periods = periodsIn(sentence, options.publishedOn)
    const figures = figuresOf(sentence, periods, earlier)
    const { drafts, period } = draftsOf(sentence, figures, periods, carried, tools)
    for (const draft of drafts) drafted.push({ draft, heading: sentence.heading })
    if (figures.length > 0) earlier = figures
    carried = sentence.heading ? null : (period ?? carried)
  }
  return withoutRepeats(drafted)
}

interface Tools extends ExtractOptions {
  readonly matcher: IndicatorMatcher
  readonly speakers: readonly (string | null)[]
  readonly placeHits: readonly (readonly PlaceHit[])[]
  readonly defaultPlace: string | null
}

/** Compiling takes longer than reading a report: kept for as long as the vocabulary is. */
const compiled = new WeakMap<Vocabulary, { matcher: IndicatorMatcher; places: PlaceFinder }>()

function toolsFor(options: ExtractOptions, sentences: readonly Sentence[]): Tools {
  const known = compiled.get(options.vocabulary) ?? {
    matcher: new IndicatorMatcher(options.vocabulary),
    places: new PlaceFinder(options.vocabulary),
  }
  compiled.set(options.vocabulary, known)
  const placeHits = sentences.map((sentence) => known.places.find(keysOf(sentence.tokens)))
  return {
    ...options,
    matcher: known.matcher,
    speakers: speakersOf(sentences),
    placeHits,
    defaultPlace: reportPlace(sentences, placeHits)?.name ?? options.place ?? null,
  }
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
  let previousPeriod: PeriodMention | null = null
  let previousPlace: Place | null = null
  let first: PeriodMention | null = null
  const drafts = figures.map((figure) => {
    const clause = clauseAt(clauses, figure.from)
    const { kind } = kindOf(keys, clause, figure)
    const measure = measureOf(keys, clause, figure, figures)
    const phrase = indicatorPhrase(sentence, keys, clause, figure, figures)
    const indicator = measure === 'change' ? changeName(phrase, isFall(keys, figure)) : phrase
    const setting = { sentence, keys, clause, figures, periods, carried, previous: previousPeriod }
    const mention = periodOf(figure, setting)
    if (mention !== null && !isHeldAgainst(keys, figure)) {
      previousPeriod = mention
      first ??= mention
    }
    const period = draftPeriod(mention, kind, tools.publishedOn)
    const hits = tools.placeHits[sentence.index] ?? []
    const place = placeOf(keys, clause, figure, hits, previousPlace)
    if (place !== 'several') previousPlace = place
    const flags: DraftFlag[] = [...figure.flags]
    const corrected = implausible.get(figure)
    if (corrected !== undefined || isImpossibleShare(figure, measure)) flags.push('implausible')
    const alternatives = corrected !== undefined && figure.value !== null
      ? [figure.value, corrected]
      : figure.alternatives
    const context = clauseText(sentence, clause)
    const draft: Omit<Draft, 'confidence'> = {
      value: figure.value?.toNumber() ?? null,
      unit: figure.unit,
      valueText: shown(sentence.text.slice(figure.start, figure.end)),
      qualifier: figure.qualifier,
      indicator,
      matchedIndicator:
        tools.matcher.match(phrase, figure.unit, measure) ??
        tools.matcher.match(context, figure.unit, measure),
      place: place === 'several' ? null : (place?.name ?? tools.defaultPlace),
      period: period.period,
      periodText: period.text === null ? null : shown(period.text),
      periodBasis: period.basis,
      kind,
      measure,
      speaker: tools.speakers[sentence.index] ?? null,
      quote: shown(sentence.text),
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
