import { parsePeriod } from '../persian/period-notation.ts'
import type { Aspect, Question } from '../questions/question.ts'
import { idOf } from './callback-data.ts'

/** Never renumbered: a code lives in the buttons and links that people keep. Add at the end. */
export const ASPECTS = [
  'value',
  'achieved',
  'gap',
  'target_and_actual',
  'change',
  'share',
  'rank',
  'compare',
  'most',
  'least',
  'total',
  'average',
  'trend',
  'list',
  'source',
  'definition',
  'quotient',
  'sum',
  'statement',
  'unmet',
] as const satisfies readonly Aspect[]
const KINDS = { a: 'actual', t: 'target', f: 'forecast' } as const
const TENSES = { p: 'past', f: 'future' } as const
const UNITS = { p: 'درصد', r: 'ریال', t: 'تومان', b: 'برابر' } as const

/** Between fields; between the members of one; what stands for a slash and an open start. */
const FIELD = '_'
const MEMBER = 'x'
const SLASH = 'i'
const OPEN_START = 'o'
/** Marks a period that nobody said. */
const ASSUMED = 'l'
/** Marks that the change is ranked, not the value. */
const OF_CHANGE = 'c'
/** Marks that years of one place are ranked, not places. */
const OVER_YEARS = 'y'
/** Marks that of a trend the sum is asked for as well. */
const WITH_SUM = 's'
/** Marks that a year is meant to its end. */
const TO_YEAR_END = 'e'
/** Marks that a change is told in what is counted. */
const BY_AMOUNT = 'n'

/** Between a question and those that were asked along with it. */
const BESIDE = '--'

/**
 * An understood question in letters that a button and a link may carry (Latin letters, digits, `_`
 * and `-`). Null when it takes more than `bytes`, or asks for a text or for a
 * unit that has no letter.
 */
export function encodeQuestion(question: Question, bytes: number): string | null {
  const codes = [...(question.also ?? []), question].map(encodeOne)
  const code = codes.join(BESIDE)
  return codes.includes(null) || code.length > bytes ? null : code
}

function encodeOne(question: Question): string | null {
  const { aspect, indicator, places, periods, kind, tense, unit, convert, count, base } = question
  const { ofChange, overYears, withSum, toYearEnd, byAmount, second } = question
  const unitCode = unit === null ? '' : letterOf(UNITS, unit)
  if (unitCode === null || question.about !== undefined || question.among !== undefined) return null
  const fields = [
    ASPECTS.indexOf(aspect).toString(36),
    indicator?.value ?? '',
    (places?.value ?? []).join(MEMBER),
    (periods?.value ?? []).map(encodePeriod).join(MEMBER),
    kind === null ? '' : letterOf(KINDS, kind.value),
    tense === null ? '' : letterOf(TENSES, tense),
    convert ? unitCode.toUpperCase() : unitCode,
    count ?? '',
    base === null ? '' : encodePeriod(base),
    [
      periods?.origin === 'assumed' ? ASSUMED : '',
      ofChange ? OF_CHANGE : '',
      overYears ? OVER_YEARS : '',
      withSum ? WITH_SUM : '',
      toYearEnd ? TO_YEAR_END : '',
      byAmount ? BY_AMOUNT : '',
    ].join(''),
    second === undefined ? '' : [second.indicator, second.per].join(MEMBER),
  ]
  while (fields.at(-1) === '') fields.pop()
  return fields.join(FIELD)
}

/** The question of a code, all but an assumed period as if said; null when it is no code of this program. */
export function decodeQuestion(code: string): Question | null {
  const questions = code.split(BESIDE).map(decodeOne)
  const last = questions.at(-1)
  const also = questions.slice(0, -1).filter((one) => one !== null)
  if (!last || also.length < questions.length - 1) return null
  return also.length === 0 ? last : { ...last, also }
}

function decodeOne(code: string): Question | null {
  const [aspectCode = '', indicator, places, periods, kind, tense, unit, count, base, marks, pair] =
    code.split(FIELD)
  const aspect = /^[0-9a-z]$/.test(aspectCode)
    ? ASPECTS[Number.parseInt(aspectCode, 36)]
    : undefined
  const indicatorId = idOf(indicator)
  const placeIds = membersOf(places).map(idOf)
  const notations = membersOf(periods).map(decodePeriod)
  const basePeriod = base ? decodePeriod(base) : null
  if (aspect === undefined || [...placeIds, ...notations].includes(null)) return null
  if ((indicator && indicatorId === null) || (base && basePeriod === null)) return null
  const [secondId = null, per = null] = membersOf(pair).map(idOf)
  const said = <T>(value: T) => ({ value, origin: 'said' as const })
  const kindOf = known(KINDS, kind)
  return {
    aspect,
    indicator: indicatorId === null ? null : said(indicatorId),
    places: placeIds.length === 0 ? null : said(placeIds.filter((id) => id !== null)),
    periods:
      notations.length === 0
        ? null
        : {
            value: notations.filter((one) => one !== null),
            origin: marks?.includes(ASSUMED) ? 'assumed' : 'said',
          },
    kind: kindOf === undefined ? null : said(kindOf),
    tense: known(TENSES, tense) ?? null,
    unit: known(UNITS, unit?.toLowerCase()) ?? null,
    convert: /^[A-Z]$/.test(unit ?? ''),
    count: idOf(count),
    base: basePeriod,
    ...(marks?.includes(OF_CHANGE) && { ofChange: true }),
    ...(marks?.includes(OVER_YEARS) && { overYears: true }),
    ...(marks?.includes(WITH_SUM) && { withSum: true }),
    ...(marks?.includes(TO_YEAR_END) && { toYearEnd: true }),
    ...(marks?.includes(BY_AMOUNT) && { byAmount: true }),
    ...(secondId !== null && per !== null && { second: { indicator: secondId, per } }),
  }
}

/** What a letter stands for. A forged code may name what every object has («constructor»). */
const known = <Word>(letters: Readonly<Record<string, Word>>, letter = ''): Word | undefined =>
  Object.hasOwn(letters, letter) ? letters[letter] : undefined

function letterOf<Letter extends string>(
  letters: Readonly<Record<Letter, string>>,
  word: string,
): string | null {
  const found = Object.entries(letters).find(([, known]) => known === word)
  return found?.[0] ?? null
}

const encodePeriod = (period: string): string =>
  period.replace(/^\.\.\//, OPEN_START).replaceAll('/', SLASH)

function decodePeriod(code: string): string | null {
  const period = code.replace(/^o/, '../').replaceAll(SLASH, '/')
  return parsePeriod(period) === null ? null : period
}

const membersOf = (field: string | undefined): string[] => (field ? field.split(MEMBER) : [])
