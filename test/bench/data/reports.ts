import { pick, type Random, randomFrom } from '../../eval/random.ts'
import type { Facts } from './facts.ts'

const OPENINGS: readonly [string, ...string[]] = [
  'به گزارش روابط عمومی استانداری، نشست کارگروه تسهیل و رفع موانع تولید برگزار شد.',
  'نشست ستاد اقتصاد مقاومتی استان با حضور مدیران دستگاه‌های اجرایی برگزار شد.',
]

const FILLERS: readonly [string, ...string[]] = [
  'وی افزود: هم‌افزایی دستگاه‌ها برای رفع موانع تولید ضروری است.',
  'این مسئول با اشاره به مشکلات بانکی تولیدکنندگان، خواستار همراهی بانک‌ها شد.',
  'در ادامه اعضای کارگروه دیدگاه‌های خود را بیان کردند و گزارش‌ها بررسی شد.',
]

type Telling = (indicator: string, place: string, year: number, value: string) => string

const TELLINGS: readonly [Telling, ...Telling[]] = [
  (indicator, place, year, value) =>
    `مدیرکل صنعت، معدن و تجارت ${place} گفت: ${indicator} در سال ${year} به ${value} رسید.`,
  (indicator, place, _, value) => `${indicator} در ${place} سال گذشته بیش از ${value} بوده است.`,
  (indicator, _, year, value) => `هدف سال ${year} برای ${indicator}، ${value} تعیین شده است.`,
  (indicator, _, year, value) => `وی ${indicator} را در نیمه نخست سال ${year} ${value} اعلام کرد.`,
]

/** Reports of meetings, some 20 sentences each, with a figure in every other one. */
export function createReports(facts: Facts, count: number, seed: string): string[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => reportOf(facts, random))
}

function reportOf(facts: Facts, random: Random): string {
  const sentences = [pick(random, OPENINGS)]
  for (let told = 0; told < 10; told++) {
    const { indicator, place, year, value } = facts.at(Math.floor(random() * facts.size))
    const quantity = `${value.toLocaleString('fa-IR')} ${indicator.unit}`
    sentences.push(pick(random, TELLINGS)(indicator.name, place.name, year, quantity))
    sentences.push(pick(random, FILLERS))
  }
  return sentences.join('\n')
}
