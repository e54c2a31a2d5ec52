import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Cookie, Page } from 'playwright-core'
import { expect } from 'vitest'
import { LINK, openBrowser, SERVER, type Watched } from './browser'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let session: Cookie[]

/** Sign the first admin in by the link of the server's start, with a password from now on. */
export async function signInFirst() {
  const { page, close } = await openBrowser()
  await page.goto(LINK)
  await page.getByLabel('Your e-mail address').fill('admin@example.com')
  await page.getByLabel('New password').fill('a long sentence to sign in by')
  await page.getByLabel('The same again').fill('a long sentence to sign in by')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
  session = await page.context().cookies()
  await close()
}

/** Open a page as the admin, and see that it asked for nothing it must not. */
export async function visit(
  address: string,
  use: (page: Page) => Promise<void>,
  options: Parameters<typeof openBrowser>[0] = {},
) {
  const watched: Watched = await openBrowser(options)
  try {
    await watched.page.context().addCookies(session)
    await watched.page.goto(SERVER + address)
    await use(watched.page)
    expect(watched.faults).toEqual([])
    expect(watched.foreign).toEqual([])
  } finally {
    await watched.close()
  }
}

/** Violations of others that cannot be mended from here: a rule of axe, and what it says nothing new about. */
export type Known = { rule: string; at: string }[]

/** What axe has to say against a page, but for what is `known`; and whether it is wider than its window. */
export async function complaints(page: Page, known: Known = []): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE) // it is large, and stays with the page
  const found = await page.evaluate(async (known) => {
    const { violations } = await (
      window as unknown as { axe: { run: (options: object) => Promise<{ violations: Found[] }> } }
    ).axe.run({ resultTypes: ['violations'] })
    const wide = document.documentElement.scrollWidth > window.innerWidth
    const isNew = (rule: string, target: string) =>
      !known.some((each) => each.rule === rule && document.querySelector(target)?.matches(each.at))
    const told = violations.flatMap(({ id, nodes }) => {
      const at = nodes.filter(({ target }) => isNew(id, target[0] ?? '')).map((each) => each.html)
      return at.length > 0 ? [{ id, at }] : []
    })
    return [...told, ...(wide ? ['wide'] : [])]
    type Found = { id: string; nodes: { html: string; target: string[] }[] }
  }, known)
  return found
}
