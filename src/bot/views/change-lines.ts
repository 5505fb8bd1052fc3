import type { Part } from '../../answers/answer.ts'
import type { RecordedChangeSet } from '../../facts/change-sets.ts'
import type { ChangedThing, ChangeSetSummary } from '../../facts/history.ts'
import type { Executor } from '../../facts/open.ts'
import { sourceById } from '../../facts/sources.ts'
import type { ObservationContent } from '../../facts/types.ts'
import { texts } from '../texts.fa.ts'
import {
  type FieldChange,
  fieldChanges,
  headOf,
  type Names,
  shownFields,
  valueLine,
} from './figure-fields.ts'
import { momentText } from './moments.ts'
import { bold, figure, plain } from './parts.ts'

export type Lines = (Part | readonly Part[])[]

/** «تغییر ۳، ۱۲ تیر ۱۴۰۰ ساعت ۱۴:۰۵، نام», with its reason. */
export function changeSetHead({ id, recordedAt, actor, reason }: RecordedChangeSet): Lines {
  const head = bold(texts.changeSetHead(id, momentText(recordedAt), actor))
  return reason === null ? [head] : [head, plain(texts.reason(reason))]
}

/** A change set with what it did, for /history and after a change. */
export async function changeSetLines(
  db: Executor,
  changeSet: ChangeSetSummary,
  names: Names,
): Promise<Lines> {
  const { undoesId, undoneById, size, things } = changeSet
  const lines: Lines = changeSetHead(changeSet)
  if (undoesId !== null) lines.push(plain(texts.undoes(undoesId)))
  if (undoneById !== null) lines.push(plain(texts.undoneBy(undoneById)))
  for (const thing of things) lines.push(...(await thingLines(db, thing, names)))
  if (size > things.length) lines.push(plain(texts.andMore(size - things.length)))
  return lines
}

/** One thing that a change set did; a correction shows each field before and after. */
export async function thingLines(
  db: Executor,
  thing: ChangedThing,
  names: Names,
  actions: Readonly<Record<ChangedThing['action'], string>> = texts.actions,
): Promise<Lines> {
  const action = actions[thing.action]
  if (thing.type !== 'observation') {
    return [plain(texts.labelled(`${texts.things[thing.type]} ${action}`, stateText(thing)))]
  }
  const { observationId, indicator, place, before, after } = thing
  const head = texts.labelled(
    `${texts.figureNumber(observationId)} ${action}`,
    headOf(after, indicator, place),
  )
  if (thing.action !== 'corrected' || before === null) {
    return [[plain(`${head}: `), figure(valueLine(after), observationId)]]
  }
  const changes = await contentChanges(db, before, after, names)
  return [plain(head), ...changes.map((change) => changeLine(change, observationId))]
}

/** «مقدار: ۳۷ واحد ← ۳۸ واحد». */
export function changeLine({ label, before, after }: FieldChange, observationId: number): Part[] {
  const change = texts.changedTo(before ?? texts.unsaid, after ?? texts.unsaid)
  return [plain(`${label}: `), figure(change, observationId, 'italic')]
}

export async function contentChanges(
  db: Executor,
  before: ObservationContent,
  after: ObservationContent,
  names: Names,
): Promise<FieldChange[]> {
  const [earlier, later] = [before, after].map(async (content) =>
    shownFields(content, await sourceById(db, content.sourceId), names),
  )
  return fieldChanges((await earlier) ?? [], (await later) ?? [])
}

/** The name in the state of a place, indicator, alias or member. */
function stateText({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const state = after ?? before
  if (typeof state !== 'object' || state === null) return texts.unsaid
  for (const field of ['name', 'text']) {
    const value: unknown = Reflect.get(state, field)
    if (typeof value === 'string') return value
  }
  return texts.unsaid
}
