import { renderMessage } from './bubbles.js'
import { byId, make } from './dom.js'
import { formatDay, formatNumber } from './format.js'
import { currentChat, store } from './store.js'
import { TEXTS } from './texts.fa.js'

const scroller = byId('scroller')
const list = byId('messages')
const NEAR_END = 120

/** Elements drawn before, by message and by what stands around it: edits come as new objects. */
const drawn = new WeakMap()
let shownChat = 0

/** Draws the chat's messages, keeping what is drawn already, so that opened things stay open. */
export function drawTimeline(handlers) {
  const chat = currentChat()
  const atEnd = isNearEnd()
  const nodes = []
  const messages = [...chat.messages.values()]
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    if (!before || formatDay(before.date) !== formatDay(message.date)) {
      nodes.push(make('div', { className: 'day' }, make('span', {}, formatDay(message.date))))
    }
    const view = {
      me: store.person,
      group: chat.type !== 'private',
      first: !belongTogether(before, message),
      last: !belongTogether(message, messages[index + 1]),
    }
    nodes.push(elementFor(message, view, handlers))
  }
  list.replaceChildren(...(nodes.length > 0 ? nodes : [emptyState(chat)]))
  list.classList.toggle('group', chat.type !== 'private')
  if (shownChat !== `${store.chat}:${store.person}`) {
    shownChat = `${store.chat}:${store.person}`
    scrollToEnd('instant')
  } else if (atEnd) {
    scrollToEnd('instant')
  }
}

export function isNearEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END
}

export function scrollToEnd(behavior = 'smooth') {
  scroller.scrollTo({ top: scroller.scrollHeight, behavior })
  store.unread.delete(store.chat)
  drawToEnd()
}

/** The round button that leads to the last message, with the number of unread ones. */
export function drawToEnd() {
  const unread = store.unread.get(store.chat) ?? 0
  byId('to-end').hidden = isNearEnd()
  byId('unread').hidden = unread === 0
  byId('unread').textContent = formatNumber(unread)
}

export function goToMessage(id) {
  const element = list.querySelector(`[data-id="${id}"]`)
  if (!element) return
  element.scrollIntoView({ block: 'center', behavior: 'smooth' })
  element.classList.remove('flash')
  requestAnimationFrame(() => element.classList.add('flash'))
}

function elementFor(message, view, handlers) {
  const key = `${view.me}${view.first}${view.last}`
  const known = drawn.get(message)
  if (known?.key === key) return known.element
  const element = renderMessage(message, view, handlers)
  drawn.set(message, { key, element })
  return element
}

function belongTogether(one, other) {
  return (
    one !== undefined &&
    other !== undefined &&
    one.from.id === other.from.id &&
    other.date - one.date < 600 &&
    formatDay(one.date) === formatDay(other.date)
  )
}

function emptyState(chat) {
  if (chat.type !== 'private') return make('div', { className: 'empty' }, TEXTS.emptyGroup)
  if (!store.description) return make('div', { className: 'empty' }, TEXTS.noMessages)
  return make(
    'div',
    { className: 'empty described' },
    make('b', {}, TEXTS.whatItDoes),
    make('p', { dir: 'auto' }, store.description),
  )
}

scroller.addEventListener('scroll', () => {
  if (isNearEnd()) store.unread.delete(store.chat)
  drawToEnd()
})
