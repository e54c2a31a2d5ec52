/**
 * How long a person waits for the list of contacts: run by `tests/benchmarks/pages.py`, which knows the server.
 *
 * The figures are one line of JSON. Then the browser, in which somebody is signed in, stays open until the input ends.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const [server = '', link = '', program = '', debugging = '', rounds = '7'] = process.argv.slice(2)
const ROWS = 'tr[data-index] a[href^="/contacts/"]'
const STEPS = 60 // of 26 rows, ten a second: a hand that throws the list
const STEP_PIXELS = 1_000
const STEP_MILLISECONDS = 100

const profile = mkdtempSync(join(tmpdir(), 'rolograph-speed-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: program,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', `--remote-debugging-port=${debugging}`],
  viewport: { width: 1350, height: 940 },
})
const page = context.pages()[0] ?? (await context.newPage())
await signIn(page)
const shell: number[] = []
const contacts: number[] = []
for (let round = 0; round < Number(rounds); round += 1) {
  shell.push(await opened(page, '/profile/nowhere', 'h1'))
  contacts.push(await opened(page, '/contacts', ROWS))
}
const typing = await typed(page, 'last4')
await opened(page, '/contacts', ROWS)
const scrolling = await scrolled(page)
process.stdout.write(`${JSON.stringify({ shell, contacts, typing, scrolling })}\n`)
for await (const _ of process.stdin);
await context.close()
rmSync(profile, { recursive: true, force: true })

async function signIn(page: Page) {
  await page.goto(link)
  await page.getByLabel('Your e-mail address').fill('admin@example.com')
  await page.getByLabel('New password').fill('a long sentence to sign in by')
  await page.getByLabel('The same again').fill('a long sentence to sign in by')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
}

/** Milliseconds from the start of a navigation until what was asked for is there and the page has nothing to do. */
async function opened(page: Page, path: string, selector: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(server + path, { waitUntil: 'commit' })
  return page.evaluate(async (wanted) => {
    while (!document.querySelector(wanted)) {
      if (performance.now() > 60_000) throw new Error(`${location.pathname} shows no ${wanted}`)
      await new Promise(requestAnimationFrame)
    }
    await new Promise((idle) => requestIdleCallback(idle))
    return performance.now()
  }, selector)
}

/** What each letter costs that is typed into the search. */
async function typed(page: Page, text: string) {
  await page.waitForLoadState('networkidle') // what the page still asks for by itself is no letter's
  await page.evaluate(() => {
    const seen = window as unknown as { shift: number }
    seen.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift' })
    performance.clearResourceTimings()
  })
  await page.getByRole('searchbox').focus()
  for (const letter of text) {
    await page.keyboard.type(letter)
    await page.waitForTimeout(1_500)
  }
  return page.evaluate((letters) => {
    const asked = performance.getEntriesByType('resource').filter((each) => each.name.endsWith('/graphql'))
    const resources = asked as PerformanceResourceTiming[]
    return {
      requests: resources.length / letters,
      kilobytes: Math.max(0, ...resources.map((each) => each.transferSize)) / 1_000,
      shift: (window as unknown as { shift: number }).shift,
    }
  }, text.length)
}

/** How long somebody who throws the list looks at rows that are not there yet, and what a page takes meanwhile. */
async function scrolled(page: Page) {
  return page.evaluate(
    async ({ steps, pixels, milliseconds, rows }) => {
      let box = document.querySelector('tr[data-index]')?.parentElement ?? null
      while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
      if (!box) throw new Error('the list is not in a box that scrolls')
      const list = box
      performance.clearResourceTimings()
      const frames: number[] = []
      let waits = 0
      let longest = 0
      let since: number | null = null
      let last = performance.now()
      let going = true
      const watch = (now: number) => {
        frames.push(now - last)
        last = now
        const bounds = list.getBoundingClientRect()
        const middle = document.elementFromPoint(bounds.left + 200, bounds.top + bounds.height / 2)
        const there = middle?.closest('tr')?.querySelector(rows.split(' ').slice(1).join(' ')) != null
        if (there && since !== null) {
          longest = Math.max(longest, now - since)
          waits += 1
        }
        since = there ? null : (since ?? now)
        if (going) requestAnimationFrame(watch)
      }
      requestAnimationFrame(watch)
      for (let step = 0; step < steps; step += 1) {
        list.scrollTop += pixels
        await new Promise((next) => setTimeout(next, milliseconds))
      }
      const until = performance.now() + 5_000
      while (since !== null && performance.now() < until) await new Promise(requestAnimationFrame)
      going = false
      const asked = performance.getEntriesByType('resource').filter((each) => each.name.endsWith('/graphql'))
      const took = asked.map((each) => each.duration)
      frames.sort((one, other) => one - other)
      return {
        reached: Math.round(list.scrollTop / 38),
        pages: took.length,
        fetch: Math.max(0, ...took),
        waits,
        longest,
        frame: frames[Math.floor(frames.length * 0.95)] ?? 0,
      }
    },
    { steps: STEPS, pixels: STEP_PIXELS, milliseconds: STEP_MILLISECONDS, rows: ROWS },
  )
}
