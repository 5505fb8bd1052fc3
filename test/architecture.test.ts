import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The layers from the lowest up, as DESIGN draws them. A layer imports from those below it only. */
const LAYERS = [
  ['persian'],
  ['facts'],
  ['questions'],
  ['answers'],
  ['ingest'],
  ['bot', 'trial'],
  ['cli'],
]

const SOURCE = resolve(import.meta.dirname, '../src')

const sourceFiles = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|js)$/.test(file),
)

/** The height of a file's layer; files directly in `src` stand above all. */
function heightOf(file: string): number {
  const folder = file.split('/')[0] ?? ''
  const height = LAYERS.findIndex((layer) => layer.includes(folder))
  return height === -1 ? LAYERS.length : height
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found]
    .map((match) => relative(SOURCE, resolve(SOURCE, dirname(file), match[1] as string)))
    .filter((target) => !target.startsWith('../data/'))
}

describe('imports run downwards only', () => {
  it.each(sourceFiles)('%s', (file) => {
    const upwards = importsOf(file).filter((target) => {
      const sameFolder = target.split('/')[0] === file.split('/')[0]
      return !sameFolder && heightOf(target) >= heightOf(file)
    })
    // The launcher is the one file that starts the program above it.
    expect(file === 'cli/arqam.js' ? [] : upwards).toEqual([])
  })

  it('persian knows nothing of the project', () => {
    const outside = sourceFiles
      .filter((file) => file.startsWith('persian/'))
      .flatMap(importsOf)
      .filter((target) => !target.startsWith('persian/'))
    expect(outside).toEqual([])
  })
})
