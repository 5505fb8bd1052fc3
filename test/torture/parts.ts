import type { Part } from './part.ts'

/** The parts, in the order of the table. Each is loaded when it is run. */
export const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  hostile: async () => (await import('./hostile.ts')).hostile,
}
