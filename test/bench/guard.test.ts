import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { importFacts, openWithNames } from './data/build-store.ts'
import { createFacts, type Facts } from './data/facts.ts'
import { createQuestions } from './data/questions.ts'
import { quantile } from './measure.ts'
import { emptyBot } from './subjects/empty-bot.ts'
import { type BenchBot, openBot } from './subjects/open-bot.ts'
import type { Subject } from './subjects/subject.ts'

/**
 * Keeps the speed: ratios of what is measured by turns in one process, and numbers of queries; no
 * time is asserted, so that a slow or busy machine changes nothing. The margins are wide. How fast
 * it really is `npm run bench` tells.
 */
const INDICATORS = 150
const SMALL = 1000
const LARGE = 20_000
const ROUNDS = 5
const QUESTIONS = 24
/** Milliseconds that a machine with other work may take. */
const PATIENCE = 120_000

/** Look-ups grow with the logarithm of the facts; a scan of them would be some 20 times as slow. */
const MOST_FOR_MORE_FACTS = 3
/** Times what grammY takes for a fixed reply, Telegram being answered in the process. */
const MOST_OF_GRAMMY = 5_000
const MOST_QUERIES = 12

const folder = mkdtempSync(join(tmpdir(), 'arqam-guard-'))
const opened: { close(): Promise<void> }[] = []

afterAll(async () => {
  for (const one of opened) await one.close()
  rmSync(folder, { recursive: true })
})

interface Filled {
  readonly facts: Facts
  readonly url: string
  readonly store: Store
  readonly bot: BenchBot
}

async function filled(size: number): Promise<Filled> {
  const facts = createFacts(size, INDICATORS)
  const url = `file:${join(folder, `${size}.db`)}`
  const store = await openWithNames(url, facts)
  await importFacts(store, facts)
  const bot = await openBot(url)
  opened.push(store, bot)
  return { facts, url, store, bot }
}

const textsOf = ({ facts }: Filled, seed: string): string[] =>
  createQuestions(facts, QUESTIONS, seed).map(({ text }) => text)

/** Milliseconds of a question, the median. */
async function medianOf(texts: readonly string[], ask: (text: string) => unknown): Promise<number> {
  const times: number[] = []
  for (const text of texts) {
    const before = performance.now()
    await ask(text)
    times.push(performance.now() - before)
  }
  return quantile(times, 0.5)
}

/** Queries of the whole bot for a question. */
async function queriesOf({ url }: Filled, texts: readonly string[]): Promise<number> {
  let queries = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Not where it is built: some are compiled once and run often.
    async transformResult({ result }) {
      queries++
      return result
    },
  }
  const bot = await openBot(url, {
    through: (store) => ({ ...store, db: store.db.withPlugin(counting) }),
  })
  await bot.handle(texts[0] ?? '')
  queries = 0
  for (const text of texts) await bot.handle(text)
  await bot.close()
  return queries / texts.length
}

describe('the speed of an answer', { timeout: PATIENCE }, () => {
  let small: Filled
  let large: Filled
  let grammy: Subject

  beforeAll(async () => {
    small = await filled(SMALL)
    large = await filled(LARGE)
    grammy = await emptyBot.load({ facts: small.facts, store: small.url })
    for (const one of [small, large])
      await medianOf(textsOf(one, 'before'), (text) => one.bot.handle(text))
    await medianOf(textsOf(small, 'before'), (text) => grammy.ask(text))
  }, PATIENCE)

  it('hardly changes with the number of facts, and stays in reach of grammY alone', async () => {
    const rounds: { more: number; grammy: number }[] = []
    // By turns, so that what disturbs one of them disturbs the others too; the best round counts.
    for (let round = 0; round < ROUNDS; round++) {
      const fewFacts = await medianOf(textsOf(small, `${round}`), (text) => small.bot.handle(text))
      const manyFacts = await medianOf(textsOf(large, `${round}`), (text) => large.bot.handle(text))
      const alone = await medianOf(textsOf(small, `${round}`), (text) => grammy.ask(text))
      rounds.push({ more: manyFacts / fewFacts, grammy: manyFacts / alone })
    }
    expect(Math.min(...rounds.map(({ more }) => more))).toBeLessThan(MOST_FOR_MORE_FACTS)
    expect(Math.min(...rounds.map((one) => one.grammy))).toBeLessThan(MOST_OF_GRAMMY)
  })

  it('takes a few queries, and no more of them with more facts', async () => {
    const few = await queriesOf(small, textsOf(small, 'queries'))
    const many = await queriesOf(large, textsOf(large, 'queries'))
    expect(many).toBeLessThan(MOST_QUERIES)
    expect(many).toBeLessThan(1.5 * few + 2)
  })
})
