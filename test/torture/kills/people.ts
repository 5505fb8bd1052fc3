import { setTimeout as wait } from 'node:timers/promises'
import { adminTexts } from '../../../src/bot/admin-texts.fa.ts'
import { texts } from '../../../src/bot/texts.fa.ts'
import { formatQuantity } from '../../../src/persian/format.ts'
import type { BotApiServer } from '../../../src/trial/bot-api-server.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import { pick, type Random } from '../../eval/random.ts'
import { meaningOf, QUESTIONS } from '../faulty/expectations.ts'
import type { Mailbox } from '../faulty/mailboxes.ts'
import type { Ledger } from './ledger.ts'

/** Longer than any number of deaths of the bot in a row. */
const PATIENCE_MS = 90_000
const PAUSE_BETWEEN_QUESTIONS_MS = 400
const INDICATOR = 'احیای واحدهای راکد صنعتی'

export interface Scene {
  readonly server: BotApiServer
  readonly ledger: Ledger
  readonly random: Random
  readonly mailboxOf: (chat: number) => Mailbox
  readonly goesOn: () => boolean
  /** The id of the figure with this value, looked up in the store itself. */
  readonly figureWith: (value: number) => Promise<number | null>
}

/** What people did not get: questions without an answer, by chat. */
export type Complaints = string[]

/** Asks one question after another; each must be answered, whatever dies meanwhile. */
export async function ask(scene: Scene, person: Person): Promise<Complaints> {
  const { random, mailboxOf, goesOn } = scene
  const box = mailboxOf(person.chat.id)
  const complaints: Complaints = []
  while (goesOn()) {
    const wanted = pick(random, QUESTIONS)
    const since = box.all.length
    person.sendText(wanted.question)
    const fits = ({ text = '' }: Message) => meaningOf(text) === wanted || isApology(text)
    const answer = await box.wait(since, fits, PATIENCE_MS)
    if (!answer) complaints.push(`chat ${person.chat.id}: silence on ${wanted.name}`)
    await wait(PAUSE_BETWEEN_QUESTIONS_MS * (1 + random()))
  }
  return complaints
}

/** Adds figures; corrects some, and takes some corrections back. */
export async function keepBooks(scene: Scene, admin: Person, firstYear: number): Promise<void> {
  const { ledger, random, goesOn, figureWith, mailboxOf } = scene
  const box = mailboxOf(admin.chat.id)
  for (let count = 0; goesOn(); count++) {
    const year = firstYear + (count % YEARS)
    const value = ledger.nextValue()
    await carryOut(`/add ${figureLine(value, year)}`, 'add', value)
    const id = random() < 0.6 ? await figureWith(value) : null
    if (id === null || !goesOn()) continue
    const corrected = ledger.nextValue()
    const isCorrected = await carryOut(`/edit ${id} مقدار ${corrected} واحد`, 'edit', corrected)
    if (isCorrected && random() < 0.5 && goesOn()) await carryOut('/undo', 'undo', corrected)
  }

  /** Asks for a change, confirms it, and notes what was read of it. */
  async function carryOut(
    text: string,
    command: 'add' | 'edit' | 'undo',
    value: number,
  ): Promise<boolean> {
    const entry = ledger.enter(command, value)
    let since = box.all.length
    admin.sendText(text)
    const isPreview = (message: Message) =>
      buttonsOf(message).includes(texts.buttons.confirm) && isOf(message, value)
    const preview = await box.wait(
      since,
      (one) => isPreview(one) || isApology(one.text),
      PATIENCE_MS,
    )
    if (!preview || !isPreview(preview)) return false
    since = box.all.length
    admin.press(preview, texts.buttons.confirm)
    const isDone = ({ text = '' }: Message) =>
      text.startsWith(DONE) || text === texts.closedDraft || isApology(text)
    const said = await box.wait(since, isDone, PATIENCE_MS)
    entry.isConfirmed = said?.text?.startsWith(DONE) ?? false
    return entry.isConfirmed
  }
}

/** Proposes figures, each of which an admin approves. */
export async function propose(
  scene: Scene,
  editor: Person,
  admin: Person,
  firstYear: number,
): Promise<void> {
  const { ledger, goesOn, mailboxOf } = scene
  const [own, others] = [mailboxOf(editor.chat.id), mailboxOf(admin.chat.id)]
  for (let count = 0; goesOn(); count++) {
    const year = firstYear + (count % YEARS)
    const value = ledger.nextValue()
    const entry = ledger.enter('add', value)
    let since = own.all.length
    editor.sendText(`/add ${figureLine(value, year)}`)
    const isPreview = (message: Message) => buttonsOf(message).includes(texts.buttons.confirm)
    const preview = await own.wait(
      since,
      (one) => isPreview(one) || isApology(one.text),
      PATIENCE_MS,
    )
    if (!preview || !isPreview(preview)) continue
    since = others.all.length
    editor.press(preview, texts.buttons.confirm)
    const isProposal = (message: Message) =>
      buttonsOf(message).includes(adminTexts.approve) && isOf(message, value)
    // Where the bot died before it told the admins, the proposal stands in /proposals.
    const proposal = await others.wait(since, isProposal, PROPOSAL_MS)
    if (!proposal) continue
    since = others.all.length
    admin.press(proposal, adminTexts.approve)
    const isDone = ({ text = '' }: Message) =>
      text.startsWith(DONE) || text === texts.closedDraft || isApology(text)
    const said = await others.wait(since, isDone, PATIENCE_MS)
    entry.isConfirmed = said?.text?.startsWith(DONE) ?? false
  }
}

const PROPOSAL_MS = 10_000
const DONE = 'ثبت شد'

const figureLine = (value: number, year: number) =>
  `${INDICATOR}، قم، ${year}، ${value} واحد، منبع: گزارش ${value}`

/** Years in which the questions ask for nothing. */
const YEARS = 44

const isOf = (message: Message, value: number): boolean =>
  message.text?.includes(formatQuantity(value, 'واحد')) ?? false

const buttonsOf = (message: Message): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

const isApology = (text = ''): boolean => text === texts.failed
