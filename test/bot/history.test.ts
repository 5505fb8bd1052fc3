import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { changeSetsOf } from '../../src/facts/history.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import { added, by, FACTORIES, figure } from '../facts/store-for-tests.ts'
import { labels, openStage } from './harness.ts'

const ADD = `/add ${FACTORIES}، قم، ۱۴۰۰، هدف، ۳۵ واحد، منبع: گزارش`
const DAY = 24 * 60 * 60 * 1000

describe('/history', () => {
  it('tells of the last days, however many are asked for', async () => {
    const { store, owner, say, pass, pressToEdit } = await openStage()
    await applyChanges(store, by('سارا', { now: new Date('2026-11-24T08:00:00Z') }), [
      { type: 'add_observation', content: figure() },
    ])
    pass(20 * DAY)
    await pressToEdit(owner, await say(owner, ADD), 'ثبت')
    const week = await say(owner, '/history')
    expect(week.text).toContain('۳۵ واحد')
    expect(week.text).not.toContain('سارا')
    const month = await say(owner, '/history ۳۰ روز')
    for (const said of ['۳۰ روز', '۳۵ واحد', 'سارا', '۳۷ واحد']) expect(month.text).toContain(said)
    expect((await say(owner, '/history ۱')).text).toContain('تاریخچهٔ رقم شمارهٔ ۱')
  })

  it.each([
    ['/history سارا', '۳۷ واحد', '۳۵ واحد'],
    ['/history شخص ۴', '۳۷ واحد', '۳۵ واحد'],
    ['/history من', '۳۵ واحد', '۳۷ واحد'],
  ])('tells what a person did: %s', async (command, there, notThere) => {
    const { store, owner, say, pressToEdit } = await openStage()
    await applyChanges(store, by('سارا'), [{ type: 'add_observation', content: figure() }])
    await pressToEdit(owner, await say(owner, ADD), 'ثبت')
    const { text } = await say(owner, command)
    expect(text).toContain(there)
    expect(text).not.toContain(notThere)
  })

  it('of someone who did nothing says so', async () => {
    const { owner, say } = await openStage()
    expect((await say(owner, '/history هیچ‌کس')).text).toContain('تغییری ثبت نشده')
  })

  it('leads to the undo of each change', async () => {
    const { store, owner, say, press, pressToEdit } = await openStage()
    await pressToEdit(owner, await say(owner, ADD), 'ثبت')
    const history = await say(owner, '/history')
    const [button = ''] = labels(history)
    const preview = await press(owner, history, button)
    expect(preview.text).toContain('کنار گذاشته می‌شود')
    await pressToEdit(owner, preview, 'ثبت')
    expect(await countObservations(store.db)).toBe(0)
  })
})

describe('/undo', () => {
  it('is refused at once where later changes stand on it, which are a press away', async () => {
    const { store, owner, say, press, pressToEdit } = await openStage()
    await added(store)
    await pressToEdit(owner, await say(owner, '/edit 1 مقدار ۳۶'), 'ثبت')
    const [edit, add] = await changeSetsOf(store.db)
    const refused = await say(owner, `/undo ${add?.id}`)
    expect(refused.text).toContain('برنمی‌گردد')
    expect(refused.text).toContain('(edit)')
    const [button = ''] = labels(refused)
    expect(await changeSetsOf(store.db)).toHaveLength(3)
    const preview = await press(owner, refused, button)
    expect(preview.text).toContain('۳۶ واحد ← ۳۷ واحد')
    await pressToEdit(owner, preview, 'ثبت')
    const now = await say(owner, `/undo ${add?.id}`)
    await pressToEdit(owner, now, 'ثبت')
    expect(await countObservations(store.db)).toBe(0)
    expect((await say(owner, `/undo ${edit?.id}`)).text).toContain('پیش از این برگردانده')
  })

  it('is refused when something came in between preview and press', async () => {
    const { store, owner, say, pressToEdit } = await openStage()
    const id = await added(store)
    const [add] = await changeSetsOf(store.db)
    const preview = await say(owner, `/undo ${add?.id}`)
    await pressToEdit(owner, await say(owner, `/edit ${id} مقدار ۳۶`), 'ثبت')
    expect((await pressToEdit(owner, preview, 'ثبت')).text).toContain('برنمی‌گردد')
    expect((await findObservations(store.db, {}))[0]?.value).toBe(36)
  })

  it('shows the first things of a large change and how many more there are', async () => {
    const { store, owner, say } = await openStage()
    const operations = Array.from({ length: 30 }, (_, at) => ({
      type: 'add_observation' as const,
      content: figure({ period: String(1370 + at) }),
    }))
    const { changeSet } = await applyChanges(store, by('الف'), operations)
    expect((await say(owner, `/undo ${changeSet.id}`)).text).toContain('و ۱۰ مورد دیگر')
  })
})
