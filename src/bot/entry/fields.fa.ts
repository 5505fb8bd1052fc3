/** What a figure is entered by. The order is that of the numbered list which /edit shows. */
export const FIELDS = [
  'indicator',
  'place',
  'period',
  'kind',
  'measure',
  'value',
  'statement',
  'speaker',
  'quote',
  'title',
  'publisher',
  'url',
  'publishedOn',
  'note',
] as const

/** The unit is shown with its value, and may be given by itself. */
export type Field = (typeof FIELDS)[number] | 'unit'

/** Words that begin a field; the first that fits wins, so longer ones stand before shorter ones. */
export const FIELD_WORDS: readonly (readonly [word: string, field: Field])[] = [
  ['تاریخ انتشار', 'publishedOn'],
  ['عنوان منبع', 'title'],
  ['نقل قول', 'quote'],
  ['عین سخن', 'quote'],
  ['یادداشت', 'note'],
  ['گوینده', 'speaker'],
  ['گزاره', 'statement'],
  ['شهرستان', 'place'],
  ['استان', 'place'],
  ['مکان', 'place'],
  ['شاخص', 'indicator'],
  ['مقدار', 'value'],
  ['رقم', 'value'],
  ['واحد', 'unit'],
  ['دوره', 'period'],
  ['سال', 'period'],
  ['نوع', 'kind'],
  ['سنجه', 'measure'],
  ['منبع', 'title'],
  ['ناشر', 'publisher'],
  ['نشانی', 'url'],
  ['پیوند', 'url'],
  ['لینک', 'url'],
  ['تاریخ', 'publishedOn'],
  ['نقل', 'quote'],
]

/** Fields whose text may hold commas: on one line they run up to the next field that is named. */
export const FREE_TEXT: ReadonlySet<Field> = new Set<Field>([
  'statement',
  'speaker',
  'quote',
  'title',
  'publisher',
  'note',
])

/** What may be typed for «nothing», to empty a field. */
export const NOTHING: ReadonlySet<string> = new Set(['-', '—', 'هیچ', 'خالی', 'ندارد', 'نامعلوم'])
