import type { Part } from './part.ts'

/** The parts, in the order of the table. Each is loaded when it is run. */
export const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  kills: async () => (await import('./kills/part.ts')).kills,
  faulty: async () => (await import('./faulty/part.ts')).faulty,
  hostile: async () => (await import('./hostile.ts')).hostile,
}
