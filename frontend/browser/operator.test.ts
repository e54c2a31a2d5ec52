import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { KEY, picture, SERVER } from './browser'
import { complaints, signInFirst, visit } from './visiting'

// The server has three contacts: see the fixture in tests/frontend/test_browser.py.

beforeAll(signInFirst)

/** Call as Enginy does. */
async function call(method: string, path: string, key: string, contacts?: object[]) {
  const answer = await fetch(SERVER + path, {
    method,
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    ...(contacts ? { body: JSON.stringify({ contacts }) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as { results: { crmId: string }[] } }
}

async function idOf(externalId: string) {
  const { body } = await call('POST', '/contacts/sync', KEY, [{ externalId }])
  return body.results[0]?.crmId ?? ''
}

/** Go on inside of the app, which is faster than to open it anew. */
async function goTo(page: Page, address: string) {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}

const PAGES = [
  ['/engagement?compare=before', 'Engagement'],
  ['/sync?act=all', 'Sync'],
  ['/sync/ambiguous', 'Sync'],
  ['/sync/duplicates', 'Sync'],
  ['/sync/preview', 'Sync'],
  ['/fields', 'Fields'],
  ['/settings/connection', 'Settings'],
  ['/settings/answers', 'Settings'],
  ['/settings/matching', 'Settings'],
  ['/settings/sales', 'Settings'],
  ['/settings/tags', 'Settings'],
  ['/settings/keys', 'Settings'],
  ['/settings/users', 'Settings'],
  ['/profile', 'Profile'],
] as const

test.each([
  ['wide', {}],
  ['narrow in the dark', { width: 360, height: 740, dark: true }],
])('the pages of operators have nothing against them, %s', async (name, options) => {
  const crmId = await idOf('lead-1')
  await call('PUT', '/contacts', KEY, [{ crmId, campaignEngagementStatus: 'Message Replied (1/2) - EMAIL' }])
  await visit(
    '/profile',
    async (page) => {
      await page.getByRole('heading', { name: 'Profile' }).waitFor()
      for (const [address, heading] of PAGES) {
        await goTo(page, address)
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
        await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]'))
        expect(await complaints(page), address).toEqual([])
        await picture(page, `${address.split('?')[0]?.slice(1).replace('/', '-')}-${name.split(' ')[0]}`)
      }
    },
    options,
  )
})

test('a number is opened in GraphiQL as the query that made it, and a chart as its table', async () => {
  await visit('/engagement?period=all', async (page) => {
    const funnel = page.getByRole('region', { name: 'Funnel' })
    await funnel.getByRole('list').waitFor()
    await funnel.getByText('Table').click()
    await page.waitForURL(/funnel=table/)
    await funnel.getByRole('table', { name: 'Funnel' }).waitFor()
    await funnel.getByRole('link', { name: /GraphiQL/ }).click()

    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    expect(await page.locator('.graphiql-query-editor').textContent()).toContain('EngagementFunnel')
  })
})

test('a call of Enginy’s appears by itself, with what it changed, and is undone', async () => {
  const crmId = await idOf('lead-3')
  await visit('/sync?act=update_contacts', async (page) => {
    const grid = page.getByRole('grid', { name: 'Runs' })
    await grid.getByRole('link', { name: 'Contacts updated' }).first().waitFor()
    const rows = Number(await grid.getAttribute('aria-rowcount'))
    await page.waitForTimeout(500) // for the socket to be open, over which runs are told
    await call('PUT', '/contacts', KEY, [{ crmId, city: 'Wilmslow' }])
    await page.locator(`[aria-rowcount="${rows + 1}"]`).waitFor()
    await page.getByRole('link', { name: 'Contacts updated' }).first().click()
    await page.getByRole('button', { name: /Alan Turing/ }).click()
    await page.waitForURL(/item=0/)
    await page.getByRole('row', { name: 'city nothing Wilmslow' }).waitFor()
    expect(await complaints(page)).toEqual([])

    await page.getByRole('button', { name: 'Undo this run' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this run' }).click()

    await page.getByText('The run is undone').waitFor()
    await page.getByText('Undone by').waitFor()
  })
})

test('a preview tells what is wrong with a text, then whom it would find, and writes nothing', async () => {
  await visit('/sync/preview', async (page) => {
    const body = page.getByRole('textbox', { name: 'JSON' })
    await body.fill('{"contacts": [{"externalId": "new-1", "email": "ADA@example.com",}]}')
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    await page.getByText('Line 1, column 66: Expected a name in double quotes, but “}]}” stands there.').waitFor()

    await body.fill('{"contacts": [{"externalId": "new-1", "email": "ADA@example.com"}]}')
    await page.getByRole('button', { name: 'Preview', exact: true }).click()

    const result = page.getByRole('region', { name: 'What would come of it' })
    await result.getByRole('paragraph').getByRole('link', { name: 'Ada Lovelace' }).waitFor()
    await result.getByRole('button', { name: 'Identifiers' }).click()
    await result.getByRole('row', { name: 'e-mail ada@example.com 1 record' }).waitFor()
    expect(await complaints(page)).toEqual([])
    await picture(page, 'sync-preview')
  })
})

test('what a name means is confirmed', async () => {
  const crmId = await idOf('lead-1')
  await call('PUT', '/contacts', KEY, [{ crmId, my_status: 'Message Sent (1/3) - EMAIL' }])
  await visit('/fields', async (page) => {
    await page.getByRole('button', { name: 'Confirm what my_status means' }).click()

    await page.getByText('my_status means engagement status', { exact: true }).waitFor()
    await page.getByText('Nothing waits for you').waitFor()
  })
})

test('a key is made, shown once, used, and revoked', async () => {
  await visit('/settings/connection', async (page) => {
    await page.getByRole('link', { name: 'Make a key' }).click()
    const form = page.getByRole('dialog')
    expect(await form.getByLabel('What it is for').inputValue()).toBe('Enginy')
    await form.getByRole('button', { name: 'Make a key' }).click()
    const secret = await page
      .getByRole('dialog')
      .getByText(/^rolo_[\w-]{20,}$/)
      .textContent()
    expect((await call('GET', '/health', secret ?? '')).status).toBe(200)
    await page.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('row', { name: /^Enginy/ }).waitFor()
    expect(await page.content()).not.toContain(secret)

    await page.getByRole('button', { name: 'Revoke Enginy' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()

    await page.getByText('The key for Enginy does not work any more').waitFor()
    expect((await call('GET', '/health', secret ?? '')).status).toBe(401)
  })
})

test('an answer is seen before it is saved', async () => {
  await visit('/settings/answers', async (page) => {
    await page.getByLabel('Leave them out').check()
    await page.getByText('Enginy may clear what it sent and the answer leaves out: email, firstName, title.').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The settings are saved').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Nothing that Enginy sent is cleared').waitFor()
  })
})
