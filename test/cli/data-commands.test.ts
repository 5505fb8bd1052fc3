import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answersOf } from './answer-schema.ts'
import { filledStore, folder, lines, run, start } from './program.ts'

const HEADINGS = 'indicator,place,period,value,unit'
const QUESTION = 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'

/** A store in a folder of its own, and the program on it. */
async function scene() {
  const path = folder()
  const database = await filledStore()
  return {
    database,
    file(name: string, text?: string): string {
      if (text !== undefined) writeFileSync(join(path, name), text)
      return join(path, name)
    },
    arqam: (...args: string[]) => run(args, { env: { DATABASE_URL: database } }),
  }
}

describe('arqam import', () => {
  it('tells what is new, changed and unchanged', async () => {
    const { arqam, file } = await scene()
    const first = file(
      'a.csv',
      `${HEADINGS}\nتولید سیمان,قم,1399,۱۲,هزار تن\nتولید سیمان,قم,1400,13,هزار تن\n`,
    )
    expect((await arqam('import', first)).stdout).toContain(
      '2 new, 0 changed, 0 unchanged, 0 refused',
    )
    const second = file(
      'a.csv',
      `${HEADINGS}\nتولید سیمان,قم,1399,12000,تن\nتولید سیمان,قم,1400,14,هزار تن\n`,
    )
    expect((await arqam('import', second)).stdout).toMatch(/0 new, [12] changed, [01] unchanged/)
  })

  it('is all or nothing, names rows and reasons, and exits with 1', async () => {
    const { arqam, file } = await scene()
    const sheet = file(
      'a.csv',
      `${HEADINGS}\nتولید سیمان,قم,1399,12,تن\nتولید سیمان,قمم,1399,12,تن\n`,
    )
    const refused = await arqam('import', sheet)
    expect(refused).toMatchObject({ code: 1, stderr: '' })
    expect(refused.stdout).toContain('1 refused')
    expect(refused.stdout).toMatch(/row 3, place: .*قم/)
    expect(refused.stdout).toContain('nothing was imported')
    expect((await arqam('ask', '--json', 'تولید سیمان قم در ۱۳۹۹')).stdout).not.toContain(
      '"value":12,',
    )
    const skipped = await arqam('import', '--skip-errors', sheet)
    expect(skipped.code).toBe(1)
    const { stdout } = await arqam('ask', '--json', 'تولید سیمان قم در ۱۳۹۹')
    expect(answersOf(stdout)[0]?.figures).toMatchObject([{ value: 12, unit: 'تن' }])
  })

  it('changes nothing with --dry-run, and reports in JSON', async () => {
    const { arqam, file } = await scene()
    const sheet = file('a.csv', `${HEADINGS}\nتولید سیمان,قم,1399,12,تن\n`)
    const { stdout, code } = await arqam('import', '--dry-run', '--json', sheet)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ file: sheet, new: 1, refused: 0, changeSet: null })
    expect((await arqam('import', '--json', sheet)).stdout).toContain('"new":1')
  })

  it.each([
    ['missing.csv', undefined],
    ['figures.pdf', '%PDF-1.4 …'],
    ['bare.csv', 'a,b,c\n1,2,3\n'],
  ])('tells in one line why %s is no table', async (name, text) => {
    const { arqam, file } = await scene()
    const { code, stderr } = await arqam('import', file(name, text))
    expect(code).toBe(1)
    expect(lines(stderr)).toHaveLength(1)
  })
})

describe('arqam export', () => {
  it.each(['csv', 'xlsx', 'jsonl'])(
    'writes what import reads back unchanged: %s',
    async (ending) => {
      const { arqam, file } = await scene()
      const exported = await arqam('export', file(`all.${ending}`))
      expect(exported).toMatchObject({ code: 0, stderr: '' })
      const count = /(\d+) figures/.exec(exported.stdout)?.[1]
      expect(Number(count)).toBeGreaterThan(10)
      const again = await arqam('import', file(`all.${ending}`))
      expect(again.stdout).toContain(`0 new, 0 changed, ${count} unchanged, 0 refused`)
    },
  )

  it('fills a store of another place with the same figures', async () => {
    const from = await scene()
    const to = await scene()
    const { stdout } = await from.arqam('export', '-')
    for (const line of lines(stdout)) z.record(z.string(), z.string()).parse(JSON.parse(line))
    const places = await to.arqam('import', to.file('all.jsonl', stdout))
    expect(places.stdout).toContain('0 refused')
    expect((await to.arqam('export', '-')).stdout).toBe(stdout)
  })

  it('refuses another ending, and a folder that is not there', async () => {
    const { arqam, file } = await scene()
    for (const path of [file('all.pdf'), join(file('none'), 'all.csv')]) {
      const { code, stderr } = await arqam('export', path)
      expect(code).toBe(1)
      expect(lines(stderr)).toHaveLength(1)
      expect(existsSync(path)).toBe(false)
    }
  })
})

describe('arqam backup, migrate and check', () => {
  it('copies the store while the bot runs, and the copy answers', async () => {
    const { arqam, file, database } = await scene()
    const bot = start(['serve'], { DATABASE_URL: database, PORT: '0' })
    await bot.said(/http:\/\/127/)
    expect(await arqam('backup', file('copy.db'))).toMatchObject({ code: 0, stderr: '' })
    await bot.stop()
    const copy = await run(['ask', '--database', `file:${file('copy.db')}`, QUESTION])
    expect(copy.stdout).toContain('۳۷ واحد')
  })

  it('does not write over a file', async () => {
    const { arqam, file } = await scene()
    const { code, stderr } = await arqam('backup', file('copy.db', 'precious'))
    expect(code).toBe(1)
    expect(lines(stderr)).toHaveLength(1)
    expect(readFileSync(file('copy.db'), 'utf8')).toBe('precious')
  })

  it('brings the schema up to date, time and again', async () => {
    const env = { DATABASE_URL: `file:${join(folder(), 'arqam.db')}` }
    expect(await run(['migrate', '--empty'], { env })).toMatchObject({ code: 0, stderr: '' })
    expect((await run(['migrate'], { env })).code).toBe(0)
    // The store was asked to stay empty when it was made.
    expect((await run(['export', '-'], { env })).stdout).toBe('')
  })

  it('says that all is well', async () => {
    const { code, stdout } = await (await scene()).arqam('check')
    expect(code).toBe(0)
    expect(lines(stdout)).toEqual([
      'configuration: good',
      'store: good',
      'token: none; arqam serve is a trial',
    ])
  })

  it('names every variable that is wrong', async () => {
    const { code, stdout } = await run(['check'], { env: { PORT: 'x', BOT_TOKEN: 'y' } })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^configuration: BOT_TOKEN .*\nconfiguration: PORT /)
  })

  it('finds a store that is no store', async () => {
    const { file } = await scene()
    const database = `file:${file('broken.db', 'no database at all, but a text of some length')}`
    const { code, stdout } = await run(['check', '--database', database])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^store: (?!good)/m)
  })
})

const draft = z.looseObject({
  value: z.number().nullable(),
  unit: z.string(),
  valueText: z.string().min(1),
  qualifier: z.string(),
  indicator: z.string(),
  matchedIndicator: z.string().nullable(),
  place: z.string().nullable(),
  period: z.string().nullable(),
  periodText: z.string().nullable(),
  periodBasis: z.string().nullable(),
  kind: z.enum(['actual', 'target', 'forecast']),
  measure: z.enum(['level', 'change', 'share', 'rank']),
  speaker: z.string().nullable(),
  quote: z.string().min(1),
  confidence: z.number().min(0).max(1),
})

describe('arqam extract', () => {
  const REPORT =
    'استاندار گفت: در سال گذشته بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات به واحدهای تولیدی پرداخت شد. همچنین در سال گذشته ۳۷ واحد راکد صنعتی احیا شد.\n'

  it('proposes the figures of a report in order, and stores nothing', async () => {
    const { arqam, file, database } = await scene()
    const before = (await arqam('export', '-')).stdout
    const asked = ['extract', '--json', '--place', 'استان قم', '--published', '2021-05-01']
    const { code, stdout } = await arqam(...asked, file('report.txt', REPORT))
    expect(code).toBe(0)
    const drafts = lines(stdout).map((line) => draft.parse(JSON.parse(line)))
    expect(drafts).toMatchObject([
      { value: 1_200_000_000_000, qualifier: 'more_than', place: 'قم', period: '1399' },
      { value: 37, place: 'قم', period: '1399', periodBasis: 'inferred' },
    ])
    const piped = await run([...asked, '-'], { input: REPORT, env: { DATABASE_URL: database } })
    expect(piped.stdout).toBe(stdout)
    expect((await arqam('export', '-')).stdout).toBe(before)
  })

  it('shows drafts to people, and says when there is none', async () => {
    const { arqam, file } = await scene()
    expect((await arqam('extract', file('report.txt', REPORT))).stdout).toContain('۳۷ واحد')
    const none = await arqam('extract', file('report.txt', 'هوا خوب است.'))
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: 'No figure was found.\n' })
  })

  it('refuses a place it does not know, with the nearest names', async () => {
    const { arqam, file } = await scene()
    const { code, stderr } = await arqam('extract', '--place', 'گیلات', file('r.txt', REPORT))
    expect(code).toBe(2)
    expect(stderr).toMatch(/^arqam: --place: «گیلات» .*گیلان/)
  })

  it('reads UTF-8 only', async () => {
    const { arqam, file } = await scene()
    writeFileSync(file('r.txt'), Buffer.from([0xc8, 0xdf, 0xe4, 0x20, 0x33]))
    const { code, stderr } = await arqam('extract', file('r.txt'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/r\.txt: not a text in UTF-8\n$/)
  })
})
