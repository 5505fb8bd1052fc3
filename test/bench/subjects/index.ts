import type { SubjectKind } from './subject.ts'

/**
 * By the names that `--only` takes, in the order of the table. Each is loaded where it is measured
 * and nowhere else: what a subject does not use must not count as its memory.
 */
const SUBJECTS = {
  bot: async () => (await import('./arqam.ts')).arqamBot,
  ask: async () => (await import('./arqam.ts')).arqamAsk,
  fuse: async () => (await import('./fuse.ts')).fuse,
  minisearch: async () => (await import('./minisearch.ts')).miniSearch,
  flexsearch: async () => (await import('./flexsearch.ts')).flexSearch,
  orama: async () => (await import('./orama.ts')).orama,
  fts5: async () => (await import('./fts5.ts')).fts5,
  'bot-http': async () => (await import('./arqam.ts')).arqamBotOverHttp,
  'grammy-http': async () => (await import('./empty-bot.ts')).emptyBotOverHttp,
  grammy: async () => (await import('./empty-bot.ts')).emptyBot,
  read: async () => (await import('./point-read.ts')).pointRead,
} satisfies Record<string, () => Promise<SubjectKind>>

export type SubjectName = keyof typeof SUBJECTS

export const isSubject = (name: string): name is SubjectName => Object.hasOwn(SUBJECTS, name)

export const subjectNames: readonly SubjectName[] = Object.keys(SUBJECTS).filter(isSubject)

/** Throws a RangeError that lists the names when there is none of this name. */
export async function subjectKind(name: string): Promise<SubjectKind> {
  if (!isSubject(name)) throw new RangeError(`no subject ${name}; there are ${subjectNames.join()}`)
  return await SUBJECTS[name]()
}
