import { key } from '../persian/normalise.ts'
import type { Grammar } from './grammar.ts'
import type { Role } from './lexicon.ts'
import { isFunctionWord } from './name-words.ts'
import type { Aspect } from './question.ts'
import type { Sense, Word } from './sense.ts'
import { isClosingVerb, maySayNothing, trapMargin } from './silent-slips.ts'
import { EXCLUSIONS, LIGHT_VERBS } from './words.ts'

/** Which words of a question need no explanation, whatever it asks about. */
export function silentWords(words: readonly Word[], grammar: Grammar): boolean[] {
  return words.map((word, at) => carriesNothing(word, at, words, grammar))
}

/** Words of grammar, politeness and punctuation, and numbers that are only repeated. */
function carriesNothing(word: Word, at: number, words: readonly Word[], grammar: Grammar): boolean {
  if (word.token.kind === 'punctuation') return true
  if (grammar.courtesies.some(({ from, to }) => from <= at && at < to)) return true
  if (word.token.kind === 'number')
    return isRepeatedNumber(at, words) || grammar.aspects.some((found) => found.value === 'source')
  if (isAnswered(grammar.keys[at] ?? '', grammar.keys[at + 1] ?? '', grammar)) return true
  if (isSent(at, grammar)) return false
  if (isRatio(at, grammar)) return false
  if (isOfPermits(grammar) && isAllGrammar(word)) return true
  if (isPassive(word)) return true
  if (isAddress(at, words, grammar) || isWanted(at, grammar)) return true
  const best = word.senses[0]
  // «گرد و غبار», heard as one word, is more than its «و».
  const goesOn = !word.typed.includes(' ') || isAllGrammar(word)
  if (goesOn && grammar.followUps.some((found) => found.from <= at && at < found.to))
    return !best?.corrected || isSurelySilent(best, at, words)
  if (best === undefined || best.risky) return false
  const silent = word.senses.filter(
    ({ form, cost, risky, corrected }) =>
      form.roles.has('function') && !risky && cost <= best.cost + (corrected ? SLIP_MARGIN : 0.1),
  )
  return silent.some((sense) => !sense.corrected || isSurelySilent(sense, at, words))
}

const SLIP_MARGIN = 0.4

/** Permits are issued, and not exported. */
function isOfPermits({ keys }: Grammar): boolean {
  return keys.some((word) => PERMITS.test(word ?? ''))
}

const PERMITS = /^(پروانه|جواز|مجوز|گواهی|کارت|حکم|سند|اسناد|شناسنامه|گذرنامه)/

/** «صادر کرده», where it is no export: all that was joined says nothing by itself. */
function isAllGrammar({ typed }: Word): boolean {
  return typed.split(' ').every((part) => isFunctionWord(key(part)) || ISSUED.has(key(part)))
}

/** «داده شد», «گرفته شده»: what says nothing in two words says nothing joined. */
function isPassive({ typed, senses }: Word): boolean {
  const parts = typed.split(' ')
  if (parts.length !== 2 || senses[0]?.corrected) return false
  return parts.every((part) => LIGHT.has(key(part)))
}

const LIGHT = new Set(LIGHT_VERBS.map(key))

/** What is done with permits. */
const ISSUED = new Set(['صادر', 'صدور', 'صادره'])

/** «آقا، تولید گندم …» speaks to somebody; elsewhere it counts men. */
function isAddress(at: number, words: readonly Word[], { keys }: Grammar): boolean {
  return at === 0 && ADDRESSES.has(keys[at] ?? '') && words.length > 1
}

const ADDRESSES = new Set(['اقا', 'اقای', 'خانم'])

/**
 * «آمار … مورد نیاز است» wants to know; «لازم است میزان … مشخص شود» too; «چند
 * معلم لازم است» asks for what is lacking.
 */
function isWanted(at: number, { keys }: Grammar): boolean {
  if (!NEEDS.has(keys[at] ?? '')) return false
  if (at === 0 && keys[1] === 'است' && AMOUNT.test(keys[2] ?? '')) return true
  return keys.some((word) => DATA.test(word ?? ''))
}

const NEEDS = new Set('مورد نیاز لازم لازمه موردنیاز'.split(' '))
const AMOUNT = /^(میزان|تعداد|مقدار|مبلغ|امار|ارقام|رقم)/
const DATA = /^(امار|ارقام|رقم|اطلاعات|داده|گزارش|عدد)/

/**
 * A slip that is put right to a word of grammar is no longer asked about: it must be near, and no
 * word that asks for something («برنامه», «زیاد») may be nearly as near.
 */
function isSurelySilent(silent: Sense, at: number, words: readonly Word[]): boolean {
  const word = words[at] as Word
  if (word.token.kind === 'latin') {
    // «bedon» is «بدون» as well as «بدن».
    const excludes = ({ form, cost }: Sense) =>
      EXCLUDING.has(form.key) && cost <= silent.cost + FINGLISH_MARGIN
    return silent.cost <= SILENT_FINGLISH && !word.senses.some(excludes)
  }
  const beforeName = words[at + 1]?.senses.some(({ form }) => form.concepts.length > 0) ?? false
  const standing = { closing: isClosing(at, words), joined: word.token.joined, beforeName }
  if (!maySayNothing(silent.form, silent.cost, word.typed, standing)) return false
  return !word.senses.some(({ form, cost }) => {
    if (form.roles.has('function')) return false
    // «چزا» is rather «چرا» than «چیا».
    if (form.roles.has('trap')) {
      const margin = trapMargin(silent.form, silent.cost, word.typed)
      return cost <= silent.cost + margin + ROUNDING
    }
    const asks = ASKING_ROLES.some((role) => form.roles.has(role)) || form.placeIds.length > 0
    return asks ? cost <= silent.cost + SILENT_MARGIN + ROUNDING : cost < silent.cost
  })
}

const ROUNDING = 1e-9

/** Nothing but verbs and punctuation follows. */
function isClosing(at: number, words: readonly Word[]): boolean {
  return words
    .slice(at + 1)
    .every(
      ({ token, senses }) =>
        token.kind === 'punctuation' || isClosingVerb(senses[0]?.form.key ?? key(token.text)),
    )
}

/** «ارسال کنید» is a request, and «ارسال» without its verb rather «پارسال». */
function isSent(at: number, { keys }: Grammar): boolean {
  return keys[at] === 'ارسال' && !/^(کن|نما|فرما|بفرما|شود|بشه|گرد)/.test(keys[at + 1] ?? '')
}

/** «نسبت لرستان به همدان» asks for a quotient; «نسبت به ۱۴۰۲» only for a comparison. */
function isRatio(at: number, { keys }: Grammar): boolean {
  if (keys[at]?.startsWith('نسبتش')) return true
  return keys[at] === 'نسبت' && keys[at + 1] !== 'به' && keys[at - 1] !== 'به'
}

const ASKING_ROLES: readonly Role[] = ['aspect', 'time', 'unit']
const SILENT_FINGLISH = 0.4
const FINGLISH_MARGIN = 0.15
const EXCLUDING = new Set(EXCLUSIONS.map(key))
const SILENT_MARGIN = 0.3

/** «روند … چگونه بوده» asks for the trend, «بیشترین … کجاست» for the place. */
function isAnswered(word: string, next: string, { aspects }: Grammar): boolean {
  const asks = (...wanted: Aspect[]) => aspects.some((found) => wanted.includes(found.value))
  if (WHO.has(word) && asks('most', 'least')) return !IS.has(next)
  if (WHO_IS.has(word)) return asks('most', 'least', 'source')
  return (
    (HOW.has(word) && asks('trend', 'compare', 'change')) ||
    (WHERE.has(word) && asks('most', 'least', 'source'))
  )
}

/** «کمترین رو کی داشت» asks who; «بیشترین تولید کی بود» may ask when. */
const WHO = new Set(['کی', 'کیا'])
const WHO_IS = new Set(['کیه', 'کیست', 'کیان', 'کیا'])
const IS = new Set('بود بوده است هست'.split(' '))
const HOW = new Set(['چگونه', 'چجوری'])
const WHERE = new Set(['کجا', 'کجاست', 'کجاس', 'کجاها'])

/** «هدف ۳۵ تاست یا ۳۷ تا؟»: a number that the asker offers, not a condition. */
function isRepeatedNumber(at: number, words: readonly Word[]): boolean {
  return /^تا/.test(words[at + 1]?.typed ?? '')
}
