import { formatQuantity, persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Kind, Observation } from './types.ts'
import { exactValue } from './values.ts'

const number = (id: number) => `شمارهٔ ${persianDigits(String(id))}`

const said = ({ quantity, statement }: Observation) =>
  quantity ? formatQuantity(exactValue(quantity), quantity.unit) : (statement ?? '')

const KINDS: Readonly<Record<Kind, string>> = {
  actual: 'عملکرد',
  target: 'هدف',
  forecast: 'پیش‌بینی',
}

/** What is said of a figure before it is saved: the reason, and the way out. */
export const checkTexts = {
  missingSource:
    'منبع نیامده است و بی‌منبع رقمی ثبت نمی‌شود. نام گزارش، خبرگزاری یا نشانی را بنویسید، مانند «منبع: خبرگزاری …».',
  otherUnit: (unit: string, indicator: string, base: string) =>
    `واحد «${unit}» به «${indicator}» نمی‌خورد؛ واحد آن «${base}» است. مقدار را با همین واحد بنویسید، یا برای واحد دیگر شاخص تازه بسازید.`,
  badRank: 'رتبه عددی درست و از ۱ به بالاست.',
  futureActual: (period: string) =>
    `${formatPeriod(period)} هنوز نرسیده است و عملکرد ندارد. اگر هدف یا پیش‌بینی است نوع را بنویسید؛ اگر نه دوره را درست کنید.`,
  pastTarget: (kind: Kind, period: string) =>
    `توجه: ${formatPeriod(period)} گذشته است. اگر این رقم عملکرد است، نوع را از «${KINDS[kind]}» به «عملکرد» برگردانید.`,
  duplicate: (id: number) =>
    `همین رقم با همین منبع پیش‌تر ثبت شده است (${number(id)}). برای تغییر آن: /edit ${id}`,
  sameSource: (one: Observation) =>
    `توجه: از همین منبع رقم دیگری هم هست (${number(one.id)}: ${said(one)}). اگر آن نادرست است، به جای افزودن، ویرایشش کنید: /edit ${one.id}`,
  otherSource: (one: Observation) =>
    `توجه: برای همین شاخص، مکان، دوره و نوع رقم دیگری هم هست (${number(one.id)}: ${said(one)}). هر دو می‌مانند و پاسخ هر دو را نشان می‌دهد.`,
  tenfold: (last: Observation, isMore: boolean) =>
    `توجه: این مقدار ${isMore ? 'بیش از ده برابر' : 'کمتر از یک‌دهم'} رقم ${formatPeriod(last.period)} (${said(last)}) است. صفرها و واحد را دوباره ببینید.`,
}
