import type { Indicator, Measure, Vocabulary } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { unitDimension } from '../persian/units.ts'
import { exactSenses } from '../questions/exact-senses.ts'
import { compileLexicon, type Lexicon } from '../questions/lexicon.ts'
import { matchPhrases, type PhraseMatch } from '../questions/phrase-match.ts'
import type { Sense, Word } from '../questions/sense.ts'

const MOST_RECENT = 50
const MOST_WORDS = 5_000
/** Nothing less is near enough to be proposed as the same indicator. */
const LEAST_COVERAGE = 0.8
const MOST_COST = 0.6
/** What `matchPhrases` adds for an alias that leaves out a part of the name. */
const ELLIPSIS = 0.9
/** «تسهیلات مشاغل خانگی» is not «تسهیلات»: most of what is counted must be in the name. */
const LEAST_EXPLAINED = 0.5
/** A short alias («پرداخت تسهیلات») is said of many things that its indicator is not. */
const LEAST_OF_NAME = 0.4
/** A runner-up of another indicator this close makes it a choice for a person. */
const MARGIN = 0.12

/** Matches phrases of a report to the indicators of a vocabulary; compiled once per vocabulary. */
export class IndicatorMatcher {
  readonly #lexicon: Lexicon
  readonly #indicators: ReadonlyMap<number, Indicator>

  /** Figures of one clause share their context, and reports their words. */
  readonly #recent = new Map<string, Word[]>()
  readonly #senses = new Map<string, readonly Sense[]>()
  readonly #matched = new Map<string, string | null>()

  constructor(vocabulary: Vocabulary) {
    this.#lexicon = compileLexicon(vocabulary)
    this.#indicators = new Map(vocabulary.indicators.map((indicator) => [indicator.id, indicator]))
  }

  /**
   * The one indicator that a figure is of, its unit fitting; null when none or more than one fits.
   * `phrase` is what is counted, `context` the clause around it, which may say the rest of a name
   * but must not explain the phrase away.
   */
  match(phrase: string, context: string, unit: string, measure: Measure): string | null {
    if (this.#indicators.size === 0) return null
    const asked = [phrase, context, unit, measure].join('\n')
    const known = this.#matched.get(asked)
    if (known !== undefined) return known
    const name = this.#nameOf(phrase, context, unit, measure)
    if (this.#matched.size >= MOST_RECENT) this.#matched.clear()
    this.#matched.set(asked, name)
    return name
  }

  #nameOf(phrase: string, context: string, unit: string, measure: Measure): string | null {
    const counted = eachOnce(this.#words(phrase))
    const words = eachOnce([...this.#heard(phrase), ...this.#heard(context)])
    const all = matchPhrases(words, this.#lexicon)
    const scored = all
      .filter((match) => this.#isNear(match, unit, measure))
      .filter((match) => explained(match, counted) >= LEAST_EXPLAINED)
      .filter((match) => nameCoverage(match, all) >= LEAST_OF_NAME)
      .map((match) => ({ match, score: scoreOf(match) }))
      .sort((a, b) => b.score - a.score)
    const best = scored[0]
    if (best === undefined) return null
    const id = best.match.phrase.indicatorId
    const rival = scored.find(({ match }) => match.phrase.indicatorId !== id)
    if (rival !== undefined && best.score - rival.score < MARGIN) return null
    return this.#indicators.get(id)?.name ?? null
  }

  #isNear(match: PhraseMatch, unit: string, measure: Measure): boolean {
    // A short alias was doubted already; how much of the name was said is checked here.
    const most = match.elliptic ? MOST_COST + ELLIPSIS : MOST_COST
    if (match.coverage < LEAST_COVERAGE || match.cost > most) return false
    if (match.lacksEssential || !match.telling || match.riskyWeight > 0) return false
    const indicator = this.#indicators.get(match.phrase.indicatorId)
    if (indicator === undefined) return false
    return measure === 'rank' || measure === 'change' || isSameUnit(unit, indicator.unit)
  }

  #words(text: string): Word[] {
    return wordTokens(text).map((token) => this.#word(token.text, token))
  }

  /** The words of a text, and after them each two as one: «تفاهم نامه» is a word as well. */
  #heard(text: string): Word[] {
    const known = this.#recent.get(text)
    if (known !== undefined) return known
    const words = this.#words(text)
    const joined = words
      .slice(1)
      .map(({ typed, token }, at) => this.#word(`${words[at]?.typed}${typed}`, token))
      .filter((word) => word.senses.length > 0)
    const heard = [...words, ...joined]
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear()
    this.#recent.set(text, heard)
    return heard
  }

  #word(text: string, token: Token): Word {
    const word = key(text)
    let senses = this.#senses.get(word)
    if (senses === undefined) {
      senses = exactSenses(word, this.#lexicon)
      if (this.#senses.size >= MOST_WORDS) this.#senses.clear()
      this.#senses.set(word, senses)
    }
    return { typed: text, token: { ...token, text }, senses }
  }
}

/** A word that the context repeats is no further evidence; the counted words keep their places. */
function eachOnce(words: readonly Word[]): Word[] {
  const said = new Set<string>()
  return words.filter(({ typed }) => {
    const isNew = !said.has(key(typed))
    said.add(key(typed))
    return isNew
  })
}

function wordTokens(text: string): Token[] {
  return tokenise(text).filter((token) => token.kind === 'word')
}

/** How much of the indicator's own name was said, when an alias is what matched. */
function nameCoverage({ phrase, coverage }: PhraseMatch, all: readonly PhraseMatch[]): number {
  if (phrase.isName) return coverage
  const names = all.filter(
    (other) => other.phrase.isName && other.phrase.indicatorId === phrase.indicatorId,
  )
  return Math.max(0, ...names.map((name) => name.coverage))
}

function isSameUnit(a: string, b: string): boolean {
  return unitDimension(a) === unitDimension(b)
}

/** Share of the counted words that the name accounts for; words of grammar do not count. */
function explained(match: PhraseMatch, counted: readonly Word[]): number {
  let all = 0
  let heard = 0
  counted.forEach((word, index) => {
    if (word.typed.length < 3 || isGrammar(word)) return
    all++
    if (match.words.has(index)) heard++
  })
  return all === 0 ? 1 : heard / all
}

function isGrammar({ senses }: Word): boolean {
  return senses.some(({ form }) => form.roles.size > 0 && form.concepts.length === 0)
}

function scoreOf({ coverage, cost, phrase, elliptic }: PhraseMatch): number {
  return coverage + 0.15 * phrase.weight - 0.3 * (elliptic ? cost - ELLIPSIS : cost)
}
