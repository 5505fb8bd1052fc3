import type { ImportReaders } from '../../src/facts/import-reading.ts'
import { periodDays } from '../../src/facts/period-days.ts'
import { quantityOf } from '../../src/facts/values.ts'

const SCALES: [string, number][] = [
  ['میلیارد ', 9],
  ['میلیون ', 6],
]

/** Reads plain notation and «سال گذشته» only: what the grammar of the language adds is tested elsewhere. */
export const plainReaders: ImportReaders = {
  parseValue(text, unit) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return { error: `مقدار «${text}» خوانده نشد.` }
    const [word, power] = SCALES.find(([scale]) => unit.startsWith(scale)) ?? ['', 0]
    return { ...quantityOf(text, unit.slice(word.length)), power }
  },
  parsePeriod(text, referenceDay) {
    if (text === 'سال گذشته') {
      if (!referenceDay) return { error: 'تاریخ انتشار لازم است.' }
      return { period: String(Number(referenceDay.slice(0, 4)) - 622), basis: 'inferred' }
    }
    try {
      periodDays(text)
      return { period: text, basis: 'stated' }
    } catch {
      return { error: `دورهٔ «${text}» شناخته نشد.` }
    }
  },
}
