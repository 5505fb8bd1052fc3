import type { Executor } from '../../facts/open.ts'
import {
  recentIndicators,
  recentPeriods,
  recentPlaces,
  recentSources,
  recentUnits,
} from '../../facts/recent.ts'
import type { Kind } from '../../facts/types.ts'
import { jalaliOf } from '../../persian/calendar.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { texts } from '../texts.fa.ts'
import type { Step } from './entry-steps.ts'
import type { ReadFields } from './read-fields.ts'
import type { Scene } from './scene.ts'

/** A button of a step: what it says, and the fields that it fills. */
export interface StepOption {
  readonly label: string
  readonly fills: Partial<ReadFields>
}

const MOST_OPTIONS = 6
const MOST_SOURCES = 4
const LONGEST_LABEL = 60
const SCALES: Readonly<Record<number, string>> = texts.scales

/** What is known for a step: used last, or said by the store. */
export async function optionsFor(
  db: Executor,
  step: Step,
  fields: ReadFields,
  { vocabulary, places: index, today }: Scene,
  telegramId: number,
): Promise<StepOption[]> {
  switch (step) {
    case 'indicator': {
      const ids = await recentIndicators(db, MOST_OPTIONS)
      const indicators = ids.flatMap(
        (id) => vocabulary.indicators.find((one) => one.id === id) ?? [],
      )
      return indicators.map((indicator) => ({ label: indicator.name, fills: { indicator } }))
    }
    case 'place': {
      const ids = await recentPlaces(db, fields.indicator?.id ?? null, MOST_OPTIONS)
      const places = ids.flatMap((id) => vocabulary.places.find((one) => one.id === id) ?? [])
      return places.map((place) => ({ label: index.label(place), fills: { place } }))
    }
    case 'period': {
      const { year } = jalaliOf(today)
      const used = fields.indicator
        ? await recentPeriods(db, fields.indicator.id, MOST_OPTIONS / 2)
        : []
      const periods = new Set([year, year - 1, year - 2].map(String).concat(used))
      return [...periods].map((period) => ({
        label: formatPeriod(period, { style: 'short' }),
        fills: { period: { period, basis: 'stated' } },
      }))
    }
    case 'kind':
      return (Object.keys(texts.kinds) as Kind[]).map((kind) => ({
        label: texts.kinds[kind],
        fills: { kind },
      }))
    case 'unit':
      return await unitOptions(db, fields)
    case 'source':
      return (await recentSources(db, telegramId, MOST_SOURCES)).map(
        ({ title, publisher, url, publishedOn }) => ({
          label: shortened([title, publisher].filter(Boolean).join('، ') || (url ?? '')),
          fills: { title, publisher, url, publishedOn },
        }),
      )
    case 'value':
    case 'preview':
      return []
  }
}

async function unitOptions(db: Executor, fields: ReadFields): Promise<StepOption[]> {
  const { indicator, value } = fields
  if (!indicator || !value) return []
  const quoted = await recentUnits(db, indicator.id, MOST_OPTIONS)
  const base = { unit: indicator.unit, power: 0 }
  const isBaseQuoted = quoted.some(({ unit, power }) => unit === base.unit && power === 0)
  const { digits, decimals, power: said } = value.quantity
  return [...quoted, ...(isBaseQuoted ? [] : [base])].flatMap(({ unit, power }) => {
    const scale = SCALES[power]
    if (scale === undefined) return []
    const quantity = { digits, decimals, power: said + power }
    return { label: `${scale} ${unit}`.trim(), fills: { unit, value: { ...value, quantity } } }
  })
}

/** A text that fits on a button. */
export const shortened = (text: string) =>
  text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text
