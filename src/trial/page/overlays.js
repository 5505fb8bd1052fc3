import { byId } from './dom.js'

let toastTimer

/** A notice that goes by itself, as an answer to a pressed button does. */
export function showToast(text) {
  const toast = byId('toast')
  toast.textContent = text
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(
    () => {
      toast.hidden = true
    },
    Math.max(3000, text.length * 60),
  )
}

export function showAlert(title, text) {
  byId('alert-title').textContent = title
  byId('alert-text').textContent = text
  byId('alert').showModal()
}

export function showPicture(address, caption) {
  byId('lightbox-picture').src = address
  byId('lightbox-caption').textContent = caption
  byId('lightbox').showModal()
}

byId('lightbox').addEventListener('click', () => byId('lightbox').close())
byId('alert').addEventListener('click', (event) => {
  if (event.target === byId('alert')) byId('alert').close()
})

export async function copyText(text) {
  await navigator.clipboard.writeText(text)
}
