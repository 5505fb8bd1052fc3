import { byId, make } from './dom.js'
import { showToast } from './overlays.js'
import { perform } from './server.js'
import { commandsHere, currentChat, store } from './store.js'
import { TEXTS } from './texts.fa.js'

const box = byId('suggestions')
const PAUSE = 300

let sendCommand = () => {}
let clearInput = () => {}
let timer
let asked = 0

/** What to call when a command or an inline result is chosen. */
export function wireSuggestions(onCommand, onChosen) {
  sendCommand = onCommand
  clearInput = onChosen
  document.addEventListener('click', (event) => {
    if (!event.target.closest('#suggestions, #menu, #input')) hideSuggestions()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideSuggestions()
  })
}

/** Offers commands after «/», and inline results after the bot's name. */
export function suggest(text) {
  clearTimeout(timer)
  const command = /^\/([a-z0-9_]*)$/i.exec(text)
  if (command) return showCommands(command[1].toLowerCase())
  const inline = new RegExp(`^@${store.bot.username}\\s(.*)$`, 'is').exec(text)
  if (!inline) return hideSuggestions()
  timer = setTimeout(() => showInline(inline[1].trim()), PAUSE)
}

export function toggleCommands() {
  if (box.hidden || box.dataset.kind !== 'commands') showCommands('')
  else hideSuggestions()
}

export function hideSuggestions() {
  clearTimeout(timer)
  asked += 1
  box.hidden = true
  byId('menu').setAttribute('aria-expanded', 'false')
}

/** Lets arrows and Enter choose; returns whether the key was for the list. */
export function moveInSuggestions(event) {
  if (box.hidden) return false
  const options = [...box.querySelectorAll('[role=option]')]
  const current = options.findIndex((option) => option.classList.contains('current'))
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && options.length > 0) {
    event.preventDefault()
    options[current]?.classList.remove('current')
    const next = options[(current + step + options.length) % options.length]
    next.classList.add('current')
    next.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (event.key === 'Enter' && current !== -1) {
    event.preventDefault()
    options[current].click()
    return true
  }
  return false
}

function showCommands(beginning) {
  const fitting = commandsHere().filter(({ command }) => command.startsWith(beginning))
  if (fitting.length === 0) return hideSuggestions()
  const suffix = currentChat().type === 'private' ? '' : `@${store.bot.username}`
  show(
    'commands',
    fitting.map(({ command, description }) =>
      option(
        () => sendCommand(`/${command}${suffix}`),
        make('bdi', { className: 'command-name' }, `/${command}`),
        make('span', { className: 'command-text', dir: 'auto' }, description),
      ),
    ),
  )
  byId('menu').setAttribute('aria-expanded', 'true')
}

async function showInline(query) {
  asked += 1
  const mine = asked
  const place = { person: store.person, chat: store.chat }
  let answer
  try {
    answer = await perform({ do: 'ask', ...place, query, offset: '' })
  } catch {
    return showToast(TEXTS.failed)
  }
  if (mine !== asked) return
  const results = answer.results.map((result) =>
    option(
      () => choose(place, answer.query, result.id),
      make('span', { className: 'result-letter', ariaHidden: 'true' }, result.title.slice(0, 1)),
      make(
        'span',
        { className: 'result-text' },
        make('b', { dir: 'auto' }, result.title),
        make('span', { dir: 'auto' }, result.description ?? ''),
      ),
    ),
  )
  if (answer.button) {
    const { text, start_parameter } = answer.button
    const go = () => location.assign(`/?start=${encodeURIComponent(start_parameter)}`)
    results.unshift(option(go, make('span', { className: 'result-button', dir: 'auto' }, text)))
  }
  show('inline', results.length > 0 ? results : [make('p', {}, TEXTS.noResults)])
}

async function choose(place, query, result) {
  clearInput()
  await perform({ do: 'choose', ...place, query, result }).catch(() => showToast(TEXTS.failed))
}

function option(act, ...children) {
  const button = make('button', { type: 'button', role: 'option' }, ...children)
  button.addEventListener('click', () => {
    hideSuggestions()
    act()
  })
  return button
}

function show(kind, options) {
  box.dataset.kind = kind
  box.replaceChildren(...options)
  box.hidden = false
  box.scrollTop = 0
}
