import { expect, test } from 'vitest'
import { openBrowser, picture, SERVER } from './browser'

test.each([
  ['wide', { width: 1280, height: 800 }],
  ['narrow', { width: 360, height: 740 }],
  ['dark', { dark: true }],
])('the start and the address of a record open, %s', async (name, options) => {
  const watched = await openBrowser(options)
  const { page } = watched
  try {
    await page.goto(`${SERVER}/`)
    await page.getByRole('heading', { name: 'Rolograph' }).waitFor()
    await picture(page, `app-${name}`)
    await page.goto(`${SERVER}/contacts/contact_1`)
    await page.getByRole('heading', { name: 'Contact' }).waitFor()
    await picture(page, `record-${name}`)

    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider).toBe(false)
    expect(watched.faults).toEqual([])
    expect(watched.foreign).toEqual([])
  } finally {
    await watched.close()
  }
})
