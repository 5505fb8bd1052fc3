import { summaryOf } from './bubbles.js'
import { byId, make } from './dom.js'
import { formatNumber, formatTime } from './format.js'
import { currentChat, lastMessage, ownChats, store, titleOf } from './store.js'
import { TEXTS } from './texts.fa.js'

/** The switch between people. */
export function drawPeople(onPerson) {
  byId('people').replaceChildren(
    ...store.people.map(({ id, name }) => {
      const button = make('button', { type: 'button', role: 'radio' }, name)
      button.setAttribute('aria-checked', String(id === store.person))
      button.addEventListener('click', () => onPerson(id))
      return button
    }),
  )
}

/** The list of the person's chats. */
export function drawChats(onChat) {
  byId('chats').replaceChildren(
    ...ownChats().map((chat) => {
      const last = lastMessage(chat)
      const unread = store.unread.get(chat.id) ?? 0
      const button = make(
        'button',
        { type: 'button', className: chat.id === store.chat ? 'current' : '' },
        avatarOf(chat),
        make(
          'span',
          { className: 'chat-text' },
          make(
            'span',
            { className: 'chat-line' },
            make('b', { dir: 'auto' }, titleOf(chat)),
            make('time', {}, last ? formatTime(last.date) : ''),
          ),
          make(
            'span',
            { className: 'chat-line' },
            make('span', { className: 'chat-last' }, lastLine(chat, last)),
            unread > 0 ? make('span', { className: 'badge' }, formatNumber(unread)) : undefined,
          ),
        ),
      )
      button.addEventListener('click', () => onChat(chat.id))
      return make('li', {}, button)
    }),
  )
}

/** The name above the messages, and under it what the bot is doing. */
export function drawHeader() {
  const chat = currentChat()
  byId('chat-avatar').replaceWith(Object.assign(avatarOf(chat), { id: 'chat-avatar' }))
  byId('chat-title').textContent = titleOf(chat)
  const status = byId('chat-status')
  const action = currentAction(chat)
  status.classList.toggle('busy', action !== undefined)
  status.textContent = !store.connected
    ? TEXTS.connecting
    : (action ?? (chat.type === 'private' ? TEXTS.bot : TEXTS.members(formatNumber(chat.members))))
  const speaker = store.people.find(({ id }) => id === store.person)
  byId('speaker').textContent = chat.type === 'private' ? '' : TEXTS.speaking(speaker?.name)
  document.title = titleOf(chat)
}

function currentAction(chat) {
  const doing = store.actions.get(chat.id)
  if (!doing || doing.until < Date.now()) return undefined
  const text = TEXTS.actions[doing.action] ?? TEXTS.typing
  return chat.type === 'private' ? text : `${store.bot.name} ${text}`
}

function lastLine(chat, last) {
  if (!last) return TEXTS.noMessages
  const who = last.from.id === store.person ? TEXTS.you : last.from.first_name
  const own = last.from.id === store.person || chat.type !== 'private'
  return own ? `${who}: ${summaryOf(last)}` : summaryOf(last)
}

function avatarOf(chat) {
  const className = `avatar ${chat.type === 'private' ? 'of-bot' : 'of-group'}`
  const avatar = make('span', { className }, titleOf(chat).slice(0, 1))
  avatar.setAttribute('aria-hidden', 'true')
  return avatar
}
