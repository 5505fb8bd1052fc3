import type { Executor } from '../../facts/open.ts'
import { recentPeriods, recentPlaces, recentSources } from '../../facts/recent.ts'
import { sourceById } from '../../facts/sources.ts'
import type { Observation, Vocabulary } from '../../facts/types.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { texts } from '../texts.fa.ts'
import { FIELDS } from './fields.fa.ts'
import { shortened } from './step-options.ts'

type EditedField = (typeof FIELDS)[number]

/** A button for what a field may say instead; `word` stands for it in the button's data. */
export interface EditOption {
  readonly label: string
  readonly word: string
}

const MOST_OPTIONS = 6
const MOST_SOURCES = 4

/** What is known for a field of a figure, used last first; what it says now is left out. */
export async function editOptions(
  db: Executor,
  field: EditedField,
  { indicatorId, placeId, period, kind, sourceId }: Observation,
  { places }: Vocabulary,
  telegramId: number,
): Promise<EditOption[]> {
  switch (field) {
    case 'kind':
      return Object.entries(texts.kinds)
        .filter(([word]) => word !== kind)
        .map(([word, label]) => ({ label, word }))
    case 'period':
      return (await recentPeriods(db, indicatorId, MOST_OPTIONS))
        .filter((known) => known !== period)
        .map((known) => ({ label: formatPeriod(known, { style: 'short' }), word: known }))
    case 'place':
      return (await recentPlaces(db, indicatorId, MOST_OPTIONS))
        .flatMap((id) => places.find((one) => one.id === id && id !== placeId) ?? [])
        .map(({ id, name }) => ({ label: name, word: String(id) }))
    case 'title':
      return (await recentSources(db, telegramId, MOST_SOURCES))
        .filter(({ id }) => id !== sourceId)
        .map(({ id, title, publisher, url }) => ({
          label: shortened([title, publisher].filter(Boolean).join('، ') || (url ?? '')),
          word: String(id),
        }))
    default:
      return []
  }
}

/** The correction that a pressed option stands for, as if it had been typed; null when it is gone. */
export async function correctionFor(
  db: Executor,
  field: EditedField,
  word: string,
  { places }: Vocabulary,
): Promise<string | null> {
  switch (field) {
    case 'kind':
      return lineOf('kind', word)
    case 'period':
      return lineOf('period', word)
    case 'place': {
      const place = places.find(({ id }) => String(id) === word)
      return place ? lineOf('place', place.name) : null
    }
    case 'title': {
      const source = /^\d{1,9}$/.test(word) ? await sourceById(db, Number(word)) : null
      if (!source) return null
      const { title, publisher, url, publishedOn } = source
      const said = { title, publisher, url, publishedOn }
      return (['title', 'publisher', 'url', 'publishedOn'] as const)
        .map((part) => lineOf(part, said[part] ?? '-'))
        .join('\n')
    }
    default:
      return null
  }
}

const lineOf = (field: EditedField, text: string) => `${FIELDS.indexOf(field) + 1}. ${text}`
