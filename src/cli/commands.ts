import type { Run } from './command.ts'
import type { OptionName } from './options.ts'

export interface Command {
  /** What stands after the name, as usage shows it. */
  readonly words: string
  readonly says: string
  readonly options: readonly OptionName[]
  /** Loaded when called, so that a question does not wait for Telegram's library. */
  readonly load: () => Promise<Run>
}

const STORE: readonly OptionName[] = ['database', 'empty', 'help']

/** The commands, in the order in which usage lists them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    words: '',
    says: 'the bot with BOT_TOKEN; without it a chat page on this machine, to try it',
    options: STORE,
    load: async () => (await import('./serve.ts')).serve,
  },
  ask: {
    words: '[QUESTION…]',
    says: 'answer a question, or one a line from standard input',
    options: ['json', 'chat', 'now', ...STORE],
    load: async () => (await import('./ask.ts')).ask,
  },
  import: {
    words: 'FILE…',
    says: 'figures from CSV, XLSX or JSONL; all of a file or nothing',
    options: ['dry-run', 'json', 'skip-errors', ...STORE],
    load: async () => (await import('./import.ts')).importFiles,
  },
  export: {
    words: 'FILE|-',
    says: 'all figures as CSV, XLSX or JSONL by the ending; - is JSONL on standard output',
    options: STORE,
    load: async () => (await import('./export.ts')).exportFile,
  },
  extract: {
    words: 'FILE|-',
    says: 'figures that a Persian report holds, as drafts; nothing is stored',
    options: ['json', 'place', 'published', ...STORE],
    load: async () => (await import('./extract.ts')).extract,
  },
  backup: {
    words: 'FILE',
    says: 'a consistent copy of the store, also while the bot runs',
    options: STORE,
    load: async () => (await import('./upkeep.ts')).backUp,
  },
  copy: {
    words: '',
    says: 'all of a store, history and chats too, into an empty one; SQLite or PostgreSQL',
    options: ['from', 'to', 'help'],
    load: async () => (await import('./copy.ts')).copy,
  },
  migrate: {
    words: '',
    says: 'bring the schema of the store up to date',
    options: STORE,
    load: async () => (await import('./upkeep.ts')).migrate,
  },
  check: {
    words: '',
    says: 'look over configuration, store and token; exit 1 when something is wrong',
    options: STORE,
    load: async () => (await import('./check.ts')).check,
  },
}
