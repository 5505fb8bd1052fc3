import type { ImportColumn } from './import-columns.ts'
import { selectObservations, toObservation } from './observation-rows.ts'
import type { Executor } from './open.ts'
import { placeIndex } from './place-index.ts'
import type { Observation, Quantity } from './types.ts'
import { exactValue } from './values.ts'
import { loadVocabulary } from './vocabulary.ts'

/** One row with the columns of an import; what an import reads back as unchanged. */
export type ExportRow = Readonly<Record<ImportColumn, string>>

/** The scales that a quoted unit is written with, largest first. */
const SCALES: readonly [power: number, word: string][] = [
  [12, 'هزار میلیارد'],
  [9, 'میلیارد'],
  [6, 'میلیون'],
  [3, 'هزار'],
]
const PAGE = 1000

/** All current observations as rows, by id, a page at a time: the store stays free in between. */
export async function* exportRows(db: Executor): AsyncGenerator<ExportRow> {
  const vocabulary = await loadVocabulary(db)
  const indicators = new Map(vocabulary.indicators.map(({ id, name }) => [id, name]))
  const places = placeIndex(vocabulary)
  const labels = new Map(vocabulary.places.map((place) => [place.id, places.label(place)]))
  for (let last = 0; ; ) {
    const page = await selectObservations(db)
      .where('o.retired', '=', 0)
      .where('o.id', '>', last)
      .orderBy('o.id')
      .limit(PAGE)
      .execute()
    for (const observation of page.map(toObservation)) {
      const indicator = indicators.get(observation.indicatorId) ?? ''
      yield rowOf(observation, indicator, labels.get(observation.placeId) ?? '')
      last = observation.id
    }
    if (page.length < PAGE) return
  }
}

function rowOf(observation: Observation, indicator: string, place: string): ExportRow {
  const { quantity, source } = observation
  return {
    indicator,
    place,
    period: observation.period,
    ...(quantity ? quotedValue(quantity) : { value: '', unit: '' }),
    kind: observation.kind,
    measure: observation.measure,
    qualifier: observation.qualifier,
    statement: observation.statement ?? '',
    speaker: observation.speaker ?? '',
    quote: observation.quote ?? '',
    source_title: source.title ?? '',
    source_publisher: source.publisher ?? '',
    source_url: source.url ?? '',
    source_published_on: source.publishedOn ?? '',
    period_basis: observation.periodBasis,
    note: observation.note ?? '',
  }
}

/** The value as it was quoted: 12.5 «میلیون تن»; a power without a word is written out. */
function quotedValue(quantity: Quantity): { value: string; unit: string } {
  const scale = SCALES.find(([power]) => power === quantity.power)
  if (!scale) return { value: exactValue(quantity).toFixed(), unit: quantity.unit }
  const value = exactValue({ ...quantity, power: 0 }).toFixed()
  return { value, unit: `${scale[1]} ${quantity.unit}` }
}
