/** The texts of the trial that the server puts into the pretended Telegram; the page has its own. */
export const TEXTS = {
  bot: 'ارقام',
  official: 'کارشناس',
  admin: 'مدیر',
  group: 'گروه آزمایشی',
} as const
