import type { ImportReaders } from '../facts/import-reading.ts'
import { readPeriod } from '../persian/parse-period.ts'
import { parseValue } from '../persian/parse-value.ts'
import { texts } from './texts.fa.ts'

/** How an import reads its cells: the grammar of numbers and periods, with errors that teach. */
export const importReaders: ImportReaders = {
  parseValue(text, unit) {
    const value = parseValue(text, unit)
    return 'error' in value ? { error: texts.valueErrors[value.error] } : value
  },
  parsePeriod(text, referenceDay) {
    const period = readPeriod(text, referenceDay)
    return 'error' in period ? { error: texts.periodErrors[period.error] } : period
  },
}
