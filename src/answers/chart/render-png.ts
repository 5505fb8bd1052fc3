import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Telegram shows pictures of this width without sampling them down. */
export const PNG_WIDTH = 1280

const FONTS = ['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf']

/** Once a process: the module refuses to be started twice. A failed start is tried again. */
let started: Promise<Uint8Array[]> | undefined

/** An SVG of {@link drawChart} as PNG. Blocks for some 35 ms, the first time for half a second. */
export async function renderPng(svg: string, width: number = PNG_WIDTH): Promise<Uint8Array> {
  started ??= start().catch((error: unknown) => {
    started = undefined
    throw error
  })
  const fontBuffers = await started
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Vazirmatn' },
  })
  try {
    const image = resvg.render()
    try {
      return image.asPng()
    } finally {
      image.free()
    }
  } finally {
    resvg.free()
  }
}

async function start(): Promise<Uint8Array[]> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(wasm))
  const folder = new URL('../../../data/fonts/', import.meta.url)
  return await Promise.all(
    FONTS.map(async (name) => new Uint8Array(await readFile(new URL(name, folder)))),
  )
}
