import { openMenu } from './bubble-menu.js'
import {
  drawComposer,
  fillInput,
  offer,
  replyTo,
  resetComposer,
  sendText,
  setStartPayload,
  startEditing,
  takeMarkup,
  wireComposer,
} from './composer.js'
import { byId } from './dom.js'
import { copyText, showAlert, showToast } from './overlays.js'
import { listen, perform } from './server.js'
import { drawChats, drawHeader, drawPeople } from './side.js'
import { ownChats, store, takeSettings, takeSnapshot } from './store.js'
import { wireSuggestions } from './suggestions.js'
import { TEXTS } from './texts.fa.js'
import { drawTimeline, drawToEnd, goToMessage, isNearEnd, scrollToEnd } from './timeline.js'

const ACTION_MILLISECONDS = 5000
const START = /^[A-Za-z0-9_-]{1,64}$/

const handlers = {
  onPress: pressButton,
  onReply: replyTo,
  onGoTo: goToMessage,
  onMenu: openMessageMenu,
  onCommand: sendText,
  onLink: followOwnLink,
}

function draw() {
  if (!store.ready) return
  drawPeople(openPerson)
  drawChats(openChat)
  drawHeader()
  drawComposer()
  drawTimeline(handlers)
  drawToEnd()
}

function openPerson(person) {
  const inGroup = store.chats.get(store.chat)?.type !== 'private'
  store.person = person
  sessionStorage.setItem('person', String(person))
  openChat(inGroup ? store.chat : person)
}

function openChat(chat) {
  store.chat = chat
  store.unread.delete(chat)
  document.body.dataset.view = 'chat'
  resetComposer()
  draw()
}

async function pressButton(message, button) {
  if (button.url !== undefined) {
    if (!followOwnLink(button.url)) open(button.url, '_blank', 'noopener')
    return
  }
  if (button.copy_text !== undefined) {
    await copyText(button.copy_text.text)
    showToast(TEXTS.copied)
    return
  }
  const here = button.switch_inline_query_current_chat
  const elsewhere = button.switch_inline_query
  if (here !== undefined || elsewhere !== undefined) {
    const other = ownChats().find(({ id }) => id !== store.chat)
    if (here === undefined && other) openChat(other.id)
    fillInput(`@${store.bot.username} ${here ?? elsewhere}`)
    return
  }
  try {
    const { answer } = await perform({
      do: 'press',
      person: store.person,
      chat: message.chat.id,
      message: message.message_id,
      data: button.callback_data,
    })
    if (!answer) showToast(TEXTS.notAnswered)
    else if (answer.url) followOwnLink(answer.url)
    else if (answer.text && answer.show_alert) showAlert(store.bot.name, answer.text)
    else if (answer.text) showToast(answer.text)
  } catch {
    showToast(TEXTS.failed)
  }
}

function openMessageMenu(message, x, y) {
  const text = message.text ?? message.caption
  const own = message.from.id === store.person && message.text !== undefined && !message.via_bot
  const items = [{ icon: 'reply', label: TEXTS.reply, act: () => replyTo(message) }]
  if (text !== undefined) {
    const act = () => copyText(text).then(() => showToast(TEXTS.copied))
    items.push({ icon: 'copy', label: TEXTS.copy, act })
  }
  if (own) items.push({ icon: 'edit', label: TEXTS.edit, act: () => startEditing(message) })
  openMenu(items, x, y)
}

/** A link to the bot itself opens its chat here, with START for its payload. */
function followOwnLink(address) {
  const url = new URL(address)
  const own = url.hostname === 't.me' && url.pathname.slice(1).toLowerCase()
  if (own !== store.bot.username.toLowerCase()) return false
  const payload = url.searchParams.get('start')
  if (payload && START.test(payload)) setStartPayload(payload)
  openChat(store.person)
  return true
}

function takeMessage({ message }) {
  const chat = store.chats.get(message.chat.id)
  if (!chat) return
  const near = isNearEnd()
  chat.messages.set(message.message_id, message)
  if (message.from.id === store.bot.id) store.actions.delete(chat.id)
  const mine = message.from.id === store.person
  const unseen = chat.id !== store.chat || !near || document.hidden
  if (unseen && !mine) store.unread.set(chat.id, (store.unread.get(chat.id) ?? 0) + 1)
  draw()
  if (chat.id === store.chat && mine) scrollToEnd('instant')
}

function takeAction({ chat, action }) {
  store.actions.set(chat, { action, until: Date.now() + ACTION_MILLISECONDS })
  drawHeader()
  setTimeout(drawHeader, ACTION_MILLISECONDS + 50)
}

function wirePage() {
  wireComposer()
  wireSuggestions(
    (command) => {
      resetComposer()
      void sendText(command)
    },
    () => resetComposer(),
  )
  byId('to-end').addEventListener('click', () => scrollToEnd())
  byId('back').addEventListener('click', () => {
    document.body.dataset.view = 'list'
  })
  byId('note').hidden = localStorage.getItem('note') === 'closed'
  byId('note-close').addEventListener('click', () => {
    localStorage.setItem('note', 'closed')
    byId('note').hidden = true
  })
  new ResizeObserver(() => {
    if (!byId('to-end').hidden) return
    scrollToEnd('instant')
  }).observe(byId('scroller'))
  wireDrop()
}

function wireDrop() {
  const chat = byId('chat')
  const withFiles = (event) => event.dataTransfer?.types.includes('Files')
  chat.addEventListener('dragover', (event) => {
    if (!withFiles(event)) return
    event.preventDefault()
    byId('drop').hidden = false
  })
  chat.addEventListener('dragleave', (event) => {
    if (!chat.contains(event.relatedTarget)) byId('drop').hidden = true
  })
  chat.addEventListener('drop', (event) => {
    event.preventDefault()
    byId('drop').hidden = true
    offer(event.dataTransfer.files)
  })
}

const payload = new URLSearchParams(location.search).get('start')
if (payload && START.test(payload)) setStartPayload(payload)
document.body.dataset.view = 'chat'
wirePage()
listen(
  {
    snapshot(snapshot) {
      takeSnapshot(snapshot)
      draw()
    },
    settings(settings) {
      const before = JSON.stringify(store.keyboards[store.chat])
      takeSettings(settings)
      if (JSON.stringify(store.keyboards[store.chat]) !== before) takeMarkup(store.chat)
      draw()
    },
    message: takeMessage,
    edited({ message }) {
      store.chats.get(message.chat.id)?.messages.set(message.message_id, message)
      draw()
    },
    deleted({ chat, messages }) {
      for (const id of messages) store.chats.get(chat)?.messages.delete(id)
      draw()
    },
    action: takeAction,
    note: ({ text }) => showToast(TEXTS.violation(text)),
  },
  (connected) => {
    store.connected = connected
    if (store.ready) drawHeader()
  },
)
