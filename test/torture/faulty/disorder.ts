import { z } from 'zod'
import type { Random } from '../../eval/random.ts'

const REMEMBERED = 50
const SHARE_TWICE = 0.1
const SHARE_SHUFFLED = 0.2

const pollSchema = z.looseObject({
  ok: z.literal(true),
  result: z.array(z.looseObject({ update_id: z.number() })),
})
type Update = z.infer<typeof pollSchema>['result'][number]

interface Reply {
  readonly status: number
  readonly body: Buffer
}

/** Brings the updates of polls out of order, and some of them twice, at once or later. */
export function disorder(random: Random): (reply: Reply) => Reply {
  const earlier: Update[] = []
  return (reply) => {
    const poll = pollSchema.safeParse(json(reply.body))
    if (!poll.success || poll.data.result.length === 0) return reply
    const updates = [...poll.data.result]
    earlier.push(...updates)
    earlier.splice(0, earlier.length - REMEMBERED)
    for (const update of earlier) {
      if (random() < SHARE_TWICE / 2) updates.splice(random() * (updates.length + 1), 0, update)
    }
    if (random() < SHARE_SHUFFLED) shuffle(updates, random)
    const body = Buffer.from(JSON.stringify({ ok: true, result: updates }))
    return { status: reply.status, body }
  }
}

function shuffle<Item>(items: Item[], random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [moved] = items.splice(other, 1)
    if (moved !== undefined) items.push(moved)
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
