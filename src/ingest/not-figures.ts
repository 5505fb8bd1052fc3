import { key } from '../persian/normalise.ts'
import { numberWord } from '../persian/number-words.ts'
import type { FoundUnit, NumberInPlace } from './figures.ts'
import { LABEL_NOUNS, TALK_NOUNS, TIME_UNITS } from './words/nouns.ts'

const LABEL = new Set(LABEL_NOUNS.map(key))
const TALK = new Set(TALK_NOUNS.map(key))
const TIME = new Set(TIME_UNITS)

interface Rule {
  readonly name: string
  applies(place: NumberInPlace, unit: FoundUnit): boolean
}

/** Numbers that state nothing; the first rule that applies names the reason. */
const RULES: readonly Rule[] = [
  { name: 'part-of-a-period', applies: isInPeriod },
  { name: 'ordinal', applies: isPlainOrdinal },
  {
    name: 'time',
    applies: ({ mention }, unit) => isTime(unit.unit, mention.value?.toNumber() ?? 0),
  },
  { name: 'label', applies: isLabel },
  { name: 'article', applies: isArticle },
  { name: 'talk', applies: isTalk },
  { name: 'few-of-anything', applies: isFew },
  { name: 'quoted-name', applies: isInName },
  { name: 'rate-base', applies: ({ keys, from }) => /^(هر|ازای)$/.test(keys[from - 1] ?? '') },
  { name: 'code', applies: ({ mention }) => /^0\d|^\d{9,}$/.test(key(mention.text)) },
]

/** Why a number is no figure, or null when it is one. */
export function notAFigure(place: NumberInPlace, unit: FoundUnit): string | null {
  return RULES.find((rule) => rule.applies(place, unit))?.name ?? null
}

function isInPeriod({ mention, periods }: NumberInPlace, unit: FoundUnit): boolean {
  if (unit.unit === 'رتبه') return false
  return periods.some((period) => mention.start < period.end && period.start < mention.end)
}

/** «دومین جلسه»; but «این چهارمین واحد تولیدی است» counts four. */
function isPlainOrdinal({ mention, keys, from }: NumberInPlace, unit: FoundUnit): boolean {
  return mention.ordinal && unit.unit !== 'رتبه' && keys[from - 1] !== 'این'
}

/** Hours of training or of work are counted by the thousand. */
function isTime(unit: string, value: number): boolean {
  return TIME.has(unit) && !(unit === 'ساعت' && value >= 1000)
}

function isLabel({ mention, keys, from }: NumberInPlace, unit: FoundUnit): boolean {
  if (unit.unit === 'رتبه' || mention.qualifier !== 'exact') return false
  const before = keys[from - 1] ?? ''
  if (!LABEL.has(before)) return false
  // «… در منطقه ۳ هزار تن …»: a measure after it speaks for a figure.
  const small = mention.value?.lt(200) === true
  return small && !MEASURES.has(mention.unit?.unit ?? '')
}

const MEASURES = new Set([
  'درصد',
  'تومان',
  'ریال',
  'دلار',
  'یورو',
  'تن',
  'هکتار',
  'نفر',
  'مگاوات',
  'کیلومتر',
])

/** «یک واحد»: no count, unless a measure or a scale follows. */
function isArticle({ mention }: NumberInPlace, unit: FoundUnit): boolean {
  if (mention.form !== 'words' || mention.qualifier !== 'exact' || mention.times) return false
  return (mention.value?.eq(1) ?? false) && unit.unit !== 'رتبه' && !MEASURES.has(unit.unit)
}

function isTalk({ mention, keys, to }: NumberInPlace, unit: FoundUnit): boolean {
  if (unit.unit === 'رتبه' || mention.times) return false
  if (!unit.loose && !TALK.has(key(unit.unit))) return false
  const small = mention.value === null || mention.value.lt(100)
  return small && (TALK.has(key(unit.unit)) || TALK.has(keys[to] ?? ''))
}

/** A handful of things that no table counts: «سه شهید», «۲ رسانه». */
function isFew({ mention }: NumberInPlace, unit: FoundUnit): boolean {
  if (!unit.loose || unit.unit === 'نفر' || mention.qualifier !== 'exact') return false
  const digits = mention.form === 'digits'
  return mention.value === null || mention.value.lt(digits ? 5 : 11)
}

/** A name in quotation marks: «یک روستا، یک محصول», «طرح ۲۵ آذر». */
function isInName({ mention, sentence }: NumberInPlace): boolean {
  const before = sentence.text.slice(0, mention.start)
  const opening = Math.max(before.lastIndexOf('«'), before.lastIndexOf('“'))
  if (opening === -1 || before.indexOf('»', opening) !== -1) return false
  const closing = sentence.text.slice(mention.end).search(/[»”]/)
  if (closing === -1) return false
  const inside = mention.end + closing - opening
  return inside < 40 && mention.value !== null && mention.value.lt(100) && !isAmount(mention.text)
}

function isAmount(text: string): boolean {
  return text
    .split(/[\s\u200c]+/)
    .some((word) => numberWord(word)?.kind === 'scale' || word === 'درصد')
}
