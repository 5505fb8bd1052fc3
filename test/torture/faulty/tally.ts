import type { Conversation } from './askers.ts'
import { meaningOf } from './expectations.ts'
import type { Gateway } from './gateway.ts'
import type { Mailbox } from './mailboxes.ts'

export interface Tally {
  asked: number
  /** Answered exactly once. */
  once: number
  /** Answered again because the bot did not hear that its first answer had arrived. */
  doubled: number
  /** Not answered, and told so. */
  refused: number
  broken: string[]
}

/**
 * What became of all that was asked. Broken is: silence; a wrong answer; an answer too many where
 * no lost reply of the server explains it.
 */
export function tallyOf(
  talks: readonly Conversation[],
  mailboxOf: (chat: number) => Mailbox,
  gateway: Gateway,
): Tally {
  const tally: Tally = { asked: 0, once: 0, doubled: 0, refused: 0, broken: [] }
  for (const { chats, asked, silent } of talks) {
    const where = `chat ${chats.join(', then ')}`
    const came = new Map<string, number>()
    let apologies = 0
    for (const { text = '' } of chats.flatMap((chat) => mailboxOf(chat).all)) {
      const meaning = meaningOf(text)
      if (meaning === 'apology') apologies++
      else if (meaning) {
        came.set(meaning.name, (came.get(meaning.name) ?? 0) + 1)
        if (!text.includes(meaning.says)) tally.broken.push(`${where}: a wrong answer: ${text}`)
      }
    }
    let [missing, surplus] = [0, 0]
    for (const [name, times] of asked) {
      const answers = came.get(name) ?? 0
      tally.asked += times
      missing += Math.max(0, times - answers)
      surplus += Math.max(0, answers - times)
    }
    tally.refused += missing
    tally.doubled += surplus
    for (const name of silent) tally.broken.push(`${where}: silence on ${name}`)
    if (missing > apologies) tally.broken.push(`${where}: ${missing} missing, ${apologies} refused`)
    const unheard = chats.reduce((sum, chat) => sum + gateway.unheardIn(chat), 0)
    if (surplus > unheard) {
      tally.broken.push(`${where}: ${surplus} answers too many, ${unheard} lost replies`)
    }
  }
  tally.once = tally.asked - tally.refused - tally.doubled
  return tally
}
