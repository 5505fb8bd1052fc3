/** Something that was asked of the program to change, known by a number that nothing else has. */
export interface Entry {
  readonly command: 'add' | 'edit' | 'undo' | 'report'
  /** The value that it writes; of an undo, the value that it takes back. */
  readonly value: number
  /** Whether somebody read that it is done. */
  isConfirmed: boolean
}

/** What people and imports were told, kept outside the store to be held against it. */
export interface Ledger {
  readonly entries: Entry[]
  /** Files that the command line said it had imported. */
  readonly importedFiles: Set<string>
  /** The next number that nothing else has. */
  nextValue(): number
  enter(command: Entry['command'], value: number): Entry
}

const FIRST_VALUE = 10_001

export function createLedger(): Ledger {
  const entries: Entry[] = []
  let last = FIRST_VALUE
  return {
    entries,
    importedFiles: new Set(),
    nextValue: () => ++last,
    enter(command, value) {
      const entry = { command, value, isConfirmed: false }
      entries.push(entry)
      return entry
    },
  }
}
