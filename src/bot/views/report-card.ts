import type { Part } from '../../answers/answer.ts'
import type { Finding } from '../../facts/entry-checks.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { shown, withoutMarkup } from '../../ingest/plain-text.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { isUndecided, withoutPlace } from '../entry/read-report.ts'
import { missingIn } from '../entry/review-figures.ts'
import type { Review, ReviewItem, ReviewSource } from '../entry/review-state.ts'
import { reportTexts as words } from '../report-texts.fa.ts'
import { texts } from '../texts.fa.ts'
import { dayText } from './moments.ts'
import { bold, italic, plain } from './parts.ts'
import { qualifiedQuantity } from './quantity-text.ts'

type Line = Part | readonly Part[]

/** How many characters of a long sentence are shown on either side of its figure. */
const AROUND = 300

/** The report as a whole: how many figures, from where, and what is asked for once. */
export function summaryLines(review: Review, sure: number, known: number): Line[] {
  const { items, source } = review
  const open = withoutPlace(items).length
  return [
    bold(words.found(items.length, sure)),
    plain(countsLine(items)),
    ...(known > 0 ? [plain(words.known(known))] : []),
    [],
    ...sourceLines(source),
    ...(open > 0 ? [[], bold(words.askPlace(open))] : []),
    [],
    italic(words.nothingStored),
  ]
}

export function countsLine(items: readonly ReviewItem[]): string {
  const count = (status: ReviewItem['status']) =>
    items.filter((item) => item.status === status).length
  return words.counts(count('approved'), count('skipped'), count('open'))
}

export const hasSource = ({ title, publisher, url }: ReviewSource): boolean =>
  Boolean(title || publisher || url)

function sourceLines(source: ReviewSource): Line[] {
  const { title, publisher, url, publishedOn } = source
  const named = [title, publisher, url].filter(Boolean).join('، ')
  return [
    hasSource(source) ? plain(words.source(named)) : bold(words.noSource),
    plain(publishedOn === null ? words.noDay : words.publishedOn(dayText(publishedOn))),
  ]
}

/** One figure: its sentence, its fields, and what is to be looked at. */
export function cardLines(
  { items, text }: Review,
  at: number,
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): Line[] {
  const item = items[at]
  if (!item) return []
  const { draft, status } = item
  const missing = missingIn(item).map((field) => texts.labels[field])
  const isChosen = draft.alternatives.length > 1 && !isUndecided(item)
  const isNamed = item.fields.newIndicator !== draft.indicator
  const flags = draft.flags.filter((flag) => flag !== 'loose-name' || !isNamed)
  const doubts = [
    ...(isChosen ? [] : flags.map((flag) => words.flags[flag])),
    ...(draft.periodText === null && !item.touched && item.fields.period ? [words.noPeriod] : []),
    ...(missing.length > 0 ? [words.missing(missing.join('، '))] : []),
    ...findings.map(({ message }) => message),
  ]
  return [
    [bold(words.card(at + 1, items.length)), plain(words.states[status])],
    sentenceLine(item, text),
    [],
    ...fieldLines(item, vocabulary).map(([label, said]) => [plain(`${label}: `), bold(said)]),
    ...(doubts.length > 0 ? [[], ...doubts.map(italic)] : []),
    [],
    plain(words.howToCorrect),
  ]
}

/** The sentence as it stands, with the figure marked. */
function sentenceLine({ draft }: ReviewItem, text: string): Part[] {
  const readable = withoutMarkup(text)
  const { quoteStart, start, end, quoteEnd } = draft
  const before = readable.slice(quoteStart, start)
  const after = readable.slice(end, quoteEnd)
  const head = before.length > AROUND ? `…${before.slice(-AROUND)}` : before
  const tail = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after
  return [
    plain(`«${shown(`.${head}.`).slice(1, -1)}`),
    bold(shown(readable.slice(start, end))),
    plain(`${shown(`.${tail}.`).slice(1, -1)}»`),
  ]
}

function fieldLines(item: ReviewItem, vocabulary: Vocabulary): [label: string, said: string][] {
  const { draft, fields } = item
  const { labels, kinds, measures, unsaid, inferredPeriod } = texts
  const { indicatorId, newIndicator, placeId, period, kind, measure, value, unit } = fields
  const indicator = vocabulary.indicators.find(({ id }) => id === indicatorId)?.name
  const place = vocabulary.places.find(({ id }) => id === placeId)
  const parent = vocabulary.places.find(({ id }) => id === place?.parentId)
  const county = place?.kind === 'county' && parent ? `${place.name} (${parent.name})` : place?.name
  const dated = period && formatPeriod(period.period)
  const inferred = period?.basis === 'inferred' ? ` (${inferredPeriod})` : ''
  const asked = isUndecided(item) ? draft.valueText : unsaid
  return [
    [labels.indicator, indicator ?? (newIndicator ? words.fresh(newIndicator) : unsaid)],
    [labels.place, county ?? unsaid],
    [labels.period, dated ? dated + inferred : (draft.periodText ?? unsaid)],
    [labels.kind, kind ? kinds[kind] : unsaid],
    [labels.measure, measure ? measures[measure] : unsaid],
    [
      labels.value,
      value ? qualifiedQuantity(value.qualifier, { ...value.quantity, unit: unit ?? '' }) : asked,
    ],
    [labels.speaker, fields.speaker ?? unsaid],
  ]
}
