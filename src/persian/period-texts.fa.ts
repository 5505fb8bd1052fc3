/** Names and phrases in which periods are shown to people. */

export const MONTH_NAMES = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
] as const

const ORDINALS = ['اول', 'دوم', 'سوم', 'چهارم'] as const

const COUNTS = [
  'یک',
  'دو',
  'سه',
  'چهار',
  'پنج',
  'شش',
  'هفت',
  'هشت',
  'نُه',
  'ده',
  'یازده',
  'دوازده',
] as const

export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? ''
}

export const periodTexts = {
  year: (year: string) => `سال ${year}`,
  half: (half: number, year: string) => `نیمهٔ ${ORDINALS[half - 1] ?? ''} ${year}`,
  quarter: (quarter: number, year: string) => `سه‌ماههٔ ${ORDINALS[quarter - 1] ?? ''} ${year}`,
  month: (month: number, year: string) => `${monthName(month)} ${year}`,
  day: (day: string, month: number, year: string) => `${day} ${monthName(month)} ${year}`,
  dayOfYear: (day: string, month: number) => `${day} ${monthName(month)}`,
  firstMonths: (count: number, year: string) => `${COUNTS[count - 1] ?? ''}‌ماههٔ ${year}`,
  twoMonths: (from: number, to: number, year: string) =>
    `${monthName(from)} و ${monthName(to)} ${year}`,
  months: (from: number, to: number, year: string) =>
    `${monthName(from)} تا ${monthName(to)} ${year}`,
  fromTo: (from: string, to: string) => `از ${from} تا ${to}`,
  range: (from: string, to: string) => `${from} تا ${to}`,
  sinceNewYear: (year: string, to: string) => `از ابتدای سال ${year} تا ${to}`,
  until: (to: string) => `تا ${to} (تجمعی)`,
  untilShort: (to: string) => `تا ${to}`,
}
