import { persianReaders } from '../facts/import-readers.ts'
import type { ImportReaders } from '../facts/import-reading.ts'

/** How imports read values and periods; one for all, so that what it remembers serves each. */
export const importReaders: ImportReaders = persianReaders()
