import { jalaliOf, todayInTehran } from '../../persian/calendar.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { writePeriod } from '../../persian/period-notation.ts'
import { inPersianDigits } from '../texts.fa.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tehran',
  hour: '2-digit',
  minute: '2-digit',
})

/** An ISO day in Persian words: «۱۲ تیر ۱۴۰۰». */
export function dayText(isoDay: string): string {
  return formatPeriod(writePeriod({ unit: 'day', ...jalaliOf(isoDay) }))
}

/** An instant in Tehran: «۱۲ تیر ۱۴۰۰ ساعت ۱۴:۰۵». */
export function momentText(instant: string): string {
  const date = new Date(instant)
  return `${dayText(todayInTehran(date))} ساعت ${inPersianDigits(CLOCK.format(date))}`
}
