import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answersOf } from './answer-schema.ts'
import { filledStore, folder, lines, run, start } from './program.ts'

const QUESTION = 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'
const CARPETS = 'تولید فرش دستباف در سال ۹۹ چقدر بود؟'

/** A store in which two provinces have a figure for the same thing. */
async function storeWithCarpets(): Promise<string> {
  const url = await filledStore()
  const file = join(folder(), 'carpets.csv')
  const rows = ['indicator,place,period,value,unit']
  rows.push('تولید فرش دستباف,یزد,1399,1500,متر مربع', 'تولید فرش دستباف,کرمان,1399,900,متر مربع')
  writeFileSync(file, rows.join('\n'))
  await run(['import', file, '--database', url])
  return url
}

describe('arqam ask', () => {
  it('answers the question it is given, with the source', async () => {
    const { code, stdout, stderr } = await run(['ask', '--database', await filledStore(), QUESTION])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('۳۷ واحد')
    expect(stdout).toContain('منبع: خبرگزاری صدا و سیما')
  })

  it('takes the words of a question unquoted', async () => {
    const { stdout } = await run(['ask', '--database', await filledStore(), ...QUESTION.split(' ')])
    expect(stdout).toContain('۳۷ واحد')
  })

  it('answers each line in its order, one JSON object a line, as the contract says', async () => {
    const questions = [
      QUESTION,
      'سلام',
      '',
      'قیمت دلار چنده',
      'هدف احیای واحدهای راکد قم در سال ۹۹',
      CARPETS,
      'چند درصد هدف احیای واحدهای راکد قم در سال ۹۹ محقق شد؟',
      'مهم‌ترین موانع تولید قم چیست',
      '"\\\u2028\u0000\ud83d',
    ]
    const input = `${questions.slice(0, -1).join('\n')}\n${questions.at(-1)}`
    const ended = await run(['ask', '--json', '--database', await storeWithCarpets()], { input })
    expect(ended.code).toBe(0)
    const answers = answersOf(ended.stdout)
    expect(answers).toHaveLength(questions.length)
    expect(answers.slice(0, 8).map(({ question }) => question)).toEqual(questions.slice(0, 8))
    expect(answers.slice(0, 6).map(({ status }) => status)).toEqual([
      'answered',
      'help',
      'not_understood',
      'not_understood',
      'answered',
      'choices',
    ])
    expect(answers[0]?.figures).toMatchObject([
      { value: 37, unit: 'واحد', kind: 'actual', place: 'قم', period: '1399', derived: null },
    ])
    expect(answers[0]?.reading).toMatchObject({ place: 'قم', period: '1399', aspect: 'value' })
    expect(answers[6]?.figures[0]?.derived?.inputs.length).toBeGreaterThan(1)
  })

  it('leaves empty lines out of answers for people', async () => {
    const input = `\n${QUESTION}\n\n`
    const { stdout } = await run(['ask', '--database', await filledStore()], { input })
    expect(stdout.match(/^۳۷ واحد$/gm)).toHaveLength(1)
    expect(stdout).not.toMatch(/^\n/)
  })

  it('counts relative years from --now', async () => {
    const asked = ['ask', '--json', '--database', await filledStore(), '--now', '2021-05-01']
    const { stdout } = await run([...asked, 'پارسال چند واحد راکد در قم احیا شد؟'])
    expect(answersOf(stdout)[0]).toMatchObject({
      status: 'answered',
      figures: [{ value: 37, period: '1399' }],
    })
  })

  it('holds one conversation with --chat: follow-ups and choices by number', async () => {
    const input = `${CARPETS}\nدومی\n${QUESTION}\nهدفش چقدر بود؟\n`
    const url = await storeWithCarpets()
    const { stdout } = await run(['ask', '--chat', '--json', '--database', url], { input })
    const [close, chosen, actual, target] = answersOf(stdout)
    expect(actual?.figures[0]?.value).toBe(37)
    expect(target?.figures[0]).toMatchObject({ value: 25, kind: 'target' })
    expect(target?.reading?.origins.place).toBe('previous')
    expect(close?.status).toBe('choices')
    expect(chosen).toMatchObject({ question: 'دومی', status: 'answered' })
    expect(chosen?.figures[0]?.place).toBe(close?.choices[1]?.reading.place)
  })

  it('forgets between lines without --chat', async () => {
    const input = `${QUESTION}\nهدفش چقدر بود؟\n`
    const { stdout } = await run(['ask', '--json', '--database', await filledStore()], { input })
    expect(answersOf(stdout)[1]?.figures).toEqual([])
  })

  it('answers each line as soon as it comes', async () => {
    const program = start(['ask', '--database', await filledStore()])
    program.child.stdin?.write(`${QUESTION}\n`)
    await program.said(/۳۷ واحد/)
    program.child.stdin?.end('سلام\n')
    expect((await program.ended).code).toBe(0)
  })

  it('ends in peace when nobody reads on', async () => {
    const program = start(['ask', '--json', '--database', await filledStore()])
    program.child.stdin?.write(`${QUESTION}\n`.repeat(2000))
    await program.said(/37/)
    program.child.stdout?.destroy()
    const { code, stderr } = await program.ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('finds what was imported, in other words and forms', async () => {
    const url = await filledStore()
    const file = join(folder(), 'figures.csv')
    writeFileSync(
      file,
      [
        'شاخص,مکان,دوره,مقدار,واحد,ناشر,عنوان منبع,تاریخ انتشار',
        'تولید فرش دستباف,یزد,سال ۹۸,هزار و ۲۰۰,متر مربع,ایرنا,گزارش فرش,1399-02-01',
        'تولید فرش دستباف,یزد,1399,۱۵۰۰,متر مربع,ایرنا,گزارش فرش,2021-04-21',
      ].join('\n'),
    )
    const imported = await run(['import', file, '--database', url])
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    expect(imported.stdout).toContain('2 new')
    const input =
      'یزدی‌ها در سال ۹۹ چقدر فرش‌های دستباف تولید کردند؟\nتولید فرش دستبافِ یزد سال نود و هشت\n'
    const { stdout } = await run(['ask', '--json', '--database', url], { input })
    expect(answersOf(stdout).map(({ figures }) => figures[0]?.value)).toEqual([1500, 1200])
    expect(lines(stdout)).toHaveLength(2)
  })
})
