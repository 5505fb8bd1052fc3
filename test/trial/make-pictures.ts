/**
 * Makes the pictures of README.md and README.fa.md in `data/pictures`: the trial, an official and
 * two questions, and an admin who looks through a report, in Chromium. Run by `npm run pictures`.
 */
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { createAsker } from '../../src/answers/create-asker.ts'
import { openConfigured } from '../../src/cli/open.ts'
import { serveTrial } from '../../src/cli/serve-trial.ts'
import { findChromium, launchChromium } from './chromium.ts'

const PICTURES = resolve(import.meta.dirname, '../../data/pictures')
const FIRST = { text: 'در سال ۹۹ چند واحد راکد در قم احیا شد؟', answer: '۳۷ واحد' }
const SECOND = { text: 'هدفش چقدر بود؟', answer: '۲۵ واحد' }
/** A phone shows one answer whole, a desktop two. */
const VIEWS = {
  phone: { viewport: { width: 390, height: 844 }, questions: [FIRST] },
  desktop: { viewport: { width: 1100, height: 1150 }, questions: [FIRST, SECOND] },
}

const chromium = findChromium()
if (!chromium) throw new Error('Pictures need Chromium')
mkdirSync(PICTURES, { recursive: true })
for (const [name, { viewport, questions }] of Object.entries(VIEWS)) {
  await withTrial(async (url) => {
    const browser = await launchChromium(chromium, {
      viewport,
      deviceScaleFactor: 1.25,
      colorScheme: 'light',
    })
    try {
      const page = await browser.context.newPage()
      await page.goto(url)
      await page.click('#note-close')
      await ask(page, questions)
      await page.screenshot({ path: join(PICTURES, `${name}.png`) })
    } finally {
      await browser.close()
    }
  })
  process.stdout.write(`${join(PICTURES, `${name}.png`)}\n`)
}

/** Made up: the first of its figures is shown as a card. */
const REPORT = `گام‌های تازهٔ صنعت یزد
استاندار یزد گفت: در سال ۱۳۹۹ در استان یزد احیای واحدهای راکد صنعتی به ۵۲ واحد رسید.
وی افزود: با احیای این واحدها بیش از ۹۰۰ شغل ایجاد شد و برای امسال احیای ۶۰ واحد هدف‌گذاری شده است.`

await withTrial(async (url) => {
  const browser = await launchChromium(chromium, {
    viewport: { width: 390, height: 760 },
    deviceScaleFactor: 1.25,
    colorScheme: 'light',
  })
  try {
    const page = await browser.context.newPage()
    await page.goto(url)
    await page.click('#note-close')
    await page.locator('#people button', { hasText: 'مدیر' }).click()
    await page.click('#start')
    await page.locator('.message.in').first().waitFor()
    await page.fill('#input', REPORT)
    await page.click('#send')
    await page.locator('.inline-keyboard button', { hasText: 'بررسی یکی‌یکی' }).click()
    await page.locator('.message.in', { hasText: 'رقم ۱ از' }).waitFor()
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(PICTURES, 'report.png') })
  } finally {
    await browser.close()
  }
})
process.stdout.write(`${join(PICTURES, 'report.png')}\n`)

async function ask(page: Page, questions: readonly (typeof FIRST)[]): Promise<void> {
  await page.click('#start')
  await page.locator('.message.in').first().waitFor()
  for (const { text, answer } of questions) {
    await page.fill('#input', text)
    await page.click('#send')
    await page.locator('.message.in', { hasText: answer }).last().waitFor()
  }
  // From the first question on; the last buttons matter less.
  await page.evaluate(`{
    const asked = [...document.querySelectorAll('.message.out')].at(-${questions.length})
    asked.scrollIntoView({ block: 'start' })
    document.querySelector('#scroller').scrollBy(0, -10)
  }`)
  await page.waitForTimeout(500)
}

/** A trial of its own for each picture, so that each begins with an empty chat. */
async function withTrial(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arqam-pictures-'))
  const configuration = {
    DATABASE_URL: `file:${join(folder, 'arqam.db')}`,
    ARQAM_EMPTY: '0',
  } as const
  const store = await openConfigured(
    { database: undefined, empty: false },
    configuration,
    new Date(),
  )
  const services = {
    store,
    asker: createAsker(store),
    ownerIds: [],
    access: 'open',
    clock: () => new Date(),
    logger: pino({ level: 'warn' }),
  } as const
  const trial = await serveTrial(services, 0)
  try {
    await work(trial.url)
  } finally {
    await trial.close()
    await store.close()
    await rm(folder, { recursive: true })
  }
}
