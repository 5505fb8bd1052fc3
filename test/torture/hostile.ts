import { applyChanges } from '../../src/facts/changes.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { by, VOCABULARY } from '../facts/sample-figures.ts'
import { barrage } from '../hostile/barrage.ts'
import { filesBarrage } from '../hostile/files.ts'
import type { Figure, Part, Rack } from './part.ts'

/** Updates, files and reports of each form. */
const LONG = { updates: 97_000, files: 2000, reports: 1000 }
const SHORT = { updates: 2000, files: 500, reports: 100 }
/** A store is begun anew after so many: one without figures is no target. */
const UPDATES_A_STORE = 5000

/** 100,000 hostile inputs: each is answered or refused, none breaks anything or gains a right. */
export const hostile: Part = {
  name: 'hostile',
  async run({ short, random, say }: Rack) {
    const counts = short ? SHORT : LONG
    const seed = Math.floor(random('hostile input')() * 2 ** 31)
    const broken: string[] = []
    let replies = 0
    let inputs = 0
    while (inputs < counts.updates && broken.length < 20) {
      const count = Math.min(UPDATES_A_STORE, counts.updates - inputs)
      await withStore(async (store) => {
        const found = await barrage({ store, seed: seed + inputs, count })
        broken.push(...found.broken)
        replies += found.replies
        inputs += found.inputs
      })
      say(`${inputs} hostile updates, ${broken.length} broken`)
    }
    const { files, reports } = counts
    const read = await withStore(async (store) => {
      await applyChanges(store, by('ارقام'), VOCABULARY)
      return await filesBarrage({ store, seed, files, reports, say })
    })
    return [
      {
        what: 'hostile updates',
        times: inputs,
        held: `${replies.toLocaleString('en')} replies, none refused; no crash, no wrong right`,
        broken,
      },
      {
        what: 'hostile files and reports',
        times: files + reports,
        held: 'each read or refused with a reason',
        broken: read.broken,
      },
    ] satisfies readonly Figure[]
  },
}

/** In memory: what the disk does is the matter of other parts. */
async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ url: 'file::memory:' })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
