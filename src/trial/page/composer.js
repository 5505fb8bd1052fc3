import { summaryOf } from './bubbles.js'
import { byId, ICONS, make, makeIcon } from './dom.js'
import { showToast } from './overlays.js'
import { perform, upload } from './server.js'
import { commandsHere, currentChat, isStarted, lastMessage, store } from './store.js'
import { hideSuggestions, moveInSuggestions, suggest, toggleCommands } from './suggestions.js'
import { TEXTS } from './texts.fa.js'
import { scrollToEnd } from './timeline.js'
import { offerFiles } from './upload-dialog.js'

const input = byId('input')
/** With a finger, Enter begins a new line, as in Telegram on a phone. */
const ENTER_SENDS = '(pointer: fine)'

/** What the next message does besides being sent: `{kind: 'reply' | 'edit', message}`. */
let intent
let startPayload
let keyboardHidden = false

export async function sendText(text) {
  const trimmed = text.trim()
  if (trimmed === '') return
  const place = { person: store.person, chat: store.chat }
  const { kind, message } = intent ?? {}
  setIntent(undefined)
  hideSuggestions()
  try {
    if (kind === 'edit') {
      await perform({ do: 'edit', ...place, message: message.message_id, text: trimmed })
    } else {
      const replyTo = kind === 'reply' ? message.message_id : undefined
      await perform({ do: 'send', ...place, text: trimmed, replyTo })
      scrollToEnd()
    }
  } catch {
    showToast(TEXTS.failed)
  }
}

/** Draws everything under the messages for the chat as it is. */
export function drawComposer() {
  const chat = currentChat()
  const waitsForStart = !isStarted(chat) || (startPayload !== undefined && chat.type === 'private')
  byId('start').hidden = !waitsForStart
  byId('composer-box').hidden = waitsForStart
  byId('menu').hidden = commandsHere().length === 0
  drawKeyboard(waitsForStart)
  drawSend()
}

/** Puts a text into the field, ready to be changed and sent. */
export function fillInput(text) {
  input.value = text
  resize()
  input.focus()
  input.setSelectionRange(text.length, text.length)
  suggest(input.value)
}

export function replyTo(message) {
  setIntent({ kind: 'reply', message })
  input.focus()
}

export function startEditing(message) {
  setIntent({ kind: 'edit', message })
  fillInput(message.text)
}

export function setStartPayload(payload) {
  startPayload = payload
}

export function resetComposer() {
  setIntent(undefined)
  hideSuggestions()
  input.value = ''
  keyboardHidden = false
  resize()
}

/** A keyboard that has just come is shown; a forced reply opens the strip. */
export function takeMarkup(chat) {
  if (chat !== store.chat) return
  keyboardHidden = false
  if (store.keyboards[chat]?.force_reply) replyTo(lastMessage(currentChat()))
}

export function offer(files) {
  offerFiles(files, async (file, kind, caption) => {
    const replied = intent?.kind === 'reply' ? intent.message.message_id : undefined
    setIntent(undefined)
    try {
      const place = { person: store.person, chat: store.chat }
      await upload(file, { ...place, name: file.name, kind, caption, replyTo: replied })
      scrollToEnd()
    } catch {
      showToast(TEXTS.failed)
    }
  })
}

function setIntent(next) {
  if (intent?.kind === 'edit' && next?.kind !== 'edit') input.value = ''
  intent = next
  byId('strip').hidden = next === undefined
  if (!next) return
  const { kind, message } = next
  byId('strip-icon').replaceChildren(makeIcon(ICONS[kind]))
  byId('strip-title').textContent =
    kind === 'edit' ? TEXTS.editing : TEXTS.replyTo(message.from.first_name)
  byId('strip-body').textContent = summaryOf(message)
}

function drawKeyboard(waitsForStart) {
  const markup = store.keyboards[store.chat]
  const rows = markup?.keyboard
  byId('keyboard-toggle').hidden = rows === undefined
  byId('keyboard').hidden = rows === undefined || keyboardHidden || waitsForStart
  input.placeholder = markup?.input_field_placeholder ?? TEXTS.message
  byId('keyboard').replaceChildren(
    ...(rows ?? []).map((row) =>
      make('div', { className: 'row' }, ...row.map((button) => keyboardButton(button, markup))),
    ),
  )
}

function keyboardButton({ text }, markup) {
  const button = make('button', { type: 'button' }, make('span', { dir: 'auto' }, text))
  button.addEventListener('click', () => {
    if (markup.one_time_keyboard) keyboardHidden = true
    drawComposer()
    void sendText(text)
  })
  return button
}

function drawSend() {
  byId('send').disabled = input.value.trim() === ''
  byId('composer').classList.toggle('typing', input.value !== '')
}

function resize() {
  drawSend()
  input.style.height = 'auto'
  input.style.height = `${Math.min(input.scrollHeight, 180)}px`
  input.classList.toggle('tall', input.scrollHeight > 180)
}

function submit() {
  const text = input.value
  if (text.trim() === '') return
  void sendText(text)
  input.value = ''
  resize()
}

function onKey(event) {
  if (event.isComposing) return
  if (moveInSuggestions(event)) return
  if (event.key === 'Enter' && !event.shiftKey && matchMedia(ENTER_SENDS).matches) {
    event.preventDefault()
    submit()
  } else if (event.key === 'Escape') {
    setIntent(undefined)
  } else if (event.key === 'ArrowUp' && input.value === '') {
    const own = [...currentChat().messages.values()].filter(
      ({ from, text, via_bot }) => from.id === store.person && text && !via_bot,
    )
    if (own.length > 0) startEditing(own.at(-1))
  }
}

export function wireComposer() {
  input.addEventListener('input', () => {
    resize()
    suggest(input.value)
  })
  input.addEventListener('keydown', onKey)
  input.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length > 0) offer(event.clipboardData.files)
  })
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  byId('strip-close').addEventListener('click', () => {
    setIntent(undefined)
    resize()
  })
  byId('menu').addEventListener('click', () => toggleCommands())
  byId('keyboard-toggle').addEventListener('click', () => {
    keyboardHidden = !keyboardHidden
    drawComposer()
  })
  byId('file').addEventListener('change', ({ target }) => {
    offer(target.files)
    target.value = ''
  })
  byId('start').addEventListener('click', async () => {
    const payload = startPayload
    startPayload = undefined
    const place = { person: store.person, chat: store.chat }
    await perform({ do: 'start', ...place, payload }).catch(() => showToast(TEXTS.failed))
    drawComposer()
    scrollToEnd()
  })
}
