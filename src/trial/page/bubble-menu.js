import { byId, ICONS, make, makeIcon } from './dom.js'

const menu = byId('bubble-menu')

/** Opens a menu at a place on the screen: `[{icon, label, act}]`. */
export function openMenu(items, x, y) {
  menu.replaceChildren(
    ...items.map(({ icon, label, act }) => {
      const item = make(
        'button',
        { type: 'button', role: 'menuitem' },
        makeIcon(ICONS[icon]),
        label,
      )
      item.addEventListener('click', () => {
        close()
        act()
      })
      return item
    }),
  )
  menu.hidden = false
  const { offsetWidth: width, offsetHeight: height } = menu
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`
  menu.querySelector('button')?.focus()
}

function close() {
  menu.hidden = true
}

document.addEventListener('pointerdown', (event) => {
  if (!menu.hidden && !menu.contains(event.target)) close()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close()
})
byId('scroller').addEventListener('scroll', close)
