import { texts } from '../texts.fa.ts'
import { columnOf } from './cell-references.ts'
import { SheetError } from './sheet-error.ts'
import { attribute, streamedElements } from './xml-scanning.ts'

/** A block of cells that are merged to one. Rows count from 1, columns from 0. */
export interface Region {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

const MOST_REGIONS = 100_000

/** The merged regions of a worksheet by their first row. They stand below the rows, so it is read to its end. */
export async function regionsOf(
  text: AsyncIterable<string>,
  mostColumns: number,
): Promise<Map<number, Region[]>> {
  const regions = new Map<number, Region[]>()
  let count = 0
  for await (const element of streamedElements(text, 'mergeCell', 1000)) {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(attribute(element, 'ref') ?? '')
    if (!match) continue
    if (++count > MOST_REGIONS) throw new SheetError('too_large', texts.contentTooLarge)
    const [, from = '', firstRow, to = '', lastRow] = match
    const region = {
      firstRow: Number(firstRow),
      lastRow: Number(lastRow),
      firstColumn: columnOf(from),
      lastColumn: Math.min(columnOf(to), mostColumns - 1),
    }
    const same = regions.get(region.firstRow)
    if (same) same.push(region)
    else regions.set(region.firstRow, [region])
  }
  return regions
}
