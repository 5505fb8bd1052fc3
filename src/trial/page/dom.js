/** The element with this id. All of them stand in index.html. */
export const byId = (id) => document.getElementById(id)

/**
 * Makes an element. Children are elements or texts; texts become text nodes, so nothing that a
 * bot or a person wrote is ever read as HTML.
 */
export function make(tag, properties = {}, ...children) {
  const { dataset, ...rest } = properties
  const element = Object.assign(document.createElement(tag), rest)
  Object.assign(element.dataset, dataset)
  element.append(...children.filter((child) => child !== undefined && child !== null))
  return element
}

export function makeIcon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export const ICONS = {
  reply: 'M10 7l-5 5 5 5M5 12h10a4 4 0 0 1 4 4v2',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  link: 'M8 16L16 8M9 8h7v7',
  share: 'M13 7l6 5-6 5v-3c-4 0-6 1-8 3 0-5 3-8 8-8z',
  download: 'M12 5v11M7 12l5 5 5-5M6 20h12',
  ticks: 'M2 13l4 4L15 7M11 16l1 1L22 7',
}
