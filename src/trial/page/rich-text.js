import { make } from './dom.js'
import { TEXTS } from './texts.fa.js'

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
}
const COLLAPSED_LINES = 3

/**
 * Text with Telegram's entities as DOM nodes. `onCommand` is called with a pressed command,
 * `onLink` with a pressed address; it returns true when it has seen to it itself.
 */
export function renderText(text, entities = [], { onCommand, onLink }) {
  return renderRange(0, text.length, entities)

  function renderRange(from, to, inside) {
    const nodes = document.createDocumentFragment()
    let position = from
    for (let index = 0; index < inside.length; ) {
      const entity = inside[index]
      const end = Math.min(entity.offset + entity.length, to)
      nodes.append(text.slice(position, entity.offset))
      let next = index + 1
      while (next < inside.length && inside[next].offset < end) next += 1
      const element = elementFor(entity, text.slice(entity.offset, end))
      element.append(renderRange(entity.offset, end, inside.slice(index + 1, next)))
      nodes.append(element)
      // A block ends its line by itself.
      position = isBlock(entity) && text[end] === '\n' ? end + 1 : end
      index = next
    }
    nodes.append(text.slice(position, to))
    return nodes
  }

  function isBlock({ type }) {
    return type.endsWith('blockquote') || type === 'pre'
  }

  function elementFor(entity, covered) {
    switch (entity.type) {
      case 'text_link':
        return link(entity.url)
      case 'url':
        return link(/^https?:/i.test(covered) ? covered : `https://${covered}`)
      case 'email':
        return link(`mailto:${covered}`)
      case 'bot_command':
        return make('a', {
          className: 'command',
          href: '#',
          onclick: (event) => {
            event.preventDefault()
            onCommand(covered)
          },
        })
      case 'mention':
      case 'hashtag':
      case 'text_mention':
        return make('span', { className: 'mention' })
      case 'spoiler':
        return spoiler()
      case 'expandable_blockquote':
        return expandable(covered)
      default:
        return make(TAGS[entity.type] ?? 'span')
    }
  }

  function link(href) {
    if (!/^(https?|mailto):/i.test(href)) return make('span')
    return make('a', {
      href,
      target: '_blank',
      rel: 'noopener noreferrer',
      title: href,
      onclick: (event) => {
        if (onLink(href)) event.preventDefault()
      },
    })
  }
}

function spoiler() {
  const element = make('span', { className: 'spoiler', tabIndex: 0, role: 'button' })
  element.setAttribute('aria-label', TEXTS.spoiler)
  const show = (event) => {
    if (element.classList.contains('shown')) return
    event.preventDefault()
    event.stopPropagation()
    element.classList.add('shown')
    element.removeAttribute('aria-label')
  }
  element.addEventListener('click', show, true)
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') show(event)
  })
  return element
}

function expandable(covered) {
  const long = covered.split('\n').length > COLLAPSED_LINES || covered.length > 160
  const quote = make('blockquote', { className: long ? 'expandable' : '' })
  if (!long) return quote
  quote.tabIndex = 0
  quote.setAttribute('aria-expanded', 'false')
  const turn = () => {
    if (getSelection()?.toString()) return
    quote.setAttribute('aria-expanded', String(quote.classList.toggle('expanded')))
  }
  quote.addEventListener('click', turn)
  quote.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') turn()
  })
  return quote
}
