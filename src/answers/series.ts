import type { Observation } from '../facts/types.ts'
import { comparePeriods } from '../persian/period-relations.ts'

/** Years with years: the commonest length of period among the observations. */
export function sameShape(observations: readonly Observation[]): Observation[] {
  const years = observations.filter((one) => /^\d{4}$/.test(one.period))
  return years.length > 0 ? years : [...observations]
}

export function yearsOf(period: string): string[] {
  const stretch = /^(\d{4})\/(\d{4})$/.exec(period)
  if (stretch === null) return [period]
  const [from, to] = [Number(stretch[1]), Number(stretch[2])]
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}

/** The newest year among those that at least half as many places have as the fullest one. */
export function fullestRecentPeriod(observations: readonly Pick<Observation, 'period'>[]): string {
  const counts = new Map<string, number>()
  for (const { period } of observations) counts.set(period, (counts.get(period) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const full = [...counts].filter(([, count]) => count * 2 >= most).map(([period]) => period)
  return full.sort((a, b) => comparePeriods(b, a))[0] ?? ''
}

export function oneEach(observations: readonly Observation[]): Observation[] {
  return [...new Map(observations.map((one) => [`${one.placeId}|${one.period}`, one])).values()]
}
