import { resolve } from 'node:path'
import { describe } from 'vitest'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import type { AskContext, Asker } from '../../src/answers/asker.ts'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import type { ImportRow } from '../../src/facts/import-columns.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { seedStore } from '../../src/facts/seed.ts'
import type { Question } from '../../src/questions/question.ts'
import { lastingUrl } from '../facts/fresh-url.ts'
import { VOCABULARY } from '../questions/vocabulary-for-tests.ts'

/** Runs on both engines, like every suite of the store. */
export const suite = describe

/** «پارسال» is 1399. */
export const NOW = new Date('2021-05-01T08:00:00Z')

export type Row = ImportRow['cells']

const by = { actor: { telegramId: 1, name: 'الف' }, command: 'test', now: NOW }

const DEFINITIONS: Readonly<Record<string, string>> = {
  'نرخ بیکاری': 'سهم بیکاران از جمعیت فعال ۱۵ساله و بیشتر.',
}

/** The small vocabulary of the tests as changes to a store. */
function vocabularyChanges(): Operation[] {
  const { places, indicators, aliases } = VOCABULARY
  const nameOf = (id: number | null) => places.find((place) => place.id === id)?.name ?? ''
  const aliasesOf = (target: 'place' | 'indicator', id: number, name: string): Operation[] =>
    aliases
      .filter((alias) => alias.target === target && alias.targetId === id)
      .map(({ text }) => ({ type: 'add_alias', target, targetId: { name }, text }))
  return [
    ...places.flatMap(({ id, name, kind, parentId }): Operation[] => {
      const parent = parentId === null ? null : { name: nameOf(parentId) }
      const isoCode = kind === 'province' ? `IR-${10 + id}` : null
      const place: Operation = { type: 'add_place', name, kind, isoCode, parentId: parent }
      return [place, ...aliasesOf('place', id, name)]
    }),
    ...indicators.flatMap(({ id, name, unit, additive }): Operation[] => [
      { type: 'add_indicator', name, unit, additive, definition: DEFINITIONS[name] ?? null },
      ...aliasesOf('indicator', id, name),
    ]),
  ]
}

/** A store in memory with the small vocabulary; `rows` are imported as a sheet would be. */
export async function storeWith(rows: readonly Row[]): Promise<Store> {
  const store = await openStore({ url: await lastingUrl() })
  await applyChanges(store, by, vocabularyChanges())
  if (rows.length > 0) await addRows(store, rows)
  return store
}

/** Imports rows; throws when one is refused. */
export async function addRows(store: Store, rows: readonly Row[]): Promise<void> {
  const numbered = rows.map((cells, index) => ({ row: index + 2, cells }))
  const { refusedRows } = await importRows(store, by, numbered, { readers: persianReaders() })
  const [refused] = refusedRows
  if (refused) throw new Error(`row ${refused.row}: ${refused.reason}`)
}

/** A store in memory with what the program ships: the report of Qom. */
export async function qomStore(): Promise<Store> {
  const data = resolve(import.meta.dirname, '../../data')
  return await openStore({
    url: await lastingUrl(),
    fill: (writing) => seedStore(writing, data, persianReaders(), NOW),
  })
}

export interface Chat {
  readonly asker: Asker
  /** Asks anew, with nothing asked before. */
  ask(text: string, context?: Partial<AskContext>): Promise<Answer>
  /** The answers to questions of one conversation, in order. */
  talk(...texts: string[]): Promise<Answer[]>
}

export function chatOn(store: Store): Chat {
  const asker = createAsker(store)
  const ask = (text: string, context: Partial<AskContext> = {}) =>
    asker.ask(text, { now: NOW, previous: null, defaultPlaceId: null, ...context })
  return {
    asker,
    ask,
    async talk(...texts) {
      const answers: Answer[] = []
      let previous: Question | null = null
      let pending: readonly Question[] = []
      for (const text of texts) {
        const answer: Answer = await ask(text, { previous, pending })
        previous = answer.inPlay
        pending = answer.choices.map(({ question }) => question)
        answers.push(answer)
      }
      return answers
    },
  }
}

/** A figure in one line: «37 واحد قم 1399»; what is usual is left out. */
export function brief(one: Figure): string {
  const value = one.value === null ? `«${one.statement}»` : `${one.value} ${one.unit}`
  return [
    one.qualifier === 'exact' ? null : one.qualifier,
    value,
    one.place,
    one.period,
    one.kind === 'actual' ? null : one.kind,
    one.measure === 'level' ? null : one.measure,
    one.derived === null ? null : `= ${one.derived.formula}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The status of an answer and the figures that it states as such. */
export const stated = ({ status, figures }: Answer) => ({ status, figures: figures.map(brief) })
