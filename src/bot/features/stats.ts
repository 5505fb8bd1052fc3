import { Composer, InputFile } from 'grammy'
import { drawChart } from '../../answers/chart/draw-chart.ts'
import type { LineChart } from '../../answers/chart/spec.ts'
import { countObservations } from '../../facts/observations.ts'
import { unansweredQuestions } from '../../facts/question-log.ts'
import { type QuestionStatistics, questionStatistics } from '../../facts/question-statistics.ts'
import { openReports } from '../../facts/reports.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { jalaliOf } from '../../persian/calendar.ts'
import { formatQuantity, latinDigits } from '../../persian/format.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { describeError } from '../logger.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { slowWorkHere } from '../work/slow-work.ts'

const DAYS = 30
const MOST_DAYS = 365
/** More days than this do not fit as labels under a chart. */
const MOST_DAYS_DRAWN = 31
const LOOKED_AT = 10_000

/** /stats: what is asked, how much of it is answered, by how many people; with a chart by day. */
export function statsFeature(services: Services): Composer<BotContext> {
  const { store, clock, logger, slowWork = slowWorkHere } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'stats', async (ctx, text) => {
    const number = latinDigits(text).replace(/\s*روز$/, '')
    if (number !== '' && !/^[1-9]\d{0,2}$/.test(number)) {
      return void (await ctx.reply(texts.statsUsage))
    }
    const days = Math.min(number === '' ? DAYS : Number(number), MOST_DAYS)
    await store.afterwards.settled()
    const statistics = await questionStatistics(store.db, days, clock())
    await sendParts(ctx, services, lines(...(await written(days, statistics))))
    if (statistics.questions === 0 || days < 2 || days > MOST_DAYS_DRAWN) return
    try {
      await ctx.replyWithPhoto(
        new InputFile(await slowWork.renderPng(drawChart(chartOf(statistics))), 'stats.png'),
      )
    } catch (error) {
      logger.error(describeError(error), 'a chart was not sent')
    }
  })

  async function written(days: number, statistics: QuestionStatistics) {
    const { questions, people, byStatus, indicators } = statistics
    const answered = byStatus.answered ?? 0
    const share = questions === 0 ? 0 : Math.round((answered / questions) * 100)
    const { indicators: known } = await loadVocabulary(store.db)
    const open = await unansweredQuestions(store.db, { limit: LOOKED_AT })
    const reports = await openReports(store.db, LOOKED_AT)
    const count = (status: string) => byStatus[status] ?? 0
    const limited = services.limited?.()
    return [
      bold(texts.statsTitle(days)),
      plain(texts.statsQuestions(questions, people)),
      plain(texts.statsAnswered(formatQuantity(share, 'درصد'), answered)),
      plain(texts.statsOther(count('choices'), count('not_found'), count('not_understood'))),
      plain(texts.statsStore(await countObservations(store.db), known.length)),
      plain(texts.statsOpen(open.length, reports.length)),
      ...(limited && limited.updates > 0
        ? [plain(texts.statsLimited(limited.updates, limited.people))]
        : []),
      ...(indicators.length > 0 ? [[], bold(texts.statsTop)] : []),
      ...indicators.map(({ name, count }) => plain(texts.statsTopLine(name, count))),
    ]
  }

  return composer
}

function chartOf({ days }: QuestionStatistics): LineChart {
  const { title, unit, all, answered, source } = texts.statsChart
  const series = (name: string, kind: 'actual' | 'target', counts: readonly number[]) => ({
    name,
    kind,
    points: counts.map((value) => ({ value, exact: true, others: [] })),
  })
  return {
    type: 'line',
    title,
    subtitle: '',
    unit,
    sources: [source],
    note: null,
    labels: days.map(({ day }) => {
      const { month, day: dayOfMonth } = jalaliOf(day)
      return shared.inDigits(`${month}/${dayOfMonth}`)
    }),
    series: [
      series(
        all,
        'target',
        days.map((one) => one.asked),
      ),
      series(
        answered,
        'actual',
        days.map((one) => one.answered),
      ),
    ],
  }
}
