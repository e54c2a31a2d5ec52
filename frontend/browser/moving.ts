import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const STEPS = 120 // from one end of a page to the other

/** Go on inside of the app, which is faster than to open it anew. */
export async function goTo(page: Page, address: string) {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}

/** Go from part to part, as somebody without a mouse does, until this one has the focus. */
export async function tabTo(page: Page, wanted: Locator) {
  await wanted.waitFor({ state: 'attached' })
  for (let step = 0; step < STEPS; step++) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press('Tab')
  }
  expect(await wanted.textContent(), 'cannot be reached by Tab').toBe(null)
}

export function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element === document.activeElement)
}
