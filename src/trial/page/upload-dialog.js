import { byId, make } from './dom.js'
import { formatSize } from './format.js'
import { showToast } from './overlays.js'
import { TEXTS } from './texts.fa.js'

const LARGEST = 20 * 1024 * 1024

let waiting = []
let sendFiles = () => {}

/** Shows files before they are sent, with a caption; `send(files, kind, caption)` sends them. */
export function offerFiles(files, send) {
  const fitting = [...files].filter((file) => file.size > 0 && file.size <= LARGEST)
  if (fitting.length < files.length) showToast(TEXTS.tooBig)
  if (fitting.length === 0) return
  waiting = fitting
  sendFiles = send
  byId('upload-preview').replaceChildren(...fitting.map(preview))
  byId('upload-as-file').hidden = !fitting.every(isPicture)
  byId('upload-caption').value = ''
  byId('upload').showModal()
}

const isPicture = (file) => /^image\/(png|jpeg)$/.test(file.type)

function preview(file) {
  const picture = isPicture(file)
    ? make('img', { src: URL.createObjectURL(file), alt: '' })
    : undefined
  picture?.addEventListener('load', () => URL.revokeObjectURL(picture.src))
  return make(
    'div',
    { className: 'upload-file' },
    picture,
    make('bdi', {}, file.name),
    make('span', {}, formatSize(file.size)),
  )
}

function finish(asFile) {
  const caption = byId('upload-caption').value.trim()
  byId('upload').close()
  const [first, ...others] = waiting
  const kindOf = (file) => (!asFile && isPicture(file) ? 'photo' : 'document')
  sendFiles(first, kindOf(first), caption)
  for (const file of others) sendFiles(file, kindOf(file), '')
  waiting = []
}

byId('upload-send').addEventListener('click', () => finish(false))
byId('upload-as-file').addEventListener('click', () => finish(true))
byId('upload-cancel').addEventListener('click', () => byId('upload').close())
byId('upload-caption').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing) finish(false)
})
