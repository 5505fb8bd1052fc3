import type { Answer } from '../answers/answer.ts'
import { chartOf } from '../answers/chart/chart-of.ts'
import { isHeldElsewhere, periodsOf } from '../facts/observations.ts'
import { type ChatSettings, settingsOf } from '../facts/settings.ts'
import type { Question } from '../questions/question.ts'
import { questionReference } from './asked.ts'
import { inLatin } from './digits.ts'
import { asksOfYears } from './other-years.ts'
import type { Owner } from './replies.ts'
import type { Services } from './services.ts'
import { shareAddress } from './share.ts'

/** What can be done with an answer, found out before its buttons are shown: none leads nowhere. */
export interface AnswerOptions {
  /** What the buttons refer to the question by; null when it was not understood. */
  readonly reference: string | null
  /** Whether the other years are those of the whole question, rather than of its first figure. */
  readonly ofYears: boolean
  readonly chart: boolean
  readonly target: boolean
  readonly compare: boolean
  readonly watch: boolean
  readonly share: string | null
}

export const NO_OPTIONS: AnswerOptions = {
  reference: null,
  ofYears: false,
  chart: false,
  target: false,
  compare: false,
  watch: false,
  share: null,
}

/** `username` is the bot's own, for links; null leaves them out. The digits of the chat are looked up when left out. */
export async function optionsOf(
  owner: Owner,
  services: Services,
  answer: Answer,
  username: string | null,
  digits?: ChatSettings['digits'],
): Promise<AnswerOptions> {
  const { understood: question, status } = answer
  if (question === null || status !== 'answered') return NO_OPTIONS
  const { db } = services.store
  const indicatorId = question.indicator?.value
  const [placeId, ...more] = question.places?.value ?? []
  const together = question.second !== undefined || question.also !== undefined
  const one = indicatorId !== undefined && placeId !== undefined && more.length === 0 && !together
  const known = one ? await periodsOf(db, indicatorId, placeId) : []
  const levels = known.filter(({ measure }) => measure === 'level')
  const hasPlaces = one && (await isHeldElsewhere(db, indicatorId, placeId))
  const shown = digits ?? (await settingsOf(db, owner.chatId)).digits
  return {
    reference: questionReference(owner, services, question),
    ofYears: asksOfYears(question),
    chart: chartOf(answer) !== null || hasStretch(levels),
    target: levels.some(({ kind }) => kind === 'target') && !isAboutTarget(question, answer),
    compare: hasPlaces,
    watch: true,
    share:
      username === null
        ? null
        : shareAddress(answer, username, shown === 'latin' ? inLatin : (text) => text),
  }
}

/** At least two years: enough for a line. */
function hasStretch(known: readonly { period: string; kind: string }[]): boolean {
  const years = known.filter(({ period }) => /^\d{4}$/.test(period))
  return new Set(years.filter(({ kind }) => kind === 'actual').map(({ period }) => period)).size > 1
}

function isAboutTarget({ kind, aspect }: Question, { figures }: Answer): boolean {
  if (
    kind?.value === 'target' ||
    ['achieved', 'gap', 'unmet', 'target_and_actual'].includes(aspect)
  )
    return true
  return figures.every((figure) => figure.kind === 'target')
}
