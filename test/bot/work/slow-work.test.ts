import { afterAll, describe, expect, it } from 'vitest'
import { drawChart } from '../../../src/answers/chart/draw-chart.ts'
import { slowWorkHere, slowWorkInThread } from '../../../src/bot/work/slow-work.ts'
import { vocabulary } from '../../ingest/vocabulary-for-tests.ts'

const work = slowWorkInThread()
afterAll(() => work.close())

const TEXT = 'استاندار یزد گفت: در سال گذشته در استان یزد تولید گندم به ۱٫۵ میلیون تن رسید.'

describe('slow work in a thread', () => {
  it.each([null, '2021-05-01'])(
    'reads a report as it is read here, published on %s',
    async (day) => {
      const reading = await work.readReport(TEXT, day, vocabulary)
      expect(reading.drafts).toHaveLength(1)
      expect(reading).toEqual(await slowWorkHere.readReport(TEXT, day, vocabulary))
    },
  )

  it('knows another vocabulary for what it is', async () => {
    const empty = { ...vocabulary, indicators: [], aliases: [] }
    const [known] = (await work.readReport(TEXT, null, vocabulary)).drafts
    const [unknown] = (await work.readReport(TEXT, null, empty)).drafts
    expect(known?.matchedIndicator).not.toBeNull()
    expect(unknown?.matchedIndicator).toBeNull()
  })

  it('draws a picture as it is drawn here', async () => {
    const svg = drawChart({
      type: 'bars',
      title: 'تولید گندم',
      subtitle: '',
      unit: 'تن',
      sources: [],
      note: null,
      ranked: false,
      bars: [{ name: 'یزد', value: 3, qualifier: '', kind: 'actual', emphasised: true }],
    })
    const drawn = await work.renderPng(svg)
    expect(Buffer.from(drawn).equals(Buffer.from(await slowWorkHere.renderPng(svg)))).toBe(true)
  })

  it('hands on what reading throws', async () => {
    await expect(work.readReport(TEXT, 'no day', vocabulary)).rejects.toThrow(RangeError)
  })
})
