import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'
import { plotSvg } from './plot.ts'
import { withSection } from './readme.ts'
import { short } from './table.ts'

describe('how the benchmark tells', () => {
  it.each([
    [0.012345, '0.0123'],
    [12.345, '12.3'],
    [12_345, '12,345'],
    [Number.NaN, '–'],
  ])('%d as %s', (value, due) => {
    expect(short(value)).toBe(due)
  })

  it('replaces its section of the README, or puts it before the licence', () => {
    const bare = '# A\n\ntext\n\n## Licence\n\nMIT\n'
    const once = withSection(bare, '## Speed\n\nold')
    expect(once).toBe('# A\n\ntext\n\n## Speed\n\nold\n\n## Licence\n\nMIT\n')
    expect(withSection(once, '## Speed\n\nnew')).toBe(once.replace('old', 'new'))
  })

  it('draws a time that grows with the facts as a straight line, one that stays as a flat one', () => {
    const sizes = [1000, 10_000, 100_000]
    const line = (title: string, timeOf: (size: number) => number) => ({
      ...{ title, colour: '#000000', isOurs: false },
      points: sizes.map((size) => ({ size, time: timeOf(size) })),
    })
    const svg = plotSvg([line('search', (size) => size / 1000), line('flat', () => 1)])
    const drawn = [
      ...svg.matchAll(
        /<polyline points="([^"]+)" fill="none" stroke="#000000" stroke-width="2.5"/g,
      ),
    ]
    const [growing, flat] = drawn.map(([, points = '']) =>
      points.split(' ').map((point) => Number(point.split(',')[1])),
    )
    const [first = 0, middle = 0, last = 0] = growing ?? []
    expect(first - middle).toBeCloseTo(middle - last, 1)
    expect(first).toBeGreaterThan(last)
    expect(new Set(flat).size).toBe(1)
    expect(svg).toContain('search')
  })
})

describe('its options', () => {
  it('are a whole run when nothing is said, a small one with --short', () => {
    expect(readOptions([]).sizes).toEqual([1000, 10_000, 100_000, 1_000_000])
    expect(readOptions(['--short']).sizes).toEqual([1000, 10_000])
  })

  it('choose subjects and parts by name', () => {
    const { subjects, parts } = readOptions(['--only', 'ask,fuse,start', '--sizes', '500,20'])
    expect({ subjects, parts }).toEqual({ subjects: ['ask', 'fuse'], parts: ['start'] })
    expect(readOptions(['--sizes', '500,20']).sizes).toEqual([20, 500])
  })

  it.each([
    [['--only', 'lucene'], 'lucene'],
    [['--sizes', 'many'], 'many'],
    [['--questions', '0'], '0'],
  ])('%j is refused with what is wrong', (words, wrong) => {
    expect(() => readOptions(words)).toThrow(wrong)
  })
})
