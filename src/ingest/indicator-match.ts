import type { Indicator, Measure, Vocabulary } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { unitDimension } from '../persian/units.ts'
import { compileLexicon, type Lexicon } from '../questions/lexicon.ts'
import { matchPhrases, type PhraseMatch } from '../questions/phrase-match.ts'
import { exactSenses, type Word } from '../questions/recognise.ts'

/** Nothing less is near enough to be proposed as the same indicator. */
const LEAST_COVERAGE = 0.8
const MOST_COST = 0.6
/** A runner-up of another indicator this close makes it a choice for a person. */
const MARGIN = 0.12

/** Matches phrases of a report to the indicators of a vocabulary; compiled once per vocabulary. */
export class IndicatorMatcher {
  readonly #lexicon: Lexicon
  readonly #indicators: ReadonlyMap<number, Indicator>

  constructor(vocabulary: Vocabulary) {
    this.#lexicon = compileLexicon(vocabulary)
    this.#indicators = new Map(vocabulary.indicators.map((indicator) => [indicator.id, indicator]))
  }

  /** The one indicator that the words name, its unit fitting; null when none or more than one does. */
  match(text: string, unit: string, measure: Measure): string | null {
    if (this.#indicators.size === 0) return null
    const matches = matchPhrases(this.#words(text), this.#lexicon)
      .filter((match) => this.#isNear(match, unit, measure))
      .map((match) => ({ match, score: scoreOf(match) }))
      .sort((a, b) => b.score - a.score)
    const best = matches[0]
    if (best === undefined) return null
    const id = best.match.phrase.indicatorId
    const rival = matches.find(({ match }) => match.phrase.indicatorId !== id)
    if (rival !== undefined && best.score - rival.score < MARGIN) return null
    return this.#indicators.get(id)?.name ?? null
  }

  #isNear(match: PhraseMatch, unit: string, measure: Measure): boolean {
    if (match.coverage < LEAST_COVERAGE || match.cost > MOST_COST) return false
    if (match.lacksEssential || !match.telling || match.riskyWeight > 0) return false
    const indicator = this.#indicators.get(match.phrase.indicatorId)
    if (indicator === undefined) return false
    return measure === 'rank' || measure === 'change' || isSameUnit(unit, indicator.unit)
  }

  #words(text: string): Word[] {
    const tokens = tokenise(text).filter((token) => token.kind === 'word')
    return tokens.flatMap((token, at) => {
      const next = tokens[at + 1]
      const words = [this.#word(token.text, token)]
      if (next !== undefined) words.push(this.#word(token.text + next.text, token))
      return words.filter((word) => word.senses.length > 0)
    })
  }

  #word(text: string, token: Token): Word {
    return { typed: text, token: { ...token, text }, senses: exactSenses(key(text), this.#lexicon) }
  }
}

function isSameUnit(a: string, b: string): boolean {
  return unitDimension(a) === unitDimension(b)
}

function scoreOf({ coverage, cost, phrase }: PhraseMatch): number {
  return coverage + 0.15 * phrase.weight - 0.3 * cost
}
