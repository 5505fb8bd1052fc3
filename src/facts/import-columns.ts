import { key } from '../persian/normalise.ts'

/** The columns of an import, as DESIGN.md names them. */
export const IMPORT_COLUMNS = [
  'indicator',
  'place',
  'period',
  'value',
  'unit',
  'kind',
  'measure',
  'qualifier',
  'statement',
  'speaker',
  'quote',
  'source_title',
  'source_publisher',
  'source_url',
  'source_published_on',
  'period_basis',
  'note',
] as const

export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

export const REQUIRED_COLUMNS: readonly ImportColumn[] = [
  'indicator',
  'place',
  'period',
  'value',
  'unit',
]

/** How each column is headed in Persian; exports use these too when asked for. */
export const PERSIAN_HEADINGS: Readonly<Record<ImportColumn, string>> = {
  indicator: 'شاخص',
  place: 'مکان',
  period: 'دوره',
  value: 'مقدار',
  unit: 'واحد',
  kind: 'نوع',
  measure: 'سنجه',
  qualifier: 'قید',
  statement: 'گزاره',
  speaker: 'گوینده',
  quote: 'نقل‌قول',
  source_title: 'عنوان منبع',
  source_publisher: 'ناشر',
  source_url: 'نشانی',
  source_published_on: 'تاریخ انتشار',
  period_basis: 'مبنای دوره',
  note: 'یادداشت',
}

const BY_HEADING = new Map(
  IMPORT_COLUMNS.flatMap((column) => [
    [column.replaceAll('_', ''), column] as const,
    [key(PERSIAN_HEADINGS[column]), column] as const,
  ]),
)

/** The column that a heading names, in Latin or Persian, however it is spaced; null when none. */
export function columnOfHeading(heading: string): ImportColumn | null {
  return BY_HEADING.get(key(heading).replace(/[_\s-]/g, '')) ?? null
}

/** One row as it was read: cells by column, and its number in the file, for messages. */
export interface ImportRow {
  readonly row: number
  readonly cells: { readonly [column in ImportColumn]?: string | number | null | undefined }
}
