import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { KEY, openBrowser, SERVER } from './browser'
import { signInFirst, visit } from './visiting'

// The server has three contacts: see the fixture in tests/frontend/test_browser.py.

beforeAll(signInFirst)

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('a stranger is asked to sign in, and led back to where they were', async () => {
  const { page, close } = await openBrowser()
  try {
    await page.goto(`${SERVER}/contacts?text=ada`)
    await page.waitForURL(/\/sign-in/)
    await page.getByLabel('E-mail address', { exact: true }).fill('admin@example.com')
    await page.getByLabel('Password', { exact: true }).fill('a long sentence to sign in by')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()

    await page.waitForURL(`${SERVER}/contacts?text=ada`)
    await rowOf(page, 'Ada Lovelace').waitFor()
  } finally {
    await close()
  }
})

test('somebody is found in the palette, and opened with what Enginy holds of them', async () => {
  await visit('/contacts', async (page) => {
    await rowOf(page, 'Ada Lovelace').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Find people, companies, deals, tasks, pages').fill('alan')
    await page.getByRole('button', { name: /^Alan Turing/ }).waitFor()
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Alan Turing' }).waitFor()
    await page.getByText('Linked to Enginy’s record').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Enginy' }).click()
    await page.getByText('lead-3').waitFor()
  })
})

test('a page is set as the app says, whichever of its style sheets came last', async () => {
  await visit('/contacts', async (page) => {
    await rowOf(page, 'Ada Lovelace').waitFor()
    const set = await page.evaluate(() => {
      const { fontSize, lineHeight } = getComputedStyle(document.body)
      return { fontSize, lineHeight }
    })
    expect(set).toEqual({ fontSize: '14px', lineHeight: '21px' })
  })
})

test('a view is found, filtered, saved, and opened again by its name', async () => {
  await visit('/contacts', async (page) => {
    await page.getByRole('searchbox').fill('love')
    await page.waitForURL(/text=love/)
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByPlaceholder('Filter by…').fill('owner')
    await page.keyboard.press('Enter')
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'nobody' })
    await page.waitForURL(/where=owner\.nobody/)
    await page.keyboard.press('Escape')
    await rowOf(page, 'Ada Lovelace').waitFor()
    await page.getByText('Alan Turing').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Love, and nobody’s')
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByText('“Love, and nobody’s” is saved').waitFor()
    await page.goto(`${SERVER}/contacts`)
    await rowOf(page, 'Alan Turing').waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Love, and nobody’s' }).click()

    await page.getByText('Alan Turing').waitFor({ state: 'detached' })
    expect(await page.getByRole('searchbox').inputValue()).toBe('love')
    expect(new URL(page.url()).searchParams.getAll('where')).toEqual(['owner.nobody.'])
  })
})

test('by keys alone a title is edited in place and undone, and so are tags of several people', async () => {
  await visit('/contacts?sort=LAST_NAME.asc', async (page) => {
    await rowOf(page, 'Ada Lovelace').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: 'Title' }).fill('Countess')
    await page.keyboard.press('Enter')
    await page.getByText('Title of Ada Lovelace changed').waitFor()
    expect(await rowOf(page, 'Ada Lovelace').textContent()).toContain('Countess')
    await page.keyboard.press('Control+z')
    await rowOf(page, 'Ada Lovelace').getByText('Engineer').waitFor()

    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByRole('region', { name: '2 selected' }).getByRole('button', { name: 'Tag' }).click()
    await page.keyboard.type('pioneer')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add tags' }).click()

    await page.getByText('2 contacts tagged').waitFor()
    await rowOf(page, 'Ada Lovelace').getByText('pioneer').waitFor()
    await page.keyboard.press('Control+z')
    await rowOf(page, 'Ada Lovelace').getByText('pioneer').waitFor({ state: 'detached' })
  })
})

test('the view is taken along as CSV that runs no formula', async () => {
  await visit('/contacts?columns=name,email&sort=LAST_NAME.desc', async (page) => {
    await rowOf(page, 'Ada Lovelace').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])

    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(lines.map((line) => line.split(',').slice(1).join(','))).toEqual([
      'Name,E-mail',
      'Alan Turing,alan@example.com',
      "'=1+1 Mallory,mallory@example.com",
      'Ada Lovelace,ada@example.com',
      '',
    ])
  })
})

test('what is mended on the page of a contact is told to Enginy by the next sync', async () => {
  await visit('/contacts?text=ada', async (page) => {
    await rowOf(page, 'Ada Lovelace').getByRole('link', { name: 'Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Edit Lifecycle stage' }).click()
    await page.getByRole('textbox', { name: 'Lifecycle stage' }).fill('customer')
    await page.keyboard.press('Enter')
    await page.getByText('Lifecycle stage changed').waitFor()

    await page.getByRole('tab', { name: 'Enginy' }).click()

    const row = page.getByRole('row').filter({ hasText: 'customer' })
    await row.first().waitFor()
    const cells = await row.first().getByRole('cell').allTextContents()
    expect(cells).toEqual(['Set', 'lifecycleStage', '—', 'customer', ''])
  })
})

test('what Enginy sends appears on the contact that is open', async () => {
  await visit('/contacts?text=turing', async (page) => {
    await rowOf(page, 'Alan Turing').getByRole('link', { name: 'Alan Turing' }).click()
    await page.getByText('Linked to Enginy’s record').waitFor()
    const crmId = new URL(page.url()).pathname.split('/').at(-1)

    const answer = await fetch(`${SERVER}/contacts`, {
      method: 'PUT',
      headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
      body: JSON.stringify({
        contacts: [{ crmId, title: 'Codebreaker', campaignEngagementStatus: 'Message Replied (1/2) - EMAIL' }],
      }),
    })

    expect(answer.status).toBe(200)
    await page.getByText('Codebreaker').first().waitFor()
    await page.getByRole('list', { name: 'Stage in campaigns' }).waitFor()
    await page.getByText('Enginy changed').waitFor()
  })
})

test('the list follows what Enginy sends, and tells of who is new without moving a row', async () => {
  await visit('/contacts?text=turing', async (page) => {
    const link = rowOf(page, 'Alan Turing').getByRole('link', { name: 'Alan Turing' })
    const crmId = (await link.getAttribute('href'))?.split('/').at(-1)
    const send = (method: string, contact: object) =>
      fetch(`${SERVER}/contacts`, {
        method,
        headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ contacts: [contact] }),
      })

    // The socket is opened beside the list; until it is, nothing is told.
    await expect
      .poll(
        async () => {
          await send('PUT', { crmId, title: `Logician ${Date.now()}` })
          return rowOf(page, 'Alan Turing').textContent()
        },
        { interval: 500, timeout: 15_000 },
      )
      .toContain('Logician')
    await send('POST', { externalId: 'lead-4', email: 'sara@example.com', firstName: 'Sara', lastName: 'Turing' })
    await page.getByRole('button', { name: '1 new' }).click()

    await rowOf(page, 'Sara Turing').waitFor()
    await page.getByRole('button', { name: '1 new' }).waitFor({ state: 'detached' })
  })
})

test('a group of conditions is part of the address', async () => {
  await visit('/contacts?where=email.isFilled.&sort=LAST_NAME.asc', async (page) => {
    await rowOf(page, 'Alan Turing').waitFor()
    for (const [button, name] of [
      ['Any of…', 'lovelace'],
      ['One more that may hold', 'mallory'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await page.getByPlaceholder('Filter by…').fill('last name')
      await page.keyboard.press('Enter')
      await page.getByLabel('Value').fill(name)
      await page.keyboard.press('Enter')
    }

    await page.getByText('Alan Turing').waitFor({ state: 'detached' })
    await rowOf(page, 'Ada Lovelace').waitFor()
    await rowOf(page, 'Mallory').waitFor()
    const { searchParams } = new URL(page.url())
    expect(searchParams.getAll('group')).toEqual(['1.lastName.contains.lovelace', '1.lastName.contains.mallory'])
  })
})

test('for people who may not explore the pages work as before, and hear what happens', async () => {
  await withdrawExploring(['ADMIN'])
  try {
    await visit('/contacts', async (page) => {
      await rowOf(page, 'Ada Lovelace').getByRole('link', { name: 'Ada Lovelace' }).click()
      await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
      const crmId = page.url().split('/').at(-1)
      const own = await page.evaluate(async () => {
        const headers = { 'content-type': 'application/json' }
        const body = JSON.stringify({ query: '{ contacts { totalCount } }' })
        return (await fetch('/graphql', { method: 'POST', headers, body })).status
      })

      await fetch(`${SERVER}/contacts`, {
        method: 'PUT',
        headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ contacts: [{ crmId, title: 'Countess' }] }),
      })

      expect(own).toBe(403)
      await page.getByText('Countess').first().waitFor()
    })
  } finally {
    await withdrawExploring([])
  }
})

/** Leave people of these roles the registered documents alone. */
async function withdrawExploring(roles: string[]) {
  const query = `mutation($roles: [Role!]) {
    updateConfiguration(changes: { exploreWithdrawn: $roles }) {
      ... on ConfigurationChanged { configuration { exploreWithdrawn } } } }`
  const answer = await fetch(`${SERVER}/graphql`, {
    method: 'POST',
    headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { roles } }),
  })
  expect(await answer.json()).toMatchObject({
    data: { updateConfiguration: { configuration: { exploreWithdrawn: roles } } },
  })
}
