import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROWS_OF_A_FILE = 120

/** Where people ask for nothing; over several, as no place has ten thousand figures of one thing. */
const PLACES = ['تهران', 'فارس', 'مازندران', 'خوزستان', 'همدان', 'سمنان', 'زنجان', 'بوشهر']

/** Writes a sheet whose figures no other sheet has; gives its path. */
export function writeSheetFile(folder: string, number: number): string {
  const place = PLACES[number % PLACES.length]
  const path = join(folder, `sheet-${number}.csv`)
  const rows = Array.from({ length: ROWS_OF_A_FILE }, (_, row) =>
    ['تولید آزمایشی', place, 1280 + row, number * 1000 + row, 'تن', `گزارش ${number}`].join(','),
  )
  writeFileSync(path, ['indicator,place,period,value,unit,source_title', ...rows, ''].join('\n'))
  return path
}
