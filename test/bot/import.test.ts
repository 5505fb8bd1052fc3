import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { changeSetsOf } from '../../src/facts/history.ts'
import { countObservations, findObservations } from '../../src/facts/observations.ts'
import { readSheetBytes } from '../../src/ingest/sheets/read-sheet.ts'
import type { Person } from '../../src/trial/people/person.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { added, FACTORIES } from '../facts/store-for-tests.ts'
import { deliverAgain, labels, lastUpdateId, openStage, type Stage } from './harness.ts'

const HEAD = 'شاخص,مکان,دوره,مقدار,واحد,عنوان منبع'
const row = (period: string, value: string | number, place = 'قم') =>
  [FACTORIES, place, period, value, 'واحد', 'گزارش'].join(',')

const sheet = (rows: readonly string[], name = 'ارقام.csv') => ({
  name,
  bytes: new TextEncoder().encode([HEAD, ...rows].join('\n')),
})

/** Waits as long as the test may take. */
async function until<Found>(look: () => Found | undefined): Promise<Found> {
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    await wait(50)
  }
}

/** Sends a file and waits for the next message of the bot. */
async function send(
  { server }: Stage,
  person: Person,
  file: { name: string; bytes: Uint8Array },
): Promise<Message> {
  person.sendDocument(file)
  return await server.nextMessage(person.chat.id)
}

/** The rows of a file that the bot sent. */
async function rowsOf({ server }: Stage, message: Message) {
  const file = server.world.files.byId(message.document?.file_id ?? '')
  const rows = []
  const read = await readSheetBytes(file?.bytes ?? new Uint8Array(), file?.name ?? '')
  for await (const one of read.rows) rows.push(one)
  return { name: file?.name, text: file?.bytes.toString('utf8') ?? '', rows }
}

describe('a sheet sent to the bot', () => {
  it('with 1,000 rows, 20 of them bad: those come back with their reasons, the others are stored', async () => {
    const stage = await openStage()
    const { server, store, owner, pressToEdit, say } = stage
    const bad = (at: number) => (at % 2 === 0 ? row('1399', 'زیاد') : row('1399', 5, 'هیچستان'))
    const rows = Array.from({ length: 1000 }, (_, at) =>
      at % 50 === 0
        ? bad(at / 50)
        : row(`13${String(at % 90).padStart(2, '0')}-${at % 2 ? '05' : '06'}`, at + 1),
    ).map((line, at) => line.replace('گزارش', `گزارش ${Math.floor(at / 90)}`))
    const returned = await send(stage, owner, sheet(rows))
    expect(returned.caption).toContain('۲۰ ردیف ردشده')
    const refused = await rowsOf(stage, returned)
    expect(refused.name).toBe('ارقام-refused.csv')
    expect(refused.rows).toHaveLength(20)
    expect(refused.text).toContain('دلیل رد')
    expect(refused.text).toContain('مکان «هیچستان» شناخته نشد')
    expect(refused.text).toContain('مقدار «زیاد» عدد نیست')
    const preview = await server.nextMessage(owner.chat.id)
    expect(preview.text).toContain('تازه: ۹۸۰؛ تغییر: ۰؛ بی‌تغییر: ۰؛ ردشده: ۲۰')
    expect(await countObservations(store.db)).toBe(0)
    const done = await pressToEdit(owner, preview, 'ثبت')
    expect(done.text).toContain('۹۸۰ رقم تازه')
    expect(await countObservations(store.db)).toBe(980)
    const [changeSet] = await changeSetsOf(store.db)
    expect(changeSet).toMatchObject({ actor: 'مالک', size: 980 })

    // Corrected, the very file can be sent again: its extra columns do no harm.
    const corrected = refused.text.replaceAll('زیاد', '7').replaceAll('هیچستان', 'یزد')
    const again = await send(stage, owner, {
      name: refused.name ?? '',
      bytes: new TextEncoder().encode(corrected),
    })
    expect(again.text).toContain('ردشده: ۰')
    expect(again.text).toContain('دلیل رد')

    await pressToEdit(owner, await say(owner, `/undo ${changeSet?.id}`), 'ثبت')
    expect(await countObservations(store.db)).toBe(0)
    expect(server.violations).toEqual([])
  })

  it('with 50,000 rows shows its progress, and needs no more memory than a small one', async () => {
    const stage = await openStage()
    const { server, store, owner } = stage
    const rows = Array.from({ length: 50_000 }, (_, at) =>
      row(
        `${1300 + (at % 100)}-${String(1 + (Math.floor(at / 100) % 12)).padStart(2, '0')}`,
        at,
      ).replace('گزارش', `گزارش ${Math.floor(at / 1200)}`),
    )
    const file = sheet(rows)
    rows.length = 0
    global.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 50)
    owner.sendDocument(file)
    const preview = await until(() =>
      server.messages(owner.chat.id).find(({ text = '' }) => text.includes('پیش‌نمایش')),
    )
    expect(preview.text).toContain('تازه: ۵۰۰۰۰')
    owner.press(preview, 'ثبت')
    await until(() =>
      server.messages(owner.chat.id).find(({ text = '' }) => text.includes('ثبت شد (')),
    )
    clearInterval(watch)
    expect(await countObservations(store.db)).toBe(50_000)
    const counted = server.calls.filter(({ parameters }) =>
      /در حال (خواندن|ثبت)/.test(String(parameters.text ?? '')),
    )
    expect(counted.length).toBeGreaterThan(0)
    // Megabytes, of the bot and of the server and the store that live in the same process here.
    expect((most - before) / 1e6).toBeLessThan(700)
  }, 400_000)

  it('says what changes, row by row', async () => {
    const stage = await openStage()
    const { store, owner, pressToEdit } = stage
    await added(store, { sourceId: { title: 'گزارش' } })
    const preview = await send(stage, owner, sheet([row('1399', 38), row('1400', 40)]))
    expect(preview.text).toContain('تازه: ۱؛ تغییر: ۱')
    expect(preview.text).toContain('۳۷ واحد ← ۳۸ واحد')
    await pressToEdit(owner, preview, 'ثبت')
    expect((await findObservations(store.db, { period: '1399' }))[0]).toMatchObject({
      value: 38,
      revision: 2,
    })
  })

  it('warns of rows that change a figure more than tenfold', async () => {
    const stage = await openStage()
    await added(stage.store, { sourceId: { title: 'گزارش' } })
    const preview = await send(stage, stage.owner, sheet([row('1400', 5), row('1399', 3700)]))
    expect(preview.text).toContain('بیش از ده برابر')
    expect(preview.text).toContain('ردیف ۳')
  })

  it('warns of new rows as of a single figure: tenfold, a target that is over, what is yet to come', async () => {
    const stage = await openStage()
    await added(stage.store)
    const rows = [
      row('1400', 40),
      row('1401', 4100),
      row('1409', 43),
      `${row('1398', 45)},هدف`,
      row('1402-07', 3),
      row('1402-Q2', 900),
      row('1402-08', 4),
    ]
    const bytes = new TextEncoder().encode([`${HEAD},نوع`, ...rows].join('\n'))
    const { text = '' } = await send(stage, stage.owner, { name: 'ا.csv', bytes })
    expect(text).toContain(
      '۲ رقم بیش از ده برابر یا کمتر از یک‌دهم دورهٔ پیش یا پس از خود است (ردیف ۳، ۴)',
    )
    expect(text).toContain('دورهٔ ۱ هدف یا پیش‌بینی گذشته است (ردیف ۵)')
    expect(text).toContain('دورهٔ ۱ عملکرد هنوز نرسیده است (ردیف ۴)')
  })

  it('is all or nothing: what changed since the preview takes all of it back', async () => {
    const stage = await openStage()
    const { store, owner, pressToEdit } = stage
    const preview = await send(stage, owner, sheet([row('1399', 37), row('1400', 40)]))
    await added(store, { sourceId: { title: 'گزارش' } })
    const refused = await pressToEdit(owner, preview, 'ثبت')
    expect(refused.text).toContain('از هنگام پیش‌نمایش عوض شده')
    expect(await countObservations(store.db)).toBe(1)
  })

  it('is confirmed after a restart, and stored once although delivered twice', async () => {
    const stage = await openStage()
    const { server, store, owner, pressToEdit, restart } = stage
    owner.sendDocument(sheet([row('1399', 37)]))
    const sent = lastUpdateId(server)
    const preview = await server.nextMessage(owner.chat.id)
    await deliverAgain(stage, sent)
    const second = await server.nextMessage(owner.chat.id)
    await restart()
    await pressToEdit(owner, preview, 'ثبت')
    await pressToEdit(owner, second, 'ثبت')
    expect(await countObservations(store.db)).toBe(1)
  })

  it.each([
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`${HEAD}\n${row('1399', '۳۷')}`, 'utf16le'),
      ]),
    ],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${HEAD}\n${row('1399', '۳۷')}`)],
    [
      'JSONL',
      Buffer.from(
        `${JSON.stringify({ indicator: FACTORIES, place: 'قم', period: '1399', value: 37, unit: 'واحد' })}\n`,
      ),
    ],
  ])('is read as %s', async (_, bytes) => {
    const stage = await openStage()
    const preview = await send(stage, stage.owner, { name: 'ارقام.csv', bytes })
    expect(preview.text).toContain('تازه: ۱')
  })

  it.each([
    ['no headings', 'الف.csv', 'الف,ب\nج,د', 'ردیف عنوان ستون‌ها پیدا نشد'],
    ['a broken workbook', 'الف.xlsx', 'PK\u0003\u0004nothing', 'XLSX'],
    ['an old workbook', 'الف.xls', '\u00d0\u00cf\u0011\u00e0', 'Save As'],
  ])('is refused with the way out: %s', async (_, name, text, said) => {
    const stage = await openStage()
    const bytes = Buffer.from(text, text.startsWith('\u00d0') ? 'latin1' : 'utf8')
    expect((await send(stage, stage.owner, { name, bytes })).text).toContain(said)
  })

  it('says so when nothing in it is new', async () => {
    const stage = await openStage()
    const { store, owner } = stage
    await added(store, { sourceId: { title: 'گزارش' } })
    const told = await send(stage, owner, sheet([row('1399', 37)]))
    expect(told.text).toContain('چیزی برای ثبت نیست')
    expect(labels(told)).toEqual([])
  })

  it('that is too large is refused before it is fetched', async () => {
    const stage = await openStage()
    const { server, owner } = stage
    const told = await send(stage, owner, {
      name: 'ا.csv',
      bytes: new Uint8Array(21 * 1024 * 1024),
    })
    expect(told.text).toContain('۲۰ مگابایت')
    expect(server.calls.some(({ method }) => method === 'getFile')).toBe(false)
  })

  it('of a stranger is not fetched', async () => {
    const stage = await openStage()
    const { server, sara } = stage
    expect((await send(stage, sara, sheet([row('1399', 37)]))).text).toContain('پرسش نوشتاری')
    expect(server.calls.some(({ method }) => method === 'getFile')).toBe(false)
  })

  it('leaves no trace of the token when it cannot be fetched', async () => {
    const stage = await openStage()
    const { server, owner, logged } = stage
    server.fail('getFile', { status: 400, description: 'Bad Request: wrong file_id' })
    expect((await send(stage, owner, sheet([row('1399', 37)]))).text).toContain(
      'نتوانستم از پیام‌رسان بگیرم',
    )
    expect(JSON.stringify(logged)).not.toContain('TEST-TOKEN')
  })
})

describe('/template and /export', () => {
  it.each(['xlsx', 'csv'])('give files that can be sent back: %s', async (kind) => {
    const stage = await openStage()
    const { store, owner, say } = stage
    const template = await rowsOf(stage, await say(owner, `/template ${kind}`))
    expect(template.name).toBe(`arqam-template.${kind}`)
    expect(template.rows).toEqual([])
    await added(store)
    const sent = await say(owner, `/export ${kind}`)
    const { name = '', rows } = await rowsOf(stage, sent)
    expect(rows).toHaveLength(1)
    const file = stage.server.world.files.byId(sent.document?.file_id ?? '')
    const told = await send(stage, owner, { name, bytes: file?.bytes ?? new Uint8Array() })
    expect(told.text).toContain('بی‌تغییر: ۱')
  })

  it('are not for strangers', async () => {
    const { sara, say } = await openStage()
    expect((await say(sara, '/export')).text).toContain('ویژهٔ مدیران')
  })
})
