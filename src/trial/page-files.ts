import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface PageFile {
  type: string
  bytes: Buffer
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

const PAGE = join(import.meta.dirname, 'page')
const FONTS = join(import.meta.dirname, '../../data/fonts')

/** The files of the page by path, read once: no path of a request ever reaches the disk. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const page = readdirSync(PAGE).map((name) => [`/${name}`, join(PAGE, name)] as const)
  const fonts = readdirSync(FONTS).map((name) => [`/fonts/${name}`, join(FONTS, name)] as const)
  const files = new Map<string, PageFile>()
  for (const [path, file] of [...page, ...fonts]) {
    const type = TYPES[extname(file)]
    if (type) files.set(path, { type, bytes: readFileSync(file) })
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}
