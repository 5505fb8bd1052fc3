import statementData from '../../data/lexicon/statements.json' with { type: 'json' }
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { keySet } from './word-sequences.ts'

/** What a text may tell of a figure: a topic of the lexicon, or the noun that was asked for. */
export type Topic = string

export interface TextAsked {
  readonly topics: readonly Topic[]
  /** The words that ask for the text, as typed. */
  readonly words: readonly string[]
  /** The question without them. */
  readonly rest: readonly Token[]
}

const WHY = keySet(statementData.why)
const WHERE = keySet(statementData.where)
const WHICH = keySet(statementData.which)
const WHAT = keySet(statementData.what)
const ARE = keySet(statementData.are)
const KIND_OF = keySet(statementData.kind)
const MAIN = keySet(statementData.main)
const BESIDE = keySet([...statementData.beside, ...statementData.main])
const NOUNS = keySet(statementData.nouns)
const BECOMING = keySet(statementData.becoming)
const AMOUNTS = keySet(statementData.amounts)
const FIGURES = keySet(statementData.figures)
const TOPICS = new Map(
  Object.entries(statementData.topics).map(([id, words]) => [id, keySet(words)]),
)
export const CAUSE = 'cause'
const DESTINATION = 'destination'
export const GOODS = 'goods'
/** What is named only beside «چه» or «کدام»: elsewhere it is a word of some indicator. */
const LISTED = /هایی$/
const ENDINGS = new Set(['هایی', 'ها', 'های'])

/**
 * Whether a question asks for a text and no amount: why («چرا», «علتش چیه»), where to («مقصدش
 * کجاست»), or which things («در چه صنایعی», «چه کالاهایی»). Null when it asks for a figure.
 */
export function textAsked(tokens: readonly Token[]): TextAsked | null {
  const keys = tokens.map(({ kind, text }) => (kind === 'punctuation' ? '' : key(text)))
  const asking = new Set<number>()
  const topics = new Set<Topic>()
  const isWhat = keys.some((word) => WHAT.has(word))
  const isShort = keys.filter(Boolean).length <= SHORT
  for (const [at, word] of keys.entries()) {
    if (WHY.has(word)) {
      topics.add(CAUSE)
      asking.add(at)
    }
    const own = topicOf(word)
    if (own === CAUSE && (isWhat || isShort || keys.some((one) => WHICH.has(one)))) {
      topics.add(CAUSE)
      asking.add(at)
    }
    if (WHERE.has(word)) {
      const noun = keys.findIndex((one) => topicOf(one) === DESTINATION && !isCountry(one))
      if (noun === -1 && keys[at - 1] !== 'به') continue
      topics.add(DESTINATION)
      for (const one of [at, noun]) asking.add(one)
    }
    if (WHICH.has(word)) {
      const noun = KIND_OF.has(keys[at + 1] ?? '') ? at + 2 : at + 1
      const ending = ENDINGS.has(keys[noun + 1] ?? '') ? keys[noun + 1] : ''
      const topic = listedAt(`${keys[noun]}${ending}`)
      if (topic === null) continue
      topics.add(topic)
      const to = ending === '' ? noun : noun + 1
      for (let one = at; one <= to; one++) asking.add(one)
    }
    // «صنایع راکد یزد کدامند»: what the industries are of, the noun is needed to tell.
    if (own === 'industry' && keys.some((one) => ARE.has(one))) topics.add(own)
    if (own === DESTINATION && isWhat && !isCountry(word)) {
      topics.add(DESTINATION)
      asking.add(at)
    }
  }
  // «عمده صادرات … چیست».
  if (topics.size === 0 && isWhat && keys.some((word) => word === 'عمده')) topics.add(GOODS)
  const isAmount = keys.some((word) => AMOUNTS.has(word))
  if (topics.size === 0 || (isAmount && !topics.has(CAUSE))) return null
  const isCause = topics.has(CAUSE)
  const isBeside = (word: string) =>
    WHAT.has(word) || MAIN.has(word) || (isCause && BECOMING.has(word))
  return {
    topics: [...topics],
    words: tokens.filter((_, at) => asking.has(at)).map(({ text }) => text),
    rest: tokens.filter((_, at) => !asking.has(at) && !isBeside(keys[at] ?? '')),
  }
}

const SHORT = 3

/** Whether a word only asks for a text that is named («نام ببرید», «مهم‌ترین», «چه چیزی»). */
export function asksForText(typed: string): boolean {
  return typed.split(' ').every((part) => BESIDE.has(key(part)))
}

/** Whether a word of a name only tells that it is one of a text («دلایل», «اقدامات»). */
export function framesText(word: string): boolean {
  const own = key(word)
  return topicOf(own) === CAUSE || NOUNS.has(own) || BESIDE.has(own)
}

/** Whether the words ask what something is or is made of, and not how much. */
export function asksWhat(keys: readonly (string | null)[]): boolean {
  const says = (among: ReadonlySet<string>) => keys.some((word) => among.has(word ?? ''))
  return (says(WHAT) || says(WHICH) || says(BESIDE) || says(WHY)) && !says(AMOUNTS)
}

/** Whether a statement tells of what was asked for. */
export function tellsOf(statement: string, topics: readonly Topic[]): boolean {
  const words = tokenise(statement).map(({ text }) => key(text))
  const told = new Set(words.map(topicOf).filter((topic) => topic !== null))
  const names = (noun: string) => words.some((word) => [word, ...stemsOf(word)].includes(noun))
  return topics.every((topic) => {
    if (told.has(topic)) return true
    if (!TOPICS.has(topic)) return told.size === 0 && names(topic)
    // «عمده صادرات مس و چرم است» names the goods themselves, and nothing else.
    return topic === GOODS && told.size === 0 && words.some((word) => MAIN.has(word))
  })
}

/** The topic of a noun that «چه» or «کدام» asks for; null of what figures answer. */
function listedAt(word: string): Topic | null {
  const forms = [word, ...stemsOf(word)]
  if (forms.some((form) => FIGURES.has(form))) return null
  const topic = topicOf(word)
  if (topic !== null) return topic
  return LISTED.test(word) ? word.replace(LISTED, '') : null
}

/** The topic that a key names («صنایع», «مقصد»); null of any other word. */
export function topicOf(word: string): Topic | null {
  if (word === '') return null
  const forms = [word, ...stemsOf(word)]
  for (const [topic, words] of TOPICS) if (forms.some((form) => words.has(form))) return topic
  return null
}

/** Whether a key is one of the words that ask for a topic, or for anything at all. */
export function isAskedFor(word: string, topic: typeof CAUSE | 'any'): boolean {
  if (WHY.has(word)) return true
  if (topic === CAUSE) return false
  return [WHERE, WHICH, WHAT, ARE, KIND_OF, MAIN, BECOMING].some((words) => words.has(word))
}

/** «کدام کشورها» asks where to; «کل کشور» is a place. */
function isCountry(word: string): boolean {
  return [word, ...stemsOf(word)].includes('کشور')
}
