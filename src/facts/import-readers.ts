import { readPeriod } from '../persian/parse-period.ts'
import { parseValue } from '../persian/parse-value.ts'
import type { ImportReaders } from './import-reading.ts'
import { remembered } from './remembered.ts'
import { texts } from './texts.fa.ts'

/** Reads values and periods as people write them in Persian; errors are said in Persian. */
export function persianReaders(): ImportReaders {
  // A sheet repeats a few periods and days a million times.
  const periods = remembered((cell) => {
    const [text = '', day = ''] = cell.split('\n')
    return readPeriod(text, day || null)
  })
  return {
    parseValue(text, unit, numeric) {
      const value = parseValue(text, unit, { numeric })
      return 'error' in value ? { error: texts.import.valueErrors[value.error](text, unit) } : value
    },
    parsePeriod(text, referenceDay) {
      const line = text.replaceAll('\n', ' ')
      const reading = periods(`${line}\n${referenceDay ?? ''}`)
      return 'error' in reading
        ? { error: texts.import.periodErrors[reading.error](text) }
        : reading
    },
  }
}
