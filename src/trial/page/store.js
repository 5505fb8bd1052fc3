/** What the page knows, kept as the server tells it. The page is drawn from it anew at each change. */
export const store = {
  ready: false,
  connected: false,
  bot: { id: 0, name: '', username: '' },
  people: [],
  chats: new Map(),
  commands: {},
  keyboards: {},
  description: '',
  person: 0,
  chat: 0,
  /** Bots' actions by chat: what, and until when (milliseconds). */
  actions: new Map(),
  unread: new Map(),
}

export function takeSnapshot(snapshot) {
  store.bot = snapshot.bot
  store.people = snapshot.people
  takeSettings(snapshot)
  store.chats = new Map(
    snapshot.chats.map((chat) => [
      chat.id,
      { ...chat, messages: new Map(chat.messages.map((message) => [message.message_id, message])) },
    ]),
  )
  if (!store.ready) {
    const saved = Number(sessionStorage.getItem('person'))
    store.person = store.people.some(({ id }) => id === saved) ? saved : store.people[0].id
    store.chat = store.person
  }
  store.ready = true
}

export function takeSettings({ description, commands, keyboards }) {
  Object.assign(store, { description, commands, keyboards })
}

/** The chats of the person who speaks: their own with the bot, and the groups. */
export function ownChats() {
  return [...store.chats.values()].filter(
    (chat) => chat.id === store.person || chat.type !== 'private',
  )
}

export const currentChat = () => store.chats.get(store.chat)

export const titleOf = (chat) => (chat.type === 'private' ? store.bot.name : chat.title)

export const lastMessage = (chat) => [...chat.messages.values()].at(-1)

export const isStarted = (chat) => chat.type !== 'private' || chat.messages.size > 0

export const commandsHere = () => store.commands[`${store.chat}:${store.person}`] ?? []
