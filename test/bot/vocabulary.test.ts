import { describe, expect, it, vi } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { putMember } from '../../src/facts/members.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { recentQuestions } from '../../src/facts/question-log.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { added, by, FACTORIES, FINANCE } from '../facts/store-for-tests.ts'
import { labels, openStage, type Stage } from './harness.ts'

const CREDIT = { digits: '1200', decimals: 0, power: 9, unit: 'تومان' }

/** The real answers over two indicators with a figure each. */
async function openRealStage(): Promise<Stage> {
  const stage = await openStage({ asker: createAsker })
  await added(stage.store)
  await added(stage.store, { indicatorId: { name: FINANCE }, quantity: CREDIT })
  return stage
}

/** A question is logged after its answer went out, so that the asker need not wait for that. */
const logged = ({ store }: Stage, question: string) =>
  vi.waitFor(async () => expect(await recentQuestions(store.db, 9)).toContain(question))

const aliasesOf = async ({ store }: Stage) =>
  (await loadVocabulary(store.db)).aliases.map(({ text }) => text)

describe('/alias', () => {
  it('lets people ask in other words, after it showed what that does', async () => {
    const stage = await openRealStage()
    const { owner, sara, say, pressToEdit } = stage
    expect((await say(sara, 'بیدارسازی کارخانجات قم')).text).not.toContain('۳۷ واحد')
    await logged(stage, 'بیدارسازی کارخانجات قم')
    const preview = await say(owner, `/alias بیدارسازی کارخانجات = ${FACTORIES}`)
    expect(preview.text).toContain('پاسخ می‌گیرد')
    expect(preview.text).toContain('بیدارسازی کارخانجات قم')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await say(sara, 'بیدارسازی کارخانجات قم')).text).toContain('۳۷ واحد')
    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect(await aliasesOf(stage)).toEqual([])
  })

  it('that would make questions ambiguous is shown with those questions before it is saved', async () => {
    const stage = await openRealStage()
    const { owner, sara, say, pressToEdit } = stage
    const ask = 'کارنامه کارخانجات قم'
    await pressToEdit(owner, await say(owner, `/alias کارنامه کارخانجات = ${FACTORIES}`), 'ثبت')
    expect((await say(sara, ask)).text).toContain('۳۷ واحد')
    await logged(stage, ask)
    const preview = await say(owner, `/alias کارنامه کارخانجات = ${FINANCE}`)
    expect(preview.text).toContain(`اکنون نام «${FACTORIES}» هم هست`)
    expect(preview.text).toContain('مبهم می‌شود')
    expect(preview.text).toContain(ask)
    expect(await aliasesOf(stage)).toHaveLength(1)
    expect((await say(sara, ask)).text).toContain('۳۷ واحد')
    await pressToEdit(owner, preview, 'انصراف')
    expect(await aliasesOf(stage)).toHaveLength(1)
  })

  it('names a place too', async () => {
    const stage = await openRealStage()
    const { owner, sara, say, pressToEdit } = stage
    await pressToEdit(owner, await say(owner, '/alias شهر کریمه = قم'), 'ثبت')
    expect((await say(sara, `${FACTORIES} شهر کریمه`)).text).toContain('۳۷ واحد')
  })

  it('names a unit, for figures that are entered or imported', async () => {
    const stage = await openRealStage()
    const { server, store, owner, sara, say, pressToEdit } = stage
    const preview = await say(owner, '/alias کارگاهچه = واحد')
    expect(preview.text).toContain('این واحد به نام خودش ثبت می‌شود')
    expect(
      (await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰ کارگاهچه، منبع: الف`)).text,
    ).toContain('نمی‌خورد')
    await pressToEdit(owner, preview, 'ثبت')
    const line = `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰ کارگاهچه، منبع: الف`
    await pressToEdit(owner, await say(owner, line), 'ثبت')
    await pressToEdit(owner, await say(owner, '/edit 1 مقدار ۴۱ کارگاهچه'), 'ثبت')
    const sheet = `شاخص,مکان,دوره,مقدار,واحد,عنوان منبع\n${FACTORIES},قم,1401,42,کارگاهچه,گزارش`
    owner.sendDocument({ name: 'ا.csv', bytes: new TextEncoder().encode(sheet) })
    await pressToEdit(owner, await server.nextMessage(owner.chat.id), 'ثبت')
    const figures = await findObservations(store.db, {})
    for (const value of [40, 41, 42])
      expect(figures.find((one) => one.value === value)?.quantity?.unit).toBe('واحد')
    expect((await say(owner, '/alias تن = واحد')).text).toContain('خود واحد است')
    expect((await say(sara, `${FACTORIES} قم ۱۴۰۱`)).text).toContain('۴۲ واحد')
    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
  })

  it.each([
    ['/alias', '/alias نام دیگر ='],
    ['/alias الف', '/alias نام دیگر ='],
    ['/alias الف = ب = ج', '/alias نام دیگر ='],
    ['/alias الف = احیای واحد راکد', FACTORIES],
    [`/alias ${FACTORIES} = ${FACTORIES}`, 'پیش از این هم'],
    ['/rename الف', '/rename نام کنونی ='],
    [`/rename ${FACTORIES} = ${FINANCE}`, '/merge'],
    ['/merge الف', '/merge شاخص تکراری ='],
    [`/merge ${FACTORIES} = ${FACTORIES}`, 'یک شاخص'],
    [`/merge ${FACTORIES} = ${FINANCE}`, 'سازگار نیست'],
  ])('is refused with the way out: %s', async (command, said) => {
    const { owner, say } = await openRealStage()
    const refused = await say(owner, command)
    expect(refused.text).toContain(said)
    expect(labels(refused)).toEqual([])
  })

  it('is for admins, not for editors', async () => {
    const { store, sara, say } = await openRealStage()
    await putMember(store, by('مالک'), { telegramId: 1001, name: 'سارا', role: 'editor' })
    expect((await say(sara, `/alias الف = ${FACTORIES}`)).text).toContain('ویژهٔ مدیران')
  })
})

describe('/rename', () => {
  it('keeps the old name as an alias, and goes back by /undo', async () => {
    const stage = await openRealStage()
    const { owner, sara, say, pressToEdit } = stage
    const name = 'بازگشت واحدهای صنعتی به چرخهٔ تولید'
    await pressToEdit(owner, await say(owner, `/rename ${FACTORIES} = ${name}`), 'ثبت')
    for (const asked of [FACTORIES, name]) {
      const answer = await say(sara, `${asked} قم`)
      expect(answer.text).toContain(name)
      expect(answer.text).toContain('۳۷ واحد')
    }
    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect(await aliasesOf(stage)).toEqual([])
    expect((await loadVocabulary(stage.store.db)).indicators[0]?.name).toBe(FACTORIES)
  })
})

describe('/merge', () => {
  it('moves all figures in one change, and /undo brings both indicators back', async () => {
    const stage = await openRealStage()
    const { store, owner, sara, say, pressToEdit } = stage
    const twin = 'واحدهای راکد احیاشده'
    await pressToEdit(owner, await say(owner, `/add ${twin}، یزد، ۱۴۰۰، ۱۲ واحد، منبع: الف`), 'ثبت')
    await pressToEdit(owner, await say(owner, `/alias راکدهای بیدار = ${twin}`), 'ثبت')
    const preview = await say(owner, `/merge ${twin} = ${FACTORIES}`)
    expect(preview.text).toContain('۱ رقم')
    const done = await pressToEdit(owner, preview, 'ثبت')
    expect(done.text).toContain('ثبت شد')
    const { indicators } = await loadVocabulary(store.db)
    expect(indicators.map(({ name }) => name)).toEqual([FACTORIES, FINANCE])
    expect(await aliasesOf(stage)).toEqual([twin, 'راکدهای بیدار'])
    const id = indicators[0]?.id ?? 0
    expect(await findObservations(store.db, { indicatorIds: [id] })).toHaveLength(2)
    expect((await say(sara, `${twin} یزد`)).text).toContain('۱۲ واحد')

    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect((await loadVocabulary(store.db)).indicators.map(({ name }) => name)).toContain(twin)
    expect(await findObservations(store.db, { indicatorIds: [id] })).toHaveLength(1)
    expect(await aliasesOf(stage)).toEqual(['راکدهای بیدار'])
  })

  it('cannot be undone once a figure that it moved was corrected', async () => {
    const stage = await openRealStage()
    const { owner, say, pressToEdit } = stage
    await pressToEdit(
      owner,
      await say(owner, '/add تولید کفش، یزد، ۱۴۰۰، ۱۲ واحد، منبع: الف'),
      'ثبت',
    )
    await pressToEdit(owner, await say(owner, `/merge تولید کفش = ${FACTORIES}`), 'ثبت')
    await pressToEdit(owner, await say(owner, '/edit 3 مقدار ۱۳'), 'ثبت')
    const history = await say(owner, '/history')
    const merge = labels(history)[1] ?? ''
    const refused = await stage.press(owner, history, merge)
    expect(refused.text).toContain('برنمی‌گردد')
  })
})
