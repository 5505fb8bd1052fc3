import { key } from '../persian/normalise.ts'
import type { Kind, Measure, PeriodBasis, Qualifier } from './types.ts'

/** What may stand in the columns that know only a few words; the Persian words are how people write them. */
const KINDS: Readonly<Record<Kind, readonly string[]>> = {
  actual: ['عملکرد', 'واقعی', 'محقق', 'محقق‌شده', 'تحقق'],
  target: ['هدف', 'برنامه', 'هدف‌گذاری', 'مصوب'],
  forecast: ['پیش‌بینی', 'برآورد'],
}
const MEASURES: Readonly<Record<Measure, readonly string[]>> = {
  level: ['سطح', 'مقدار', 'میزان', 'تعداد'],
  change: ['تغییر', 'رشد', 'افزایش', 'کاهش'],
  share: ['سهم', 'درصد'],
  rank: ['رتبه'],
}
const QUALIFIERS: Readonly<Record<Qualifier, readonly string[]>> = {
  exact: ['دقیق', 'برابر'],
  more_than: ['بیش از', 'بیشتر از'],
  at_least: ['دست‌کم', 'حداقل', 'لااقل'],
  less_than: ['کمتر از', 'کم‌تر از'],
  at_most: ['حداکثر', 'تا'],
  about: ['حدود', 'حدوداً', 'نزدیک به', 'تقریباً'],
}
const BASES: Readonly<Record<PeriodBasis, readonly string[]>> = {
  stated: ['گفته‌شده', 'صریح', 'تصریح‌شده'],
  inferred: ['استنباطی', 'استنباط', 'استنباط‌شده'],
}

const squeezed = (text: string) => key(text).replaceAll('_', '')

function reader<Word extends string>(table: Readonly<Record<Word, readonly string[]>>) {
  const words = new Map<string, Word>()
  for (const word of Object.keys(table) as Word[]) {
    for (const spelling of [word, ...table[word]]) words.set(squeezed(spelling), word)
  }
  return (text: string): Word | null => words.get(squeezed(text)) ?? null
}

export const kindOf = reader(KINDS)
export const measureOf = reader(MEASURES)
export const qualifierOf = reader(QUALIFIERS)
export const basisOf = reader(BASES)

const RATIO_WORDS = [
  'درصد',
  'نرخ',
  'رتبه',
  'متوسط',
  'میانگین',
  'سرانه',
  'ضریب',
  'نسبت',
  'شاخص',
  'سهم',
]
const RATIO_UNITS = ['درصد', 'رتبه', 'نرخ', 'واحد درصد']

/** Whether an indicator may be summed, guessed on the safe side from what it is called. */
export function guessAdditive(name: string, unit: string, measure: Measure): boolean {
  if (measure !== 'level') return false
  const ratioUnit = RATIO_UNITS.some((word) => key(word) === key(unit))
  return !ratioUnit && !RATIO_WORDS.some((word) => key(name).startsWith(key(word)))
}
