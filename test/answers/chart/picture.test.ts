import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawChart } from '../../../src/answers/chart/draw-chart.ts'
import { PNG_WIDTH, renderPng } from '../../../src/answers/chart/render-png.ts'
import { bar, bars, CHARTS, line } from './charts-for-tests.ts'
import { GOLDEN_WIDTH, goldenFile } from './golden.ts'
import { differentShare, pixelsOf } from './pixels.ts'

/** Machines and versions of the renderer may differ in the shade of an edge, not in a letter. */
const TOLERATED_SHARE = 0.002

describe('the pictures of charts, against those that were looked at', () => {
  it.each(Object.entries(CHARTS))('%s', async (name, spec) => {
    const drawn = pixelsOf(await renderPng(drawChart(spec), GOLDEN_WIDTH))
    const golden = pixelsOf(readFileSync(`${import.meta.dirname}/golden/${goldenFile(name)}`))
    expect([drawn.width, drawn.height]).toEqual([golden.width, golden.height])
    expect(differentShare(drawn, golden)).toBeLessThan(TOLERATED_SHARE)
  })

  it('tells two charts apart that differ in one digit', async () => {
    const pictureOf = async (last: number) =>
      pixelsOf(await renderPng(drawChart(line([21, 25, last])), GOLDEN_WIDTH))
    expect(differentShare(await pictureOf(37), await pictureOf(37))).toBe(0)
    expect(differentShare(await pictureOf(37), await pictureOf(38))).toBeGreaterThan(
      TOLERATED_SHARE,
    )
  })

  it('is as wide as Telegram shows it, and light', async () => {
    const png = await renderPng(
      drawChart(bars(Array.from({ length: 31 }, () => bar('سیستان و بلوچستان', 1_234_567)))),
    )
    expect(pixelsOf(png).width).toBe(PNG_WIDTH)
    expect(png.length).toBeLessThan(300_000)
  })
})
