import { readPeriod } from '../persian/parse-period.ts'
import { parseValue } from '../persian/parse-value.ts'
import { splitUnit } from '../persian/units.ts'
import type { ImportReaders } from './import-reading.ts'
import { remembered } from './remembered.ts'
import { texts } from './texts.fa.ts'

/**
 * A number that can be read in one way, as most cells hold it. Three digits after a point may be
 * thousands, and more than 15 digits are refused: the grammar decides.
 */
const PLAIN = /^[1-9]\d{0,12}(?:\.\d{1,2})?$/

/** Reads values and periods as people write them in Persian; errors are said in Persian. */
export function persianReaders(): ImportReaders {
  // A sheet repeats a few periods and days a million times.
  const periods = remembered((cell) => {
    const [text = '', day = ''] = cell.split('\n')
    return readPeriod(text, day || null)
  })
  const units = remembered(splitUnit)
  return {
    parseValue(text, unit, numeric) {
      if (PLAIN.test(text)) {
        const [whole = '', fraction = ''] = text.split('.')
        return { ...units(unit), digits: whole + fraction, decimals: fraction.length }
      }
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
