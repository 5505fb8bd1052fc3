import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTrial, type Trial } from '../../src/trial/start-trial.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'
import { createEchoBot, PIXEL, startPolling } from './echo-bot.ts'

const chromium = findChromium()
const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1200, height: 800 }

describe.skipIf(!chromium)('the trial page in Chromium', () => {
  let trial: Trial
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '', { permissions: ['clipboard-write'] })
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    trial = await startTrial({
      port: 0,
      async createAndStartBot({ token, apiRoot }) {
        const bot = createEchoBot({ token, apiRoot })
        await bot.api.setMyCommands([
          { command: 'buttons', description: 'دکمه‌ها' },
          { command: 'rich', description: 'متن آراسته' },
        ])
        await bot.api.setMyDescription('ارقام تولید استان‌ها')
        return startPolling(bot)
      },
    })
    complaints.length = 0
    page = await browser.context.newPage()
    page.setDefaultTimeout(8000)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await open(PHONE)
  })

  afterEach(async () => {
    expect(complaints).toEqual([])
    expect(trial.server.violations).toEqual([])
    await page.close()
    await trial.close()
  })

  async function open(viewport: { width: number; height: number }, query = '') {
    await page.setViewportSize(viewport)
    await page.goto(trial.url + query)
    await page.locator('#people button').first().waitFor()
  }

  async function say(text: string) {
    await page.fill('#input', text)
    await page.click('#send')
  }

  async function start() {
    await page.click('#start')
    await bubble('in', 'سلام').waitFor()
  }

  const bubble = (side: 'in' | 'out', text: string) =>
    page.locator(`.message.${side}`, { hasText: text }).last()
  const button = (label: string) =>
    page.locator('.inline-keyboard button', { hasText: label }).last()

  /** In the page's own words, as these tests know no DOM. */
  const scrollsSideways = () =>
    page.evaluate<boolean>(`['html', '#scroller', '#chats']
      .map((selector) => document.querySelector(selector))
      .some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)`)

  it('begins with the description and START', async () => {
    expect(await page.locator('.empty').textContent()).toContain('ارقام تولید استان‌ها')
    expect(await page.locator('#composer').isVisible()).toBe(false)
    await start()
    expect(await page.locator('#composer').isVisible()).toBe(true)
    await page.locator('#keyboard button', { hasText: 'راهنما' }).click()
    await bubble('in', 'راهنما').waitFor()
  })

  it('sends the payload of a link with START', async () => {
    await open(PHONE, '?start=f_12')
    await page.click('#start')
    await bubble('in', 'سلام f_12').waitFor()
  })

  it('shows toasts, alerts and edits for pressed buttons', async () => {
    await start()
    await say('/buttons')
    await button('منبع').click()
    await page.locator('#toast', { hasText: 'منبع: ایرنا' }).waitFor()
    await button('هشدار').click()
    await page.locator('#alert[open]', { hasText: 'هشدار!' }).waitFor()
    await page.click('#alert button')
    await button('رونوشت').click()
    await page.locator('#toast', { hasText: 'رونوشت شد' }).waitFor()
    await button('ویرایش').click()
    await bubble('in', 'ویرایش شد').waitFor()
    expect(await bubble('in', 'ویرایش شد').textContent()).toContain('ویرایش‌شده')
  })

  it('shows a spinner until the press is answered', async () => {
    await start()
    await say('/buttons')
    await button('بی‌پاسخ').click()
    expect(await button('بی‌پاسخ').getAttribute('class')).toBe('waiting')
    await page.locator('#toast', { hasText: 'ربات به این دکمه پاسخ نداد' }).waitFor()
    expect(await button('بی‌پاسخ').getAttribute('class')).toBe('')
  })

  it('shows formatted text, and hides what is to be opened', async () => {
    await start()
    await say('/rich')
    const message = bubble('in', 'درشت')
    await message.waitFor()
    expect(await message.locator('b').textContent()).toBe('درشت')
    expect(await message.locator('a').getAttribute('href')).toBe('https://example.org/')
    await message.locator('.spoiler').click()
    expect(await message.locator('.spoiler').getAttribute('class')).toContain('shown')
    await message.locator('blockquote').click()
    expect(await message.locator('blockquote').getAttribute('aria-expanded')).toBe('true')
  })

  it('never reads a message as HTML', async () => {
    await start()
    await say('<img src=x onerror=alert(1)> & <b>متن</b>')
    await bubble('in', '<img src=x').waitFor()
    expect(await page.locator('.text img, .text b').count()).toBe(0)
  })

  it('shows pictures large and files as downloads, and sends files', async () => {
    await start()
    await say('نمودار')
    await page.locator('.picture img').waitFor()
    await page.locator('.picture').click()
    await page.locator('#lightbox[open] img').waitFor()
    await page.keyboard.press('Escape')

    await say('/file')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.document').click(),
    ])
    expect(download.suggestedFilename()).toBe('گزارش قم.csv')

    const files = page.locator('#file')
    const buffer = Buffer.from('شاخص,مکان\n')
    await files.setInputFiles({ name: 'داده.csv', mimeType: 'text/csv', buffer })
    await page.fill('#upload-caption', 'برای افزودن')
    await page.click('#upload-send')
    await bubble('in', `داده.csv: ${buffer.length} بایت`).waitFor()
    await files.setInputFiles({ name: 'عکس.png', mimeType: 'image/png', buffer: PIXEL })
    await page.click('#upload-send')
    await page.locator('.message.out .picture').waitFor()
  })

  it('replies, and edits own messages', async () => {
    await start()
    await say('یک')
    await bubble('in', 'یک').locator('.bubble').dblclick()
    await say('پاسخ من')
    await bubble('out', 'پاسخ من').locator('.quoted', { hasText: 'یک' }).waitFor()
    await bubble('in', 'پاسخ من').waitFor()
    await bubble('out', 'پاسخ من').locator('.text').click({ button: 'right' })
    await page.locator('#bubble-menu button', { hasText: 'ویرایش' }).click()
    await say('درست')
    await bubble('in', 'ویراسته: درست').waitFor()
    expect(await page.locator('.message.out', { hasText: 'پاسخ من' }).count()).toBe(0)
  })

  it('offers commands by the menu and by «/»', async () => {
    await start()
    await page.click('#menu')
    expect(await page.locator('#suggestions [role=option]').allInnerTexts()).toHaveLength(2)
    await page.keyboard.press('Escape')
    await page.fill('#input', '/bu')
    await page.locator('#suggestions [role=option]', { hasText: 'دکمه‌ها' }).click()
    await button('منبع').waitFor()
  })

  it('keeps people apart, and joins them in the group with inline results', async () => {
    await open(DESKTOP)
    await start()
    await page.locator('#people button', { hasText: 'مدیر' }).click()
    await page.locator('#start').waitFor()
    expect(await page.locator('.message').count()).toBe(0)
    await page.locator('#chats button', { hasText: 'گروه آزمایشی' }).click()
    await page.fill('#input', '@arqam_trial_bot قم')
    await page.locator('#suggestions [role=option]', { hasText: 'پاسخ «قم»' }).click()
    await bubble('out', 'پاسخ قم').waitFor()
    await page.locator('#people button', { hasText: 'کارشناس' }).click()
    await page.locator('.message.in .sender', { hasText: 'مدیر' }).waitFor()
  })

  it('keeps its messages when it is opened anew', async () => {
    await start()
    await say('ماندگار')
    await bubble('in', 'ماندگار').waitFor()
    await page.reload()
    await bubble('in', 'ماندگار').waitFor()
  })

  it('does not scroll sideways on a narrow phone, whatever is said', async () => {
    await start()
    await say(`${'بسیار'.repeat(40)} https://example.org/${'a'.repeat(120)}`)
    await bubble('in', 'example.org').waitFor()
    await say('/rich')
    await say('/buttons')
    await button('منبع').waitFor()
    expect(await scrollsSideways()).toBe(false)
    await page.click('#back')
    await page.locator('#chats').waitFor()
    expect(await scrollsSideways()).toBe(false)
  })

  it('tells of slips in the bot that Telegram would pass over', async () => {
    await start()
    const address = `${trial.apiRoot}/bot${trial.token}/sendMessage?chat_id=1001&text=a&txt=b`
    await fetch(address)
    await page.locator('#toast', { hasText: 'sendMessage: txt' }).waitFor()
    trial.server.world.violations.length = 0
  })
})
