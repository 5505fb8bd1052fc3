import { setTimeout as wait } from 'node:timers/promises'
import { texts } from '../../../src/bot/texts.fa.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import { hasButton, INDICATOR, isOf } from './messages.ts'
import { type Complaints, PATIENCE_MS, type Scene } from './people.ts'

/** What somebody who asked to be told of a place was told. */
export interface Watched {
  readonly notices: number
  /** Of them those that said that they may have come before, as after a death while one was sent. */
  readonly perhapsAgain: number
  readonly complaints: Complaints
}

export interface Watcher {
  /** Resolves when the bot has promised to tell, or nobody goes on. */
  readonly subscribed: Promise<void>
  /** After the last change: waits until the newest figure was told, and looks through all notices. */
  end(): Promise<Watched>
}

/** Asks for the newest figure of a place, and to be told of each newer one. */
export function watch(scene: Scene, person: Person, place: string): Watcher {
  const box = scene.mailboxOf(person.chat.id)
  let isSubscribed = false
  return {
    subscribed: subscribe(),
    async end() {
      const newest = await scene.newestOf(place)
      const complaints: Complaints = []
      const chat = `chat ${person.chat.id}`
      if (isSubscribed && newest !== null) {
        const told = await box.wait(0, (one) => isOf(one, newest), PATIENCE_MS)
        if (!told) complaints.push(`${chat}: was never told of ${newest}`)
      }
      const notices = box.all.filter(isNotice)
      const sure = notices.filter((one) => !isPerhapsAgain(one)).map(({ text = '' }) => text)
      const twice = sure.filter((text, index) => sure.indexOf(text) !== index)
      for (const text of twice) complaints.push(`${chat}: told twice without a word: ${text}`)
      return { notices: notices.length, perhapsAgain: notices.length - sure.length, complaints }
    },
  }

  async function subscribe(): Promise<void> {
    while (scene.goesOn() && !isSubscribed) {
      await wait(PAUSE_MS)
      const since = box.all.length
      person.sendText(`${INDICATOR} ${place}`)
      const answer = await box.wait(
        since,
        (one) => hasButton(one, texts.buttons.watch),
        LOOKED_MS,
        scene.isQuiet,
      )
      // Before the first figure is there, the notice would be of that one only.
      if (!answer || (await scene.newestOf(place)) === null || isRefusal(answer)) continue
      person.press(answer, texts.buttons.watch)
      const promised = await box.wait(since, isPromise, LOOKED_MS, scene.isQuiet)
      isSubscribed = promised !== null
    }
  }
}

const PAUSE_MS = 1000
const LOOKED_MS = 20_000

const isRefusal = ({ text = '' }: Message) => text.startsWith('این رقم را ندارم')
const isPromise = ({ text = '' }: Message) => text.includes('خبرتان می‌کنم')
const isNotice = ({ text = '' }: Message) => text.startsWith(texts.newsOf(''))
const isPerhapsAgain = ({ text = '' }: Message) => text.includes(texts.newsPerhapsAgain)
