import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'

/** The server under test. */
export const SERVER = required('ROLOGRAPH_TEST_URL')
/** A key it knows. */
export const KEY = required('ROLOGRAPH_TEST_KEY')
/** Signs the first admin in, once. */
export const LINK = required('ROLOGRAPH_TEST_LINK')

// Chromium's own traffic is not ours to judge, so it is told to have none.
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let started: Promise<Browser> | undefined

afterAll(async () => (await started)?.close())

/** A page in a profile of its own, and what it did that it must not do. */
export type Watched = {
  page: Page
  /** Addresses of other machines that were asked for. */
  foreign: string[]
  /** What the browser's security policy refused, and errors nobody caught. */
  faults: string[]
  close: () => Promise<void>
}

/** Open a page in a profile that knows nothing yet. The browser is started once for all tests of a file. */
export async function openBrowser(options: { dark?: boolean; width?: number; height?: number } = {}): Promise<Watched> {
  started ??= chromium.launch({ executablePath: required('ROLOGRAPH_TEST_CHROMIUM'), args: OPTIONS })
  const context = await (await started).newContext({
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: options.width ?? 1400, height: options.height ?? 860 },
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const foreign: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    if (/^(https?|wss?):/.test(address) && !address.startsWith(SERVER)) foreign.push(address)
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  const close = () => context.close()
  return { page, foreign, faults, close }
}

/** Keep a picture of the page, where a folder for pictures is named. */
export async function picture(page: Page, name: string) {
  const folder = process.env.ROLOGRAPH_TEST_PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; pytest sets it when it starts these tests`)
  return value
}
