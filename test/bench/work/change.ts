import { z } from 'zod'
import { applyChanges } from '../../../src/facts/changes.ts'
import { createFacts } from '../data/facts.ts'
import { createQuestions } from '../data/questions.ts'
import type { Job } from '../job.ts'
import { quantile } from '../measure.ts'
import { openBot } from '../subjects/open-bot.ts'

export const changeResult = z.object({
  /** Milliseconds, medians: a question, and the first one after an admin added one name. */
  usual: z.number(),
  afterChange: z.number(),
})

const ROUNDS = 12

/** What one new name costs the next asker. */
export async function measureChange(job: Job): Promise<z.infer<typeof changeResult>> {
  const facts = createFacts(job.size, job.indicators)
  const questions = createQuestions(facts, 10 * ROUNDS, 'change').map(({ text }) => text)
  const bot = await openBot(job.store)
  const usual: number[] = []
  const afterChange: number[] = []
  const by = { actor: { telegramId: null, name: 'bench' }, command: 'alias', now: new Date() }
  for (const [index, text] of questions.entries()) {
    const isAfterChange = index % 10 === 9
    if (isAfterChange) {
      const name = facts.indicators[index % facts.indicators.length]?.name ?? ''
      const alias = `${name} به گفته ${index}`
      await applyChanges(bot.store, by, [
        { type: 'add_alias', target: 'indicator', targetId: { name }, text: alias },
      ])
    }
    const asked = performance.now()
    await bot.handle(text)
    const times = isAfterChange ? afterChange : usual
    times.push(performance.now() - asked)
  }
  await bot.close()
  return { usual: quantile(usual, 0.5), afterChange: quantile(afterChange, 0.5) }
}
