import { key } from '../persian/normalise.ts'
import { splitUnit } from '../persian/units.ts'
import type { Lexicon } from './lexicon.ts'
import { questionsOfListed } from './listed-indicators.ts'
import { IMPLIED, isPairName, type PairedWords, pairedWords, withoutSum } from './paired-words.ts'
import type { Interpretation, Question, Reading } from './question.ts'
import type { Word } from './sense.ts'
import { MEASURE_HEADS } from './words.ts'

/** How a text is understood as a question of its own. */
type Understand = (text: string) => Interpretation

interface Understanding {
  readonly words: readonly Word[]
  readonly lexicon: Lexicon
  readonly understand: Understand
  readonly recognise: (text: string) => readonly Word[]
}

const MOST_OFFERED = 6

/**
 * A question that sets two indicators together, each understood by itself: «تولید گندم به ازای هر
 * هکتار سطح زیر کشت», «نسبت صادرات به واردات», «مجموع تولید گندم و جو». Asks back where it is not
 * plain which two are meant; null where no two are.
 */
export function pairedInterpretation(asked: Understanding): Interpretation | null {
  for (const paired of pairedWords(asked.words)) {
    const found = quotientOf(paired, asked)
    if (found !== null) return found
  }
  return sumOf(asked)
}

function quotientOf(paired: PairedWords, asked: Understanding): Interpretation | null {
  const first = asked.understand(paired.first)
  let sure = first.status === 'understood'
  const pairs = readingsOf(first).flatMap((reading) => {
    const others = othersOf(reading.question, paired, asked)
    sure &&= others.sure
    return others.readings.map((other) => ({ reading, other }))
  })
  return interpretationOf(pairs, 'quotient', paired.per, sure)
}

function sumOf({ words, understand, recognise }: Understanding): Interpretation | null {
  const text = withoutSum(words)
  if (text === null) return null
  for (const texts of questionsOfListed(recognise(text))) {
    const [first, second, ...more] = texts.map(understand)
    if (first === undefined || second === undefined || more.length > 0) continue
    const sure = [first, second].every(({ status }) => status === 'understood')
    const found = readingsOf(first).flatMap((reading) =>
      readingsOf(second).map((other) => ({ reading, other })),
    )
    const interpretation = interpretationOf(found, 'sum', 1, sure)
    if (interpretation !== null) return interpretation
  }
  return null
}

interface Pair {
  readonly reading: Reading
  readonly other: Pick<Reading, 'question' | 'corrections'>
}

/** The only pair there is, where the words leave no doubt of it; else those to choose from. */
function interpretationOf(
  pairs: readonly Pair[],
  aspect: 'quotient' | 'sum',
  per: number,
  sure: boolean,
): Interpretation | null {
  const readings = pairs.flatMap(({ reading, other }) => {
    const question = together(reading.question, other.question, aspect, per)
    const corrections = [...reading.corrections, ...other.corrections]
    return question === null ? [] : [{ ...reading, question, corrections }]
  })
  const [only, ...more] = readings
  if (only === undefined) return null
  if (more.length === 0 && sure) return { status: 'understood', reading: only }
  return { status: 'choices', about: 'indicator', readings: readings.slice(0, MOST_OFFERED) }
}

/**
 * Whether a figure that was understood leaves out that it was asked by each of something:
 * «متوسط تسهیلات هر واحد» is no mean over years.
 */
export function leavesOutEach(
  { indicator }: Question,
  words: readonly Word[],
  { indicators }: Lexicon,
): boolean {
  const known = indicators.get(indicator?.value ?? -1)
  if (known === undefined || isPairName(known.name)) return false
  return pairedWords(words).some(
    ({ unit, isEach }) => isEach && unit !== null && !sameUnit(unit, known.unit),
  )
}

/** What the words of an indicator may mean: nothing but its value, and no follow-up. */
function readingsOf(found: Interpretation): readonly Reading[] {
  const readings =
    found.status === 'understood'
      ? [found.reading]
      : found.status === 'choices' && found.about !== 'place'
        ? found.readings
        : []
  return readings.filter(
    ({ question }) => question.aspect === 'value' && question.indicator?.origin === 'said',
  )
}

interface Others {
  readonly readings: readonly Pick<Reading, 'question' | 'corrections'>[]
  /** Whether the words leave no doubt of it. */
  readonly sure: boolean
}

/** The indicator to divide by: as its words say, else what its unit stands for. */
function othersOf(first: Question, paired: PairedWords, asked: Understanding): Others {
  const { lexicon, understand } = asked
  for (const text of paired.second) {
    const found = understand(text)
    const readings = readingsOf(found).filter(
      ({ question }) => paired.unit === null || countsIn(paired.unit, question, lexicon),
    )
    if (readings.length > 0) return { readings, sure: found.status === 'understood' }
  }
  const { unit } = paired
  if (unit === null) return NONE
  const named = paired.second.length > 0 ? [] : impliedBy(unit, first, lexicon)
  const ids = named.length > 0 ? named : kindred(unit, first, paired.second[0] ?? '', asked)
  const readings = ids.map((id) => ({
    question: { ...first, indicator: { value: id, origin: 'said' as const } },
    corrections: [],
  }))
  return { readings, sure: named.length === 1 }
}

const NONE: Others = { readings: [], sure: false }

/** The indicators of exactly the name that goes without saying. */
function impliedBy(unit: string, first: Question, { vocabulary, indicators }: Lexicon): number[] {
  const entry = IMPLIED.find((one) => key(one.unit) === key(unit))
  if (entry === undefined) return []
  const subject = subjectOf(indicators.get(first.indicator?.value ?? -1)?.name ?? '')
  const names = new Set(
    entry.heads.map((head) => key(entry.ofSubject ? `${head} ${subject}` : head)),
  )
  const called = [
    ...vocabulary.indicators.map(({ id, name }) => ({ id, name })),
    ...vocabulary.aliases
      .filter(({ target }) => target === 'indicator')
      .map(({ targetId, text }) => ({ id: targetId, name: text })),
  ]
  const ids = called.filter(({ name }) => names.has(key(name))).map(({ id }) => id)
  return [...new Set(ids)].filter((id) => sameUnit(unit, indicators.get(id)?.unit ?? ''))
}

/** «گندم» of «میزان تولید گندم». */
function subjectOf(name: string): string {
  const words = name.split(' ')
  while (words.length > 1 && HEADS.has(key(words[0] as string))) words.shift()
  return words.join(' ')
}

const HEADS = new Set(MEASURE_HEADS.map(key))

/** Indicators counted in that unit that share a telling word with the first; to be offered only. */
function kindred(unit: string, first: Question, said: string, asked: Understanding): number[] {
  const { lexicon, recognise } = asked
  const own = first.indicator?.value ?? -1
  const telling = new Set((lexicon.nameConcepts.get(own) ?? []).flat())
  const words = recognise(said).flatMap(({ senses }) =>
    (senses[0]?.form.concepts ?? []).map(({ run }) => run),
  )
  return lexicon.vocabulary.indicators
    .filter(({ id, unit: counted, additive }) => {
      if (id === own || !additive || !sameUnit(unit, counted)) return false
      const concepts = lexicon.indicatorConcepts.get(id) ?? new Set()
      const shares = (lexicon.nameConcepts.get(id) ?? []).flat().some((one) => telling.has(one))
      return shares && words.every((run) => run.some((one) => concepts.has(one)))
    })
    .map(({ id }) => id)
}

function countsIn(unit: string, { indicator }: Question, { indicators }: Lexicon): boolean {
  return sameUnit(unit, indicators.get(indicator?.value ?? -1)?.unit ?? '')
}

const sameUnit = (a: string, b: string): boolean =>
  key(splitUnit(a).unit) === key(splitUnit(b).unit)

/** One question of two; null where they name different places, periods or kinds, or one thing. */
function together(
  first: Question,
  second: Question,
  aspect: 'quotient' | 'sum',
  per: number,
): Question | null {
  const id = second.indicator?.value
  if (id === undefined || id === first.indicator?.value) return null
  const places = oneOf(first.places, second.places)
  const periods = oneOf(first.periods, second.periods)
  const kind = oneOf(first.kind, second.kind)
  if (places === undefined || periods === undefined || kind === undefined) return null
  const tense = first.tense ?? second.tense
  return { ...first, aspect, places, periods, kind, tense, second: { indicator: id, per } }
}

/** What one of the two says, or both alike; undefined where they differ. What was said goes first. */
function oneOf<Slot extends { readonly value: unknown; readonly origin: string }>(
  a: Slot | null,
  b: Slot | null,
): Slot | null | undefined {
  if (a === null || b === null) return a ?? b
  if (a.origin !== b.origin) return a.origin === 'said' ? a : b
  return JSON.stringify(a.value) === JSON.stringify(b.value) ? a : undefined
}
