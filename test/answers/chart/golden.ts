import { mkdirSync, writeFileSync } from 'node:fs'
import { drawChart } from '../../../src/answers/chart/draw-chart.ts'
import { renderPng } from '../../../src/answers/chart/render-png.ts'
import { CHARTS } from './charts-for-tests.ts'

/**
 * Draws the golden pictures anew, after a change that was meant and was looked at:
 * `npx tsx test/answers/chart/golden.ts [FOLDER [WIDTH]]`
 */
export const GOLDEN_WIDTH = 320

export const goldenFile = (name: string): string => `${name.replaceAll(' ', '-')}.png`

if (process.argv[1] === import.meta.filename) {
  const [folder = `${import.meta.dirname}/golden`, width = GOLDEN_WIDTH] = process.argv.slice(2)
  mkdirSync(folder, { recursive: true })
  for (const [name, spec] of Object.entries(CHARTS)) {
    writeFileSync(`${folder}/${goldenFile(name)}`, await renderPng(drawChart(spec), Number(width)))
  }
}
