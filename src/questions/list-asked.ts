import listData from '../../data/lexicon/lists.json' with { type: 'json' }
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import type { Candidate } from './candidate.ts'
import type { Grammar } from './grammar.ts'
import type { Lexicon } from './lexicon.ts'
import { wordKeys } from './name-words.ts'
import type { Word } from './sense.ts'
import { STATEMENT_UNIT } from './special-units.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(key))
const ALL = setOf(listData.all)
const WHICH = setOf(listData.which)
const LISTS = setOf(listData.lists)
const WHAT = setOf(listData.what)
const HELD = setOf(listData.held)
const ABOUT = setOf(listData.about)
const BESIDE = setOf(listData.beside)
const SECTORS = listData.sectors.map(({ said, names }) => ({
  said: setOf(said),
  names: setOf(names),
}))
/** «آمار», «رقم‌های», «داده‌هایی», «شاخص‌ها». */
const DATA =
  /^(امار|ارقام|رقم|اعداد|عدد|داده|اطلاعات|شاخص|دیتا|موارد|مقادیر)(ها|های|هایی|هایش|هاش|هاشون|ا|ای|ایی|ی|یی|ش|شو|شون|م)?$/

type Keys = readonly (string | null)[]

/**
 * Whether it is asked what is held («از دزفول چه آماری داری», «هرچی از یزد داری»): no word but those
 * that lists are asked for with, places and times. `plain` is the question without any indicator.
 */
export function allAsked(grammar: Grammar, plain: Candidate, isFollowUp: boolean): boolean {
  if (!isPlain(plain) || grammar.help.length > 0) return false
  const left = plain.unexplained.flatMap((typed) => typed.split(' '))
  if (!left.every((word) => isBeside(key(word)))) return false
  const parts = partsOf(grammar.keys)
  const isWeak = !isFollowUp && !plain.asksAmount && parts.some((part) => SEVERAL.test(part))
  return asksStrongly(parts) || (isWeak && plain.places.length > 0)
}

/**
 * The indicators of which all that is held is asked for («همه آمار پنبه», «رقم‌های صنعتی فارس»): every
 * word that is left is one of their names or of a sector; null where no list is asked for.
 */
export function subjectAsked(
  words: readonly Word[],
  grammar: Grammar,
  plain: Candidate,
  lexicon: Lexicon,
): readonly number[] | null {
  if (!isPlain(plain) || plain.asksAmount || grammar.each.length > 0) return null
  const parts = partsOf(grammar.keys)
  const isAsked =
    asksStrongly(parts) || (parts.some(isData) && parts.some((part) => ABOUT.has(part)))
  const isPlural = parts.some((part) => isData(part) && SEVERAL.test(part))
  if (!isAsked && !isPlural) return null
  const typed = plain.unexplained.flatMap((one) => one.split(' '))
  const said = typed.filter((one) => !isBeside(key(one)))
  if (said.length === 0 || said.length > MOST_WORDS) return null
  const sector = SECTORS.find((one) => said.every((word) => one.said.has(key(word))))
  if (!isAsked && sector === undefined) return null
  const ids = [
    ...new Set([
      ...(sector === undefined ? [] : ofSector(sector.names, lexicon)),
      ...ofWords(words, said, lexicon),
    ]),
  ]
  return ids.length === 0 ? null : ids
}

const MOST_WORDS = 3
/** «آمار», «رقم‌ها»: more than one. */
const SEVERAL = /^(امار|ارقام|اعداد|اطلاعات)|^(رقم|عدد|داده|شاخص|دیتا)(ها|های|هایی|ا|ای|ایی)$/

function isPlain({ conditions, invalidPeriods, kinds, places, aspects, step }: Candidate): boolean {
  const isList = [...aspects].every((aspect) => LISTED.has(aspect))
  const isOnePlace = places.every(({ candidates, risky }) => candidates.length === 1 && !risky)
  return (
    conditions.length + invalidPeriods.length + kinds.size === 0 &&
    step === null &&
    isList &&
    isOnePlace &&
    places.length < 2
  )
}

/** «کل آمار», «جدول آمار». */
const LISTED: ReadonlySet<string> = new Set(['list', 'total', 'trend'])

/** «همه آمارها», «چه شاخص‌هایی», «فهرست», «چی داری». */
function asksStrongly(parts: readonly string[]): boolean {
  const has = (set: ReadonlySet<string>, at: number) => set.has(parts[at] ?? '')
  return parts.some((part, at) => {
    if (LISTS.has(part)) return true
    const before = has(ALL, at - 1) || has(WHICH, at - 1)
    if (isData(part) || (part === THING && has(ALL, at - 1))) return before
    return WHAT.has(part) && parts.some((other, i) => i > at && HELD.has(other))
  })
}

const THING = 'چیز'

const isData = (part: string): boolean => DATA.test(part)

const isBeside = (word: string): boolean => BESIDE.has(word) || isData(word)

/** «رقم های» are heard as «رقم‌های». */
function partsOf(keys: Keys): string[] {
  const joined: string[] = []
  for (const part of keys) {
    if (part !== null && ENDINGS.has(part) && joined.length > 0) joined[joined.length - 1] += part
    else if (part !== null) joined.push(part)
  }
  return joined
}

const ENDINGS = new Set(['ها', 'های', 'هایی'])

function ofSector(names: ReadonlySet<string>, { vocabulary }: Lexicon): number[] {
  return vocabulary.indicators
    .filter(
      ({ name, unit }) => unit !== STATEMENT_UNIT && namesOf(name).some((one) => names.has(one)),
    )
    .map(({ id }) => id)
}

const namesOf = (name: string): string[] => wordKeys(name).flatMap((one) => [one, ...stemsOf(one)])

/** The indicators whose name has every word of the subject. */
function ofWords(words: readonly Word[], said: readonly string[], lexicon: Lexicon): number[] {
  const runs = words
    .filter(({ typed }) => typed.split(' ').some((part) => said.includes(part)))
    .map(({ senses: [best] }) =>
      best === undefined || best.corrected || best.risky
        ? []
        : best.form.concepts.map(({ run }) => run),
    )
  if (runs.length === 0 || runs.some((one) => one.length === 0)) return []
  return lexicon.vocabulary.indicators
    .filter(({ id }) => {
      const own = lexicon.indicatorConcepts.get(id) ?? new Set<number>()
      return runs.every((ways) => ways.some((run) => run.every((concept) => own.has(concept))))
    })
    .map(({ id }) => id)
}
