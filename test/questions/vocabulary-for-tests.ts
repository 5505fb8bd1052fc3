import type { Alias, Indicator, Place, Vocabulary } from '../../src/facts/types.ts'
import { tokenise } from '../../src/persian/tokens.ts'
import { interpret } from '../../src/questions/interpret.ts'
import type { InterpretContext } from '../../src/questions/interpret-context.ts'
import type { KnownWords } from '../../src/questions/known-words.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { compileLexicon } from '../../src/questions/lexicon.ts'
import type { Interpretation, Question, Reading } from '../../src/questions/question.ts'
import { recognise } from '../../src/questions/recognise.ts'
import type { Word } from '../../src/questions/sense.ts'

/**
 * A vocabulary small enough to be known by heart. Every indicator has a sister that shares words
 * with it and means something else.
 */
const INDICATORS: readonly (readonly [name: string, unit: string, ...aliases: string[]])[] = [
  ['احیای واحدهای راکد صنعتی', 'واحد', 'احیای واحدهای راکد', 'بازگشت کارخانه‌های راکد به تولید'],
  ['احیای معادن راکد', 'معدن'],
  ['اشتغال واحدهای احیاشده', 'نفر'],
  ['تولید گندم', 'تن'],
  ['تولید جو', 'تن'],
  ['خرید تضمینی گندم', 'تن'],
  ['سطح زیر کشت گندم', 'هکتار'],
  ['تولید شیر خام', 'تن'],
  ['صادرات غیرنفتی', 'دلار'],
  ['واردات کالا', 'دلار'],
  ['تسهیلات پرداختی بانک‌ها', 'تومان', 'وام پرداختی بانک‌ها'],
  ['تسهیلات مصوب', 'تومان'],
  ['نرخ بیکاری', 'درصد'],
  ['جواز تأسیس صنعتی', 'فقره'],
  ['پروانه بهره‌برداری صنعتی', 'فقره'],
  ['ظرفیت نیروگاه خورشیدی', 'مگاوات'],
  ['تولید برق خورشیدی', 'مگاوات‌ساعت'],
  ['موانع تولید', 'گزاره'],
]

const NOT_ADDITIVE = new Set(['نرخ بیکاری', 'موانع تولید'])

type PlaceRow = readonly [Place['kind'], name: string, parent: string | null, ...aliases: string[]]
const PLACES: readonly PlaceRow[] = [
  ['country', 'ایران', null, 'کشور', 'کل کشور'],
  ['province', 'قم', 'ایران', 'استان قم'],
  ['province', 'یزد', 'ایران'],
  ['province', 'کرمان', 'ایران'],
  ['province', 'کرمانشاه', 'ایران'],
  ['province', 'اصفهان', 'ایران'],
  ['province', 'خراسان رضوی', 'ایران', 'خراسان'],
  ['province', 'خراسان شمالی', 'ایران', 'خراسان'],
  ['province', 'خراسان جنوبی', 'ایران', 'خراسان'],
  ['county', 'قم', 'قم'],
  ['county', 'کاشان', 'اصفهان'],
]

function vocabulary(): Vocabulary {
  const indicators: Indicator[] = []
  const places: Place[] = []
  const aliases: Alias[] = []
  const addAliases = (target: Alias['target'], targetId: number, texts: readonly string[]) => {
    for (const text of texts) aliases.push({ id: aliases.length + 1, target, targetId, text })
  }
  for (const [name, unit, ...texts] of INDICATORS) {
    const id = indicators.length + 1
    indicators.push({ id, name, unit, additive: !NOT_ADDITIVE.has(name), definition: null })
    addAliases('indicator', id, texts)
  }
  for (const [kind, name, parent, ...texts] of PLACES) {
    const id = places.length + 1
    const parentId = places.find((one) => one.name === parent)?.id ?? null
    places.push({ id, name, kind, isoCode: null, parentId })
    addAliases('place', id, texts)
  }
  return { version: 1, places, indicators, aliases }
}

export const VOCABULARY = vocabulary()
export const LEXICON = compileLexicon(VOCABULARY)

/** A dictionary that knows nothing: every unknown word may be a slip. */
export const NO_WORDS: KnownWords = { has: () => false }

/** «پارسال» is 1399. */
export const TODAY = '2021-05-01'

export const indicatorNamed = (name: string): number =>
  VOCABULARY.indicators.find((one) => one.name === name)?.id ?? 0

export const placeNamed = (name: string, kind: Place['kind'] = 'province'): number =>
  VOCABULARY.places.find((one) => one.name === name && one.kind === kind)?.id ?? 0

/** The question as words, after spaces and slips were put right. */
export const wordsOf = (text: string, known: KnownWords = persianDictionary): Word[] =>
  recognise(tokenise(text), LEXICON, known)

/** Interpretations of a message, one a question. */
export function understandAll(
  text: string,
  context: Partial<InterpretContext> = {},
): Interpretation[] {
  return interpret(text, LEXICON, {
    today: TODAY,
    previous: null,
    knownWords: persianDictionary,
    ...context,
  })
}

/** The interpretation of a message that asks once. */
export function understand(text: string, context: Partial<InterpretContext> = {}): Interpretation {
  const [first, ...others] = understandAll(text, context)
  if (first === undefined || others.length > 0) throw new Error(`«${text}» does not ask once`)
  return first
}

/** The question that a message is understood as; throws when it is not. */
export function questionOf(text: string, context: Partial<InterpretContext> = {}): Question {
  const one = understand(text, context)
  if (one.status !== 'understood') throw new Error(`«${text}» is ${one.status}`)
  return one.reading.question
}

const nameOfIndicator = (id: number) => VOCABULARY.indicators.find((one) => one.id === id)?.name

const nameOfPlace = (id: number) => {
  const place = VOCABULARY.places.find((one) => one.id === id)
  return place?.kind === 'county' ? `شهرستان ${place.name}` : place?.name
}

/** A question in words: only what was said, or kept from the question before. */
export function said({ indicator, places, periods, kind, aspect, ...rest }: Question) {
  return {
    ...(aspect === 'value' ? {} : { aspect }),
    ...(indicator ? { indicator: nameOfIndicator(indicator.value) } : {}),
    ...(places ? { place: places.value.map(nameOfPlace).join('، ') } : {}),
    ...(periods ? { period: periods.value.join('، ') } : {}),
    ...(kind ? { kind: kind.value } : {}),
    ...(rest.unit === null ? {} : { unit: rest.unit }),
    ...(rest.convert ? { convert: true } : {}),
    ...(rest.count === null ? {} : { count: rest.count }),
    ...(rest.base === null ? {} : { base: rest.base }),
  }
}

/** What became of a message, short enough for a table. */
export function outcomeOf(text: string, context: Partial<InterpretContext> = {}) {
  const one = understand(text, context)
  switch (one.status) {
    case 'understood':
      return said(one.reading.question)
    case 'choices':
      return { choices: one.readings.map(choiceName) }
    case 'unexplained':
      return { unexplained: one.words.join(' ') }
    default:
      return one.status
  }
}

/** An offered choice in words. */
export const choiceName = ({ question }: Reading): string =>
  [question.indicator?.value ?? 0]
    .map(nameOfIndicator)
    .concat((question.places?.value ?? []).map(nameOfPlace))
    .filter(Boolean)
    .join('، ')
