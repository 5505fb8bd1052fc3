import { setTimeout as wait } from 'node:timers/promises'
import { adminTexts } from '../../../src/bot/admin-texts.fa.ts'
import { texts } from '../../../src/bot/texts.fa.ts'
import type { BotApiServer } from '../../../src/trial/bot-api-server.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import { pick, type Random } from '../../eval/random.ts'
import { type Expectation, meaningOf, QUESTIONS } from '../faulty/expectations.ts'
import type { Mailbox } from '../faulty/mailboxes.ts'
import type { Ledger } from './ledger.ts'
import { hasButton, INDICATOR, isApology, isDoneWith, isOf, isVerdictOn } from './messages.ts'

/** Longer than all deaths of the bot in a row take on a busy machine. */
export const PATIENCE_MS = 300_000
/** Whoever was told something else in this time gives up what they wait for. */
const OTHERS_PATIENCE_MS = 60_000
const PAUSE_BETWEEN_QUESTIONS_MS = 150

export interface Scene {
  readonly server: BotApiServer
  readonly ledger: Ledger
  readonly random: Random
  readonly mailboxOf: (chat: number) => Mailbox
  readonly goesOn: () => boolean
  /** When nothing more will come: nobody goes on, and the bot has nothing to do any more. */
  readonly isQuiet: AbortSignal
  /** The id of the figure with this value, looked up in the store itself. */
  readonly figureWith: (value: number) => Promise<number | null>
  /** The newest figure that a place has of what the people enter. */
  readonly newestOf: (place: string) => Promise<number | null>
}

/** What people did not get: questions without an answer, by chat. */
export type Complaints = string[]

/** Asks one question after another; each must be answered, whatever dies meanwhile. */
export async function ask(scene: Scene, person: Person): Promise<Complaints> {
  const { random, mailboxOf, goesOn } = scene
  const box = mailboxOf(person.chat.id)
  const complaints: Complaints = []
  const asked = new Map<Expectation, number>()
  while (goesOn()) {
    const wanted = pick(random, QUESTIONS)
    asked.set(wanted, (asked.get(wanted) ?? 0) + 1)
    const since = box.all.length
    person.sendText(wanted.question)
    const fits = (one: Message) => meaningOf(one.text ?? '') === wanted || isApology(one)
    const answer = await box.wait(since, fits, PATIENCE_MS, scene.isQuiet)
    if (!answer) complaints.push(`chat ${person.chat.id}: silence on ${wanted.name}`)
    await wait(PAUSE_BETWEEN_QUESTIONS_MS * (1 + random()))
  }
  // An answer that came twice may have hidden one that did not come.
  const apologies = box.all.filter(isApology).length
  let missing = 0
  for (const [wanted, times] of asked) {
    const came = box.all.filter(({ text = '' }) => meaningOf(text) === wanted).length
    missing += Math.max(0, times - came)
  }
  const where = `chat ${person.chat.id}`
  if (missing > apologies) complaints.push(`${where}: ${missing} missing, ${apologies} refused`)
  return complaints
}

/** Adds figures of a place; corrects some, and takes some corrections back. */
export async function keepBooks(scene: Scene, admin: Person, place: string): Promise<Complaints> {
  const { ledger, random, goesOn, figureWith, mailboxOf } = scene
  const complaints: Complaints = []
  const box = mailboxOf(admin.chat.id)
  const heard = hearing(box, scene, (what) =>
    complaints.push(`chat ${admin.chat.id}: silence on ${what}`),
  )
  for (let count = 0; goesOn(); count++) {
    const value = ledger.nextValue()
    await carryOut(`/add ${figureLine(value, place, count)}`, 'add', value)
    const id = random() < 0.6 ? await figureWith(value) : null
    if (id === null || !goesOn()) continue
    const corrected = ledger.nextValue()
    const done = await carryOut(`/edit ${id} مقدار ${corrected} واحد`, 'edit', corrected)
    // By its number: the last change may be somebody else's.
    const number = done && changeNumberOf(done)
    if (number && random() < 0.5 && goesOn()) await carryOut(`/undo ${number}`, 'undo', corrected)
  }

  return complaints

  /** Asks for a change, confirms it, and notes what was read of it; gives the confirmation. */
  async function carryOut(
    text: string,
    command: 'add' | 'edit' | 'undo',
    value: number,
  ): Promise<Message | null> {
    const entry = ledger.enter(command, value)
    let since = box.all.length
    admin.sendText(text)
    const isPreview = (message: Message) =>
      hasButton(message, texts.buttons.confirm) && isOf(message, value)
    const fitsPreview = (one: Message) => isPreview(one) || isApology(one)
    const preview = await heard(since, fitsPreview, `${command} ${value}`)
    if (!preview || !isPreview(preview)) return null
    since = box.all.length
    admin.press(preview, texts.buttons.confirm)
    const isVerdict = (message: Message) => isVerdictOn(message, value)
    const said = await heard(since, isVerdict, `confirm ${command} ${value}`)
    entry.isConfirmed = said !== null && isDoneWith(said, value)
    return entry.isConfirmed ? said : null
  }
}

/** Waits for what fits; gives null after a while where something else came. That nothing comes is silence. */
export const hearing =
  (box: Mailbox, { isQuiet }: Scene, silence: (what: string) => void) =>
  async (since: number, fits: (message: Message) => boolean, what: string) => {
    for (let waited = 0; waited < PATIENCE_MS; waited += OTHERS_PATIENCE_MS) {
      const found = await box.wait(since, fits, OTHERS_PATIENCE_MS, isQuiet)
      if (found || box.all.length > since) return found
      if (isQuiet.aborted) break
    }
    silence(what)
    return null
  }

/** Proposes figures, each of which an admin approves. */
export async function propose(
  scene: Scene,
  editor: Person,
  admin: Person,
  place: string,
): Promise<void> {
  const { ledger, goesOn, mailboxOf, isQuiet } = scene
  // Nobody is written to who did not begin.
  admin.sendText('/start')
  const [own, others] = [mailboxOf(editor.chat.id), mailboxOf(admin.chat.id)]
  for (let count = 0; goesOn(); count++) {
    const value = ledger.nextValue()
    const entry = ledger.enter('add', value)
    let since = own.all.length
    editor.sendText(`/add ${figureLine(value, place, count)}`)
    const isPreview = (message: Message) => hasButton(message, texts.buttons.confirm)
    const preview = await own.wait(
      since,
      (one) => isPreview(one) || isApology(one),
      PATIENCE_MS,
      isQuiet,
    )
    if (!preview || !isPreview(preview)) continue
    since = others.all.length
    editor.press(preview, texts.buttons.confirm)
    const isProposal = (message: Message) =>
      hasButton(message, adminTexts.approve) && isOf(message, value)
    // Where the bot died before it told the admins, the proposal stands in /proposals.
    let proposal = await others.wait(since, isProposal, PROPOSAL_MS, isQuiet)
    if (!proposal) {
      admin.sendText('/proposals')
      proposal = await others.wait(since, isProposal, PROPOSAL_MS, isQuiet)
    }
    if (!proposal) continue
    since = others.all.length
    admin.press(proposal, adminTexts.approve)
    const isVerdict = (message: Message) => isVerdictOn(message, value)
    const said = await others.wait(since, isVerdict, PATIENCE_MS, isQuiet)
    entry.isConfirmed = said !== null && isDoneWith(said, value)
  }
}

const PROPOSAL_MS = 10_000

/** Years in which the questions ask for nothing; each figure has a place in time of its own. */
export const [FIRST_YEAR, YEARS] = [1300, 94]

const figureLine = (value: number, place: string, count: number) =>
  `${INDICATOR}، ${place}، ${FIRST_YEAR + (count % YEARS)}، ${value} واحد، منبع: گزارش ${value}`

const changeNumberOf = ({ text = '' }: Message): string | undefined =>
  /شمارهٔ ([۰-۹٬]+)/.exec(text)?.[1]?.replaceAll('٬', '')
