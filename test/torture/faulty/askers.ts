import type { BotApiServer } from '../../../src/trial/bot-api-server.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import { pick, type Random } from '../../eval/random.ts'
import { type Expectation, meaningOf, QUESTIONS, SOURCE } from './expectations.ts'
import type { Gateway } from './gateway.ts'
import type { Mailbox } from './mailboxes.ts'

/** How long a person waits for an answer or an apology: longer than all patience of the bot. */
const PATIENCE_MS = 60_000
const SHARE_PRESSED = 0.15
const SHARE_EDITED = 0.05
const SHARE_BLOCKED = 0.01

export interface Scene {
  readonly server: BotApiServer
  readonly gateway: Gateway
  readonly random: Random
  readonly mailboxOf: (chat: number) => Mailbox
  /** Whether there is anything left to ask. */
  readonly goesOn: () => boolean
}

/** What somebody asked in a chat, and what came. */
export interface Conversation {
  readonly chats: number[]
  /** How often each thing was asked for, by its name. */
  readonly asked: Map<string, number>
  /** What got neither an answer nor an apology. */
  readonly silent: string[]
}

/** Somebody who asks one thing after another in private, presses, corrects a question, blocks. */
export async function askInPrivate(scene: Scene, person: Person): Promise<Conversation> {
  const { random, mailboxOf, goesOn } = scene
  const box = mailboxOf(person.chat.id)
  const talk = conversation(person.chat.id)
  while (goesOn()) {
    const wanted = pick(random, QUESTIONS)
    if (random() < SHARE_BLOCKED) {
      // Whoever blocks a bot wants no answer.
      person.sendText('سلام')
      person.blockBot()
      person.unblockBot()
      continue
    }
    const asked = await expectOne(talk, box, wanted, () => person.sendText(wanted.question))
    const { answer } = asked
    if (answer && wanted.name !== 'refused' && random() < SHARE_PRESSED) {
      await expectOne(talk, box, SOURCE, () => void person.press(answer, SOURCE.question))
    } else if (answer && random() < SHARE_EDITED) {
      const other = QUESTIONS[(QUESTIONS.indexOf(wanted) + 1) % QUESTIONS.length] ?? wanted
      const { sent } = asked
      if (sent) await expectOne(talk, box, other, () => person.editText(sent, other.question))
    }
  }
  return talk
}

export interface UpgradedGroup {
  readonly oldChat: number
  readonly newChat: number
  readonly title: string
  readonly members: readonly Person[]
}

/** A member of a group that becomes a supergroup while a question waits for its answer. */
export async function askInGroup(
  scene: Scene,
  { oldChat, newChat, title, members }: UpgradedGroup,
  isTime: () => boolean,
): Promise<Conversation> {
  const { server, gateway, random, mailboxOf, goesOn } = scene
  const [person] = members
  if (!person) throw new Error('a group without members')
  const talk = conversation(oldChat, newChat)
  const name = `@${server.bot.username}`
  let chat = oldChat
  while (goesOn()) {
    const wanted = pick(random, QUESTIONS)
    const ask = () => person.sendText(`${name} ${wanted.question}`, { chat })
    const isUpgraded = chat === oldChat && isTime()
    if (!isUpgraded) {
      await expectOne(talk, mailboxOf(chat), wanted, ask)
      continue
    }
    await expectOne(talk, mailboxOf(newChat), wanted, () => {
      const sent = ask()
      server.group({ id: newChat, title, members })
      gateway.upgrade(oldChat, newChat)
      chat = newChat
      return sent
    })
  }
  return talk
}

const conversation = (...chats: number[]): Conversation => ({
  chats,
  asked: new Map(),
  silent: [],
})

/** Does something that asks for one message, and waits for it or for an apology. */
async function expectOne(
  { asked, silent }: Conversation,
  box: Mailbox,
  wanted: Expectation,
  act: () => Message | undefined,
): Promise<{ sent: Message | undefined; answer: Message | null }> {
  asked.set(wanted.name, (asked.get(wanted.name) ?? 0) + 1)
  const since = box.all.length
  const sent = act()
  const fits = ({ text = '' }: Message) => {
    const meaning = meaningOf(text)
    return meaning === 'apology' || meaning === wanted
  }
  const found = await box.wait(since, fits, PATIENCE_MS)
  if (!found) silent.push(wanted.name)
  const isAnswer = found !== null && meaningOf(found.text ?? '') === wanted
  return { sent, answer: isAnswer ? found : null }
}
