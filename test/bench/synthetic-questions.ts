import { withGluedWords, withTypos } from '../eval/noise.ts'
import { pick, type Random, randomFrom } from '../eval/random.ts'
import type { SyntheticIndicator } from './synthetic-names.ts'

export interface SyntheticPlace {
  readonly name: string
  /** A Latin spelling; null where none is held. */
  readonly latin: string | null
}

export const KINDS = ['clean', '1 error', '2 errors', 'glued', 'colloquial', 'finglish'] as const
export type QuestionKind = (typeof KINDS)[number]

export interface SyntheticQuestion {
  readonly kind: QuestionKind
  readonly text: string
  readonly indicator: string
  readonly place: string
  readonly year: number
}

type Template = (name: string, place: string, year: number) => string

const persian = (year: number) =>
  String(year)
    .padStart(2, '0')
    .replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')

const FORMAL: readonly [Template, ...Template[]] = [
  (name, place, year) => `${name} در ${place} در سال ${persian(year)} چقدر بود؟`,
  (name, place, year) => `${name} استان ${place} سال ${persian(year)}`,
  (name, place, year) => `میزان ${name} ${place} در سال ${persian(year)} چقدر بوده است؟`,
  (name, place, year) => `در سال ${persian(year)} ${name} ${place} چقدر شده است؟`,
  (name, place, year) => `${name} ${place} ${persian(year)}`,
]
const COLLOQUIAL: readonly [Template, ...Template[]] = [
  (name, place, year) => `سلام، ${name} ${place} تو سال ${persian(year % 100)} چقد بوده؟`,
  (name, place, year) => `${place} سال ${persian(year)} ${name}ش چقدر شد؟`,
  (name, place, year) => `ببخشید میشه بگید ${name} تو ${place} سال ${persian(year)} چند بود`,
  (name, place, year) => `${persian(year)} ${name} ${place} چقدره؟`,
]
const FINGLISH: readonly [Template, ...Template[]] = [
  (name, place, year) => `${name} ${place} dar sale ${year} cheghadr bood?`,
  (name, place, year) => `${name} ${place} ${year}`,
  (name, place, year) => `dar sale ${year} ${name} ${place} chand shod`,
]

/** `count` questions of each kind about random indicators, places and years; seeded. */
export function syntheticQuestions(
  indicators: readonly SyntheticIndicator[],
  places: readonly SyntheticPlace[],
  count: number,
  seed: string,
): SyntheticQuestion[] {
  return KINDS.flatMap((kind) =>
    Array.from({ length: count }, (_, number) =>
      question(kind, indicators, places, randomFrom(`${seed}:${kind}:${number}`)),
    ),
  )
}

function question(
  kind: QuestionKind,
  indicators: readonly SyntheticIndicator[],
  places: readonly SyntheticPlace[],
  random: Random,
): SyntheticQuestion {
  const indicator = oneOf(random, indicators)
  const latin = places.filter((place) => place.latin !== null)
  const place = oneOf(random, kind === 'finglish' ? latin : places)
  const year = 1396 + Math.floor(random() * 9)
  const said = random() < 0.5 ? indicator.name : oneOf(random, indicator.aliases)
  const formal = pick(random, FORMAL)(said, place.name, year)
  const texts: Record<QuestionKind, () => string> = {
    clean: () => formal,
    '1 error': () => withTypos(formal, 1, random),
    '2 errors': () => withTypos(formal, 2, random),
    glued: () => withGluedWords(formal, random),
    colloquial: () => pick(random, COLLOQUIAL)(said, place.name, year),
    finglish: () => pick(random, FINGLISH)(indicator.latin, place.latin ?? '', year),
  }
  return { kind, text: texts[kind](), indicator: indicator.name, place: place.name, year }
}

function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const [first, ...others] = items
  if (first === undefined) throw new RangeError('nothing to draw from')
  return pick(random, [first, ...others])
}
