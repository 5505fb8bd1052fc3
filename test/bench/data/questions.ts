import { withTypos } from '../../eval/noise.ts'
import { pick, type Random, randomFrom } from '../../eval/random.ts'
import type { Fact, Facts } from './facts.ts'

/** How a question was spoilt; `absent` asks for what the store does not hold. */
export const QUESTION_KINDS = ['clean', 'one error', 'two errors', 'absent'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export interface BenchQuestion {
  readonly kind: QuestionKind
  readonly text: string
  /** The figure that was asked for; null when the store does not hold it. */
  readonly due: Fact | null
}

type Frame = (indicator: string, place: string, year: string) => string

const FRAMES: readonly [Frame, ...Frame[]] = [
  (indicator, place, year) => `${indicator} در ${place} در سال ${year} چقدر بود؟`,
  (indicator, place, year) => `در سال ${year} ${indicator} در ${place} چقدر بوده است؟`,
  (indicator, place, year) => `${indicator} ${place} سال ${year}`,
  (indicator, place, year) => `${place} در سال ${year} ${indicator} چه رقمی داشت؟`,
  (indicator, place, year) => `لطفاً ${indicator} ${place} را در سال ${year} بگویید`,
  (indicator, place, year) => `می‌خواستم بدانم ${indicator} ${place} سال ${year} چند بوده`,
]

/** Towns called as a season or a month: «بهار سال ۱۴۰۳» says no town, so these are always announced. */
const TIMES = new Set(['بهار', 'مهر'])

/** Things that no indicator is about. */
const STRANGE: readonly [string, ...string[]] = [
  ...['تولید هواپیما', 'صادرات الماس', 'واردات قهوه', 'مصرف برق', 'فروش بلیت سینما'],
  ...['شمار دانشجویان', 'جمعیت شهری', 'بارش باران', 'کتابخانه‌های عمومی', 'نرخ بیکاری'],
] as [string, ...string[]]

/**
 * Questions by turns of each kind, so that the first ones of a list are as mixed as all of it.
 * They name indicators as the facts do, never by an alias, which the search libraries do not know.
 */
export function createQuestions(facts: Facts, count: number, seed: string): BenchQuestion[] {
  const random = randomFrom(`${seed} ${facts.size}`)
  return Array.from({ length: count }, (_, index) => {
    const kind = QUESTION_KINDS[index % QUESTION_KINDS.length] ?? 'clean'
    const fact = facts.at(Math.floor(random() * facts.size))
    if (kind === 'absent') return { kind, text: absentText(facts, fact, random), due: null }
    const errors = QUESTION_KINDS.indexOf(kind)
    return { kind, text: withTypos(textOf(fact, random), errors, random), due: fact }
  })
}

function textOf(fact: Omit<Fact, 'value'>, random: Random, indicator = fact.indicator.name) {
  const { name, kind } = fact.place
  const place =
    random() < 0.5 && !TIMES.has(name)
      ? name
      : `${kind === 'province' ? 'استان' : 'شهرستان'} ${name}`
  return pick(random, FRAMES)(indicator, place, persian(fact.year))
}

/** Another year of what is held, or something that nobody counts. */
function absentText(facts: Facts, fact: Fact, random: Random): string {
  if (random() < 0.5) return textOf(fact, random, pick(random, STRANGE))
  const [first, ...rest] = facts.years.filter((year) => !facts.has({ ...fact, year }))
  return first === undefined
    ? textOf(fact, random, pick(random, STRANGE))
    : textOf({ ...fact, year: pick(random, [first, ...rest]) }, random)
}

const persian = (year: number): string =>
  String(year).replace(/\d/gu, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
