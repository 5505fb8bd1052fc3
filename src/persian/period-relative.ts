import { addDays, isoOf, monthLength } from './calendar.ts'
import { type Period, type PeriodPoint, requirePeriod } from './period-notation.ts'
import { daysInterval, is, type Reading, type Rule, type Scene } from './period-reading.ts'
import { precedingPeriod } from './period-relations.ts'
import { SAME_STRETCH } from './period-words.ts'
import { readYear } from './period-years.ts'

/** «پنج سال اخیر», «۱۲ ماه گذشته», «۳ سال آینده», «سه هفته گذشته». */
export const countedRule: Rule = (scene, at) => {
  const count = scene.atoms[at]
  if (count?.role !== 'number' || !(count.value >= 1 && count.value <= 60)) return null
  const back = is(scene, at + 2, 'past', 'recent')
  const ahead = is(scene, at + 2, 'next')
  if (!back && !ahead) return null
  // «دو سال پیش» is one year, «سه ماه پیش» one day: only the last N are a stretch.
  if (/^(پیش|قبل|بعد|قبلی|بعدی)$/.test(scene.atoms[at + 2]?.word ?? '')) return null
  const { year } = scene.now
  const n = count.value
  const common = { from: at, to: at + 3, relative: true } as const
  if (is(scene, at + 1, 'year') && (n > 1 || ahead)) {
    const [first, last] = back ? [year - n, year - 1] : [year + 1, year + n]
    return { ...common, period: years(first, last), note: back ? 'complete-years' : 'coming-years' }
  }
  if (!back) return null
  const start = rollingStart(scene, at + 1, n)
  if (start === null) return null
  return { ...common, period: daysInterval(start, scene.today), note: 'rolling' }
}

function years(first: number, last: number): Period {
  const to: PeriodPoint = { unit: 'year', year: last }
  return first === last ? to : { unit: 'interval', from: { unit: 'year', year: first }, to }
}

/** The day of the month on which the last N months, weeks or days began. */
function rollingStart(scene: Scene, at: number, n: number): string | null {
  const { year, month, day } = scene.now
  if (is(scene, at, 'day-unit')) return addDays(scene.today, -n)
  if (is(scene, at, 'week-unit')) return addDays(scene.today, -7 * n)
  const months = is(scene, at, 'year') ? 12 * n : n
  if (!is(scene, at, 'year', 'month-unit', 'months-unit')) return null
  const total = year * 12 + month - 1 - months
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 }
  return isoOf({ ...target, day: Math.min(day, monthLength(target.year, target.month)) })
}

/** «ماه گذشته», «فصل جاری», «هفته گذشته», «دیروز». */
export const unitRule: Rule = (scene, at) => {
  const { atoms, now, today } = scene
  const reading = (period: Period, to = at + 2): Reading => ({
    from: at,
    to,
    period,
    relative: true,
  })
  if (atoms[at]?.word === 'دیروز') {
    const yesterday = addDays(today, -1)
    return reading(daysInterval(yesterday, yesterday), at + 1)
  }
  if (is(scene, at - 1, 'number', 'ordinal', 'month')) return null
  const step = is(scene, at + 1, 'past') ? -1 : is(scene, at + 1, 'current') ? 0 : null
  const coming = is(scene, at + 1, 'next') && !is(scene, at, 'day-unit', 'week-unit')
  if (step === null && !coming) return null
  if (is(scene, at, 'day-unit') && step === -1) {
    const yesterday = addDays(today, -1)
    return reading(daysInterval(yesterday, yesterday))
  }
  if (is(scene, at, 'week-unit') && step !== null) {
    // Weeks begin on Saturday.
    const saturday = addDays(
      today,
      step * 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 1) % 7),
    )
    return reading(daysInterval(saturday, addDays(saturday, 6)))
  }
  if (is(scene, at, 'month-unit') && atoms[at]?.word === 'ماه') {
    const total = now.year * 12 + now.month - 1 + (step ?? 1)
    return reading({ unit: 'month', year: Math.floor(total / 12), month: (total % 12) + 1 })
  }
  if (is(scene, at, 'season-unit') && step !== null) {
    const quarter = `${now.year}-Q${Math.ceil(now.month / 3)}`
    return reading(requirePeriod(step === 0 ? quarter : precedingPeriod(quarter)))
  }
  return null
}

/** «سالی که گذشت». */
export const goneYearRule: Rule = (scene, at) => {
  const { atoms, now } = scene
  const isGone = atoms[at + 1]?.word === 'که' && atoms[at + 2]?.word === 'گذشت'
  if (!is(scene, at, 'year') || !isGone) return null
  return { from: at, to: at + 3, period: { unit: 'year', year: now.year - 1 }, relative: true }
}

/** «سال قبلش», «دو سال قبلش», «سال قبل از آن», «سال بعدش»: counts from the period said before. */
export const itsYearRule: Rule = (scene, at) => {
  const { atoms } = scene
  const counted = is(scene, at, 'number') && is(scene, at + 1, 'year')
  const start = counted ? at + 1 : at
  if (!is(scene, start, 'year')) return null
  const count = counted ? (atoms[at]?.value ?? 1) : 1
  const word = atoms[start + 1]?.word ?? ''
  const sign = /^(قبل|پیش)/.test(word) ? -1 : /^بعد/.test(word) ? 1 : 0
  if (sign === 0 || !(count >= 1 && count <= 60)) return null
  const step = sign * count
  const reading = { from: at, period: null, relative: true, step } as const
  if (is(scene, start + 1, 'its')) return { ...reading, to: start + 2 }
  if (is(scene, start + 2, 'its')) return { ...reading, to: start + 3 }
  const that = is(scene, start + 2, 'from') && /^(ان|اون|این)$/.test(atoms[start + 3]?.word ?? '')
  return that ? { ...reading, to: start + 4 } : null
}

/** «مدت مشابه سال قبل», «دوره مشابه در سال ۱۴۰۲», «مدت مشابه». */
export const sameStretchRule: Rule = (scene, at) => {
  const { atoms } = scene
  const named = SAME_STRETCH.has(atoms[at]?.word ?? '')
  const start = named && SAME_STRETCH.has(atoms[at + 1]?.word ?? '') ? at + 1 : at
  const similar = named ? start + 1 : start
  if (atoms[similar]?.word !== 'مشابه') return null
  const linked = is(scene, similar + 1, 'in', 'from') ? similar + 2 : similar + 1
  const year = readYear(scene, linked, 'after')
  if (year === null || year.calendar !== 'jalali' || year.bare) {
    if (!named) return null
    return { from: at, to: similar + 1, period: null, relative: true, step: -1, sameStretch: true }
  }
  const back = year.relative && year.year === scene.now.year - 1
  const period: Period = { unit: 'year', year: year.year }
  const reading = { from: at, to: year.to, period, relative: year.relative, sameStretch: true }
  return back ? { ...reading, step: -1 } : reading
}

/** «سال‌های اخیر», «سال‌های گذشته»: which years is not said. */
export const vagueRule: Rule = (scene, at) => {
  const plural = is(scene, at, 'years') || scene.atoms[at]?.word === 'ماههای'
  const vague = plural && is(scene, at + 1, 'past', 'recent', 'next')
  if (!vague || is(scene, at - 1, 'number')) return null
  return { from: at, to: at + 2, period: null, relative: true, invalid: 'vague' }
}
