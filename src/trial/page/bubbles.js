import { ICONS, make, makeIcon } from './dom.js'
import { formatSize, formatTime } from './format.js'
import { showPicture } from './overlays.js'
import { renderText } from './rich-text.js'
import { TEXTS } from './texts.fa.js'

const NAME_COLOURS = 7
/** What in a bubble has a press of its own. */
const PRESSABLE = 'a, button, .spoiler, blockquote.expandable'

/**
 * A message as Telegram shows it: a bubble with its buttons under it. `view` says who looks on
 * (`me`), whether it is a group, and whether the next message is of another sender (`last`);
 * `handlers` what presses do.
 */
export function renderMessage(message, view, handlers) {
  const mine = message.from.id === view.me
  const bubble = make(
    'div',
    { className: 'bubble' },
    view.group && !mine && view.first ? senderName(message.from) : undefined,
    message.forward_origin ? forwardedFrom(message.forward_origin) : undefined,
    message.via_bot
      ? make('div', { className: 'via' }, TEXTS.via(`\u2066@${message.via_bot.username}\u2069`))
      : undefined,
    message.reply_to_message ? quoted(message.reply_to_message, handlers) : undefined,
    message.photo ? picture(message) : undefined,
    message.document ? documentCard(message.document) : undefined,
    bodyOf(message, mine, handlers),
  )
  const keyboard = message.reply_markup ? buttons(message, handlers) : undefined
  const row = make(
    'article',
    {
      className: [
        'message',
        mine ? 'out' : 'in',
        view.last ? 'last' : '',
        view.first ? 'first' : '',
        message.photo ? 'with-picture' : '',
      ].join(' '),
      dataset: { id: message.message_id },
    },
    make('div', { className: 'column' }, bubble, keyboard),
  )
  bubble.addEventListener('contextmenu', (event) => {
    if (event.target.closest('a, img')) return
    event.preventDefault()
    handlers.onMenu(message, event.clientX, event.clientY)
  })
  bubble.addEventListener('click', (event) => {
    if (event.pointerType !== 'touch' || event.target.closest(PRESSABLE)) return
    handlers.onMenu(message, event.clientX, event.clientY)
  })
  bubble.addEventListener('dblclick', (event) => {
    if (event.target.closest(PRESSABLE)) return
    getSelection()?.removeAllRanges()
    handlers.onReply(message)
  })
  onLongPress(bubble, (x, y) => handlers.onMenu(message, x, y))
  return row
}

/** A text of one line for reply strips, quotes and the list of chats. */
export function summaryOf(message) {
  const text = message.text ?? message.caption
  if (message.photo) return text ?? TEXTS.photo
  if (message.document) return text ?? message.document.file_name ?? TEXTS.document
  return text ?? ''
}

function bodyOf(message, mine, handlers) {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities
  const body = make('div', {
    className: `body${text === '' ? ' wordless' : ''}${endsInLatin(text) ? ' latin' : ''}`,
  })
  if (text !== '') {
    const words = make('span', { className: 'text' })
    words.append(renderText(text, entities, handlers))
    body.append(words)
  }
  body.append(stamp(message, mine))
  return body
}

/** Whether the last line runs from left to right: the time then stands at its right. */
function endsInLatin(text) {
  return /^[^\p{L}]*\p{Script=Latin}/u.test(text.slice(text.lastIndexOf('\n') + 1))
}

function stamp(message, mine) {
  return make(
    'span',
    { className: 'stamp' },
    message.edit_date ? make('span', { className: 'edited' }, TEXTS.edited) : undefined,
    make(
      'time',
      { dateTime: new Date(message.date * 1000).toISOString() },
      formatTime(message.date),
    ),
    mine ? makeIcon(ICONS.ticks) : undefined,
  )
}

function senderName(from) {
  return make('div', { className: `sender ${colourOf(from)}`, dir: 'auto' }, from.first_name)
}

/** A colour of their own for each person; the bot's is always blue. */
function colourOf({ id, is_bot }) {
  return `colour-${is_bot ? 2 : id % NAME_COLOURS}`
}

function forwardedFrom(origin) {
  const name = origin.sender_user?.first_name ?? origin.chat?.title ?? origin.sender_user_name ?? ''
  return make('div', { className: 'forwarded' }, TEXTS.forwardedFrom(name))
}

function quoted(message, handlers) {
  return make(
    'button',
    {
      type: 'button',
      className: `quoted ${colourOf(message.from)}`,
      onclick: () => handlers.onGoTo(message.message_id),
    },
    make('b', { dir: 'auto' }, message.from.first_name),
    make('span', { dir: 'auto' }, summaryOf(message)),
  )
}

function picture({ photo, caption, has_media_spoiler }) {
  const { file_id, width, height } = photo.at(-1)
  const address = `/picture/${file_id}`
  const image = make('img', { src: address, alt: caption ?? TEXTS.photo, width, height })
  const frame = make('button', { type: 'button', className: 'picture' }, image)
  frame.classList.toggle('hidden-picture', has_media_spoiler === true)
  frame.addEventListener('click', () => {
    if (frame.classList.contains('hidden-picture')) frame.classList.remove('hidden-picture')
    else showPicture(address, caption ?? '')
  })
  return frame
}

function documentCard({ file_id, file_name, file_size }) {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file_name ?? '')?.[1] ?? ''
  return make(
    'a',
    { className: 'document', href: `/document/${file_id}`, download: file_name ?? '' },
    make('span', { className: 'document-icon' }, makeIcon(ICONS.download)),
    make(
      'span',
      { className: 'document-text' },
      make('bdi', { className: 'document-name' }, file_name ?? TEXTS.document),
      make(
        'span',
        { className: 'document-size' },
        formatSize(file_size),
        ending && ' · ',
        ending && make('bdi', {}, ending.toUpperCase()),
      ),
    ),
  )
}

function buttons(message, handlers) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    make('div', { className: 'row' }, ...row.map((button) => inlineButton(message, button))),
  )
  return make('div', { className: 'inline-keyboard' }, ...rows)

  function inlineButton(message, button) {
    const element = make(
      'button',
      { type: 'button', title: button.text },
      make('span', { dir: 'auto' }, button.text),
    )
    const icon = cornerIcon(button)
    if (icon) element.append(makeIcon(icon))
    element.addEventListener('click', async () => {
      if (element.classList.contains('waiting')) return
      element.classList.add('waiting')
      await handlers.onPress(message, button)
      element.classList.remove('waiting')
    })
    return element
  }
}

function cornerIcon(button) {
  if (button.url !== undefined) return ICONS.link
  if (button.copy_text !== undefined) return ICONS.copy
  const inline = button.switch_inline_query ?? button.switch_inline_query_current_chat
  return inline === undefined ? undefined : ICONS.share
}

/** A finger held for half a second; browsers on phones do not all send `contextmenu`. */
function onLongPress(element, act) {
  let timer
  const cancel = () => clearTimeout(timer)
  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' || event.target.closest('a, button')) return
    const { clientX, clientY } = event
    timer = setTimeout(() => act(clientX, clientY), 500)
  })
  for (const end of ['pointerup', 'pointermove', 'pointercancel', 'pointerleave']) {
    element.addEventListener(end, cancel)
  }
}
