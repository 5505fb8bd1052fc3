import { texts } from '../../../src/bot/texts.fa.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import type { Scene } from './askers.ts'

const PATIENCE_MS = 60_000
const FIRST_YEAR = 1300
export const COUNTED = 'احیای واحدهای راکد صنعتی'

/** What an admin was told of the figures that were added. */
export interface Entered {
  /** Values of which «ثبت شد» was read. */
  readonly confirmed: number[]
  /** Values that were asked for and of which nothing certain was read. */
  readonly uncertain: number[]
}

/** An admin who adds figures one after another, and presses again where no answer comes. */
export async function enterFigures(
  { mailboxOf, goesOn }: Scene,
  admin: Person,
  most: number,
): Promise<Entered> {
  const box = mailboxOf(admin.chat.id)
  const entered: Entered = { confirmed: [], uncertain: [] }
  const isConfirmation = ({ text = '' }: Message) =>
    text.startsWith('ثبت شد') || text === texts.closedDraft
  const fits = (wanted: (message: Message) => boolean) => (message: Message) =>
    wanted(message) || message.text === texts.failed
  for (let count = 0; count < most && goesOn(); count++) {
    const value = 1001 + count
    let since = box.all.length
    admin.sendText(
      `/add ${COUNTED}، قم، ${FIRST_YEAR + count}، ${value} واحد، منبع: گزارش ${value}`,
    )
    const button = (message: Message) =>
      message.reply_markup?.inline_keyboard.flat().some(({ text }) => text === CONFIRM) ?? false
    const preview = await box.wait(since, fits(button), PATIENCE_MS)
    if (!preview || !button(preview)) {
      entered.uncertain.push(value)
      continue
    }
    for (let tries = 0; ; tries++) {
      since = box.all.length
      // The confirmation may stand there already, and its button be gone.
      if (tries > 2 || !press(admin, preview)) break
      const said = await box.wait(since, fits(isConfirmation), PATIENCE_MS)
      if (said && isConfirmation(said)) break
    }
    const told = box.all.slice(since).some(isConfirmation)
    entered[told ? 'confirmed' : 'uncertain'].push(value)
  }
  return entered
}

const CONFIRM = texts.buttons.confirm

function press(admin: Person, message: Message): boolean {
  try {
    admin.press(message, CONFIRM)
    return true
  } catch {
    return false
  }
}
