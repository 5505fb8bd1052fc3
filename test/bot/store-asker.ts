import type { Answer, Figure, Part } from '../../src/answers/answer.ts'
import type { Asker } from '../../src/answers/asker.ts'
import { plainText } from '../../src/answers/render.ts'
import { findObservations } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import type { Observation } from '../../src/facts/types.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { formatQuantity } from '../../src/persian/format.ts'
import { formatPeriod } from '../../src/persian/period-format.ts'
import { EMPTY_QUESTION, type Question } from '../../src/questions/question.ts'

/**
 * A stand-in for the answers layer, so that the bot's tests are about the bot: it looks for names
 * of indicators and places and for years literally, and truly reads the store.
 */
export function storeAsker(store: Store): Asker {
  async function answer(question: Question, text = ''): Promise<Answer> {
    const { indicators, places } = await loadVocabulary(store.db)
    const found = question.indicator
      ? await findObservations(store.db, {
          indicatorIds: [question.indicator.value],
          ...(question.places && { placeIds: question.places.value }),
          ...(question.kind && { kind: question.kind.value }),
          ...(question.periods?.value[0] && { period: question.periods.value[0] }),
        })
      : []
    const [first] = found
    const name = indicators.find(({ id }) => id === question.indicator?.value)?.name ?? ''
    const said = (one: Observation): string =>
      one.value === null
        ? (one.statement ?? '')
        : formatQuantity(one.value, one.quantity?.unit ?? '')
    const figureOf = (one: Observation): Figure => ({
      ...one,
      unit: one.quantity?.unit ?? '',
      statement: one.statement ?? '',
      indicator: name,
      place: places.find(({ id }) => id === one.placeId)?.name ?? '',
      derived: null,
      observationId: one.id,
    })
    const parts: Part[] = first
      ? [
          {
            type: 'text',
            text: `${name}، ${figureOf(first).place}، ${formatPeriod(first.period)}: `,
          },
          { type: 'figure', text: said(first), observationIds: [first.id], style: 'bold' },
        ]
      : [{ type: 'text', text: 'چنین رقمی در دست نیست.' }]
    return {
      question: text,
      status: first ? 'answered' : 'not_found',
      text: plainText(parts),
      parts,
      reading: null,
      figures: first ? [figureOf(first)] : [],
      nearby: [],
      choices: [],
      understood: first ? question : null,
      inPlay: first ? question : null,
    }
  }

  return {
    answer: (question) => answer(question),
    async ask(text, { previous }) {
      if (text === 'خراب') throw new Error('boom https://api.telegram.org/bot42:SECRET/getMe')
      const { indicators, places } = await loadVocabulary(store.db)
      const indicator = indicators.find(({ name }) => text.includes(name))
      const place = places.find(({ name }) => text.includes(name))
      const year = /1[34]\d\d/.exec(text)?.[0]
      if (text.startsWith('کدام')) {
        const choices = places
          .filter(({ kind }) => kind === 'province')
          .map(({ id, name }) => ({
            label: name,
            reading: {
              indicator: null,
              place: name,
              period: null,
              kind: null,
              aspect: 'value' as const,
              origins: {},
            },
            question: {
              ...EMPTY_QUESTION,
              indicator: { value: indicators[0]?.id ?? 0, origin: 'said' as const },
              places: { value: [id], origin: 'said' as const },
            },
          }))
        const parts: Part[] = [{ type: 'text', text: 'کدام استان؟' }]
        const nothing = { reading: null, figures: [], nearby: [], understood: null, inPlay: null }
        return {
          question: text,
          status: 'choices',
          text: 'کدام استان؟',
          parts,
          choices,
          ...nothing,
        }
      }
      return await answer(
        {
          ...EMPTY_QUESTION,
          indicator: indicator
            ? { value: indicator.id, origin: 'said' }
            : (previous?.indicator ?? null),
          places: place ? { value: [place.id], origin: 'said' } : (previous?.places ?? null),
          periods: year ? { value: [year], origin: 'said' } : null,
          kind: text.includes('هدف') ? { value: 'target', origin: 'said' } : null,
        },
        text,
      )
    },
  }
}
