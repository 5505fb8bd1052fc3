import { TEXTS } from './texts.fa.js'

const number = new Intl.NumberFormat('fa-IR', { maximumFractionDigits: 1 })
const clock = new Intl.DateTimeFormat('fa-IR', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const thisYear = new Intl.DateTimeFormat('fa-IR', { day: 'numeric', month: 'long' })
const otherYear = new Intl.DateTimeFormat('fa-IR', { dateStyle: 'long' })

export const formatNumber = (value) => number.format(value)

export const formatTime = (seconds) => clock.format(new Date(seconds * 1000))

/** «امروز», «دیروز» or a Jalali date. */
export function formatDay(seconds) {
  const day = new Date(seconds * 1000)
  const days = Math.round((midnight(new Date()) - midnight(day)) / 86_400_000)
  if (days === 0) return TEXTS.today
  if (days === 1) return TEXTS.yesterday
  return (days < 180 ? thisYear : otherYear).format(day)
}

export function formatSize(bytes) {
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < TEXTS.sizes.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${number.format(size)} ${TEXTS.sizes[unit]}`
}

function midnight(day) {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}
