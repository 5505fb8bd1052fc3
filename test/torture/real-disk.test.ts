import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { openStore } from '../../src/facts/open.ts'
import { texts } from '../../src/facts/texts.fa.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { openStage } from '../bot/harness.ts'
import { added, by, FACTORIES, VOCABULARY } from '../facts/store-for-tests.ts'

const SIZE_MB = 8
const ADD = `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`

const disk = mkdtempSync(join(tmpdir(), 'arqam-disk-'))
const url = `file:${join(disk, 'arqam.db')}`
const isMounted = mount(`size=${SIZE_MB}m`)
if (!isMounted) process.stderr.write('NOT RUN: this machine lets nobody mount a disk to fill\n')

/** A disk of its own in memory; false where that is not allowed. */
function mount(options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, disk])

/** Takes all the room that is left. */
function fill(): { free(): void } {
  const path = join(disk, 'everything')
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, 'x'.repeat(size), { flag: 'a' })
    } catch {
      // As large a piece has no room any more.
    }
  }
  return { free: () => rmSync(path) }
}

beforeAll(async () => {
  const store = await openStore({ url })
  await applyChanges(store, by('الف'), VOCABULARY)
  await added(store)
  await store.close()
})

afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

describe.skipIf(!isMounted)('a disk that is really full', () => {
  it('is told to admins, damages nothing, stops no answers, and is over when there is room', async () => {
    const store = await openStore({ url })
    // After the bot, which the stage ends.
    onTestFinished(() => store.close())
    const { owner, sara, say } = await openStage({ store, asker: (one) => createAsker(one) })
    expect((await say(sara, `${FACTORIES} قم ۱۳۹۹`)).text).toContain('۳۷ واحد')
    const { free } = fill()
    // What the log had room for already is used up.
    let answer = ''
    for (let tries = 0; tries < 50 && answer !== texts.troubles.full; tries++) {
      answer = (await say(owner, ADD)).text ?? ''
    }
    expect(answer).toBe(texts.troubles.full)
    expect((await say(sara, `${FACTORIES} قم ۱۳۹۹`)).text).toContain('۳۷ واحد')
    expect(await checkStore(store)).toEqual([])
    free()
    expect((await say(owner, ADD)).text).toContain('پیش از ثبت')
  })

  it('is named when the store is opened', async () => {
    const { free } = fill()
    await expect(openStore({ url })).rejects.toThrow(texts.notOpened.full)
    free()
    const store = await openStore({ url })
    expect(await checkStore(store)).toEqual([])
    await store.close()
  })
})

describe.skipIf(!isMounted)('a disk that may only be read', () => {
  it('is named when the store is opened, and nothing happens to it', async () => {
    remount('ro')
    await expect(openStore({ url })).rejects.toThrow(texts.notOpened.readOnly)
    remount('rw')
    const store = await openStore({ url })
    expect(await checkStore(store)).toEqual([])
    await store.close()
  })
})
