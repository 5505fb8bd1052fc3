import { reportTexts } from '../../../src/bot/report-texts.fa.ts'
import { texts } from '../../../src/bot/texts.fa.ts'
import type { Person } from '../../../src/trial/people/person.ts'
import type { Message } from '../../../src/trial/wire-types.ts'
import { hasButton, INDICATOR, isApology, isDoneWith, isOf, isVerdictOn } from './messages.ts'
import { type Complaints, FIRST_YEAR, hearing, type Scene, YEARS } from './people.ts'

/** Figures of one report, which are stored together. */
export const FIGURES_OF_A_REPORT = 2
const { buttons } = reportTexts

/** Forwards reports, approves what is sure in them, and has each stored as one change. */
export async function forwardReports(
  scene: Scene,
  admin: Person,
  place: string,
): Promise<Complaints> {
  const { ledger, goesOn, mailboxOf, isQuiet } = scene
  const complaints: Complaints = []
  const box = mailboxOf(admin.chat.id)
  const heard = hearing(box, scene, (what) =>
    complaints.push(`chat ${admin.chat.id}: silence on ${what}`),
  )
  for (let count = 0; goesOn(); count++) {
    const values = Array.from({ length: FIGURES_OF_A_REPORT }, () => ledger.nextValue())
    const [first = 0, last = 0] = values
    const entries = values.map((value) => ledger.enter('report', value))
    const title = `گزارش ${first}`
    let since = box.all.length
    admin.sendText(reportOf(title, values, place, count), { forwardOrigin: ORIGIN })
    const isSummary = (one: Message) => hasButton(one, buttons.approveSure) && tellsOf(one, title)
    const summary = await heard(since, (one) => isSummary(one) || isApology(one), title)
    if (!summary || !isSummary(summary)) continue
    since = box.all.length
    admin.press(summary, buttons.approveSure)
    // A death after the approval leaves the card as it was, with its buttons.
    await box.wait(since, () => true, DECIDED_MS, isQuiet)
    since = box.all.length
    admin.press(summary, buttons.finish)
    const isPreview = (one: Message) => hasButton(one, texts.buttons.confirm) && isOf(one, last)
    const preview = await box.wait(since, isPreview, DECIDED_MS, isQuiet)
    if (!preview) continue
    since = box.all.length
    admin.press(preview, texts.buttons.confirm)
    const said = await heard(since, (one) => isVerdictOn(one, last), `the end of ${title}`)
    if (!said || !isDoneWith(said, last)) continue
    for (const entry of entries) entry.isConfirmed = true
  }
  return complaints
}

/** Longer than a bot or two live. */
const DECIDED_MS = 20_000

const ORIGIN = {
  type: 'channel',
  date: Date.parse('2021-05-02T09:00:00Z') / 1000,
  message_id: 815,
  chat: { id: -1001234567890, type: 'channel', title: 'خبر صنعت', username: 'sanat_news' },
}

const tellsOf = ({ text = '' }: Message, title: string): boolean => text.includes(title)

/** What is shorter may be a question. */
const REST =
  'وی افزود: این کار با همراهی بانک‌ها و دستگاه‌های استان انجام شد و با همکاری کارآفرینان و سرمایه‌گذاران ادامه خواهد یافت تا واحدهای دیگر نیز به چرخهٔ تولید بازگردند.'

const reportOf = (title: string, values: readonly number[], place: string, count: number) =>
  [
    title,
    ...values.map((value, index) => {
      const year = FIRST_YEAR + ((count * values.length + index) % YEARS)
      return `استاندار ${place} گفت: در سال ${year} در استان ${place} ${INDICATOR} به ${value} واحد رسید.`
    }),
    REST,
  ].join('\n')
