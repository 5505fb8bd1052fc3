import { findChromium, launchChromium } from './trial/chromium.ts'
const b = await launchChromium(findChromium() ?? '')
const page = await b.context.newPage()
page.setDefaultTimeout(9000)
page.on('console', (m) => { if (['error','warning'].includes(m.type())) console.log('CONSOLE', m.text()) })
page.on('pageerror', (e) => console.log('PAGEERROR', e))
await page.setViewportSize({ width: 390, height: 844 })
await page.goto('http://127.0.0.1:8931/')
await page.locator('#people button').first().waitFor()
let n = 0
const count = () => page.locator('.message.in').count()
const settle = async (before: number) => { const until = Date.now() + 8000; while ((await count()) <= before && Date.now() < until) await page.waitForTimeout(50); await page.waitForTimeout(500) }
const shot = async (name: string) => { await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/fw-shots/${String(++n).padStart(2,'0')}-${name}.png` }) }
const say = async (t: string) => { const c = await count(); await page.fill('#input', t); await page.click('#send'); await settle(c) }
const press = async (l: string) => { const c = await count(); await page.locator('.inline-keyboard button, .inline-keyboard a', { hasText: l }).last().click(); await settle(c) }
const steps = process.argv.slice(2)
if (await page.locator('#start').isVisible()) { const c = await count(); await page.click('#start'); await settle(c) }
for (const s of steps) {
  const [kind, value = ''] = s.split('=')
  try {
    if (kind === 'say') await say(value)
    else if (kind === 'press') await press(value)
    else if (kind === 'shot') await shot(value)
    else if (kind === 'wait') await page.waitForTimeout(Number(value))
    else if (kind === 'up') { await page.locator('#scroller').evaluate((e: any, d: number) => { e.scrollTop -= d }, Number(value)) }
  } catch (e) { console.log('STEP', s, String(e).slice(0, 200)) }
}
await b.close()
