import type { texts } from './texts.fa.ts'

/** What the menu of commands says to those whose Telegram speaks English. */
export const englishCommands: Readonly<Record<keyof typeof texts.commands, string>> = {
  start: 'Begin, with some questions to try',
  help: 'Help',
  ask: 'Ask in a group',
  settings: 'Settings: default province, digits, currency',
  add: 'Add a figure',
  report: 'Draw the figures out of a news report',
  edit: 'Correct a figure',
  retire: 'Set a figure aside',
  undo: 'Take a change back',
  history: 'Who changed what, and when',
  admins: 'Admins, editors and members',
  template: 'A sheet to fill in and send',
  export: 'All figures as a file',
  proposals: 'What editors proposed',
  unanswered: 'Questions without an answer',
  reports: 'Reports of mistakes',
  alias: 'Another name for an indicator, a place or a unit',
  rename: 'A new name for an indicator',
  merge: 'Make one of two indicators',
  stats: 'Statistics of the questions',
  invite: 'A link of invitation',
  cancel: 'Give up what was begun',
}

/** The head and the words for roles of the table in the README. */
export const englishTable = {
  head: ['Command', 'For', 'Does', 'Example'],
  audiences: {
    everyone: 'everyone',
    groups: 'everyone, in groups',
    editors: 'editor, admin, owner',
    admins: 'admin, owner',
  },
}
