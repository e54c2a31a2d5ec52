import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KEY, openBrowser, picture, SERVER, type Watched } from './browser'

// The server has three contacts: see the fixture in tests/frontend/test_browser.py.

async function enter({ page }: Watched, address = '/graphiql') {
  await page.goto(`${SERVER}${address}`)
  await page.getByLabel('Or paste an API key').fill(KEY)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
}

test('an analyst picks an example, runs it, and takes the rows along', async () => {
  const watched = await openBrowser()
  const { page } = watched
  try {
    await enter(watched)
    await page.getByRole('button', { name: 'The best leads' }).click()
    await page.waitForURL(`${SERVER}/graphiql?query=example_best-leads`)
    await page.getByRole('button', { name: /^Execute query/ }).click()
    const download = page.getByRole('button', { name: 'CSV of contacts.nodes, 3 rows' })
    await download.waitFor()
    await picture(page, 'console-light')

    const [file] = await Promise.all([page.waitForEvent('download'), download.click()])

    expect(file.suggestedFilename()).toBe('contacts.nodes.csv')
    expect(readFileSync(await file.path(), 'utf8')).toBe(
      '\uFEFFname,title,companyName,leadScore,lifecycleStage,email,owner\r\n' +
        'Ada Lovelace,Engineer,"Engines, Ltd.",90,lead,ada@example.com,\r\n' +
        "'=1+1 Mallory,,,50,lead,mallory@example.com,\r\n" +
        'Alan Turing,,,,,alan@example.com,\r\n',
    )
    expect(await page.getByText(/^\d+ ms$|^\d+\.\d\d s$/).count()).toBe(1)
    expect(watched.faults).toEqual([])
    expect(watched.foreign).toEqual([])
  } finally {
    await watched.close()
  }
})

test('the editor completes names from the schema, in the dark as well', async () => {
  const watched = await openBrowser({ dark: true })
  const { page } = watched
  try {
    await enter(
      watched,
      `/graphiql?${new URLSearchParams({ query: 'example_find-people', variables: '{"words":"ada","first":1}' })}`,
    )
    expect(await page.locator('.graphiql-query-editor').textContent()).toContain('FindPeople')
    expect(await page.locator('.graphiql-editor-tool').textContent()).toContain('"ada"')

    await page.getByRole('button', { name: 'New tab' }).click()
    await page.locator('.graphiql-query-editor .monaco-editor').click()
    // The editor closes braces by itself, so none is written here.
    await page.keyboard.type('{ contactBy')
    await page.keyboard.press('Control+Space')

    const offered = page.locator('.suggest-widget .monaco-list-row')
    await offered.first().waitFor()
    await expect.poll(() => offered.first().getAttribute('aria-label')).toContain('contactByExternalId') // it follows the typing
    await picture(page, 'console-dark')
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    expect(watched.faults).toEqual([])
    expect(watched.foreign).toEqual([])
  } finally {
    await watched.close()
  }
})

test('a query is kept on the server, found again by its link, and taken away', async () => {
  const watched = await openBrowser()
  const { page } = watched
  try {
    await enter(watched, '/graphiql?query=example_best-leads')
    await page.getByRole('button', { name: 'Save this query' }).click()
    expect(await page.getByLabel('Title').inputValue()).toBe('Best leads')
    await page.getByLabel('Title').fill('The three best')
    await page.getByLabel('What it answers').fill('For the Monday meeting.')
    await page.getByLabel('Everyone sees it').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/graphiql\?query=query_/)
    const own = page.getByRole('region', { name: 'Yours' })
    await own.getByRole('button', { name: 'The three best' }).waitFor()
    await picture(page, 'console-saved')

    await enter(watched, new URL(page.url()).pathname + new URL(page.url()).search)
    expect(await page.locator('.graphiql-query-editor').textContent()).toContain('BestLeads')

    await own.getByRole('button', { name: 'Delete' }).click()
    await own.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('What you save stands here').waitFor()
    expect(watched.faults).toEqual([])
  } finally {
    await watched.close()
  }
})

test('a subscription tells of a change while the page is open', async () => {
  const watched = await openBrowser()
  const { page } = watched
  try {
    await enter(watched, `/graphiql?${new URLSearchParams({ query: 'example_best-leads' })}`)
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.locator('.graphiql-query-editor .monaco-editor').click()
    await page.keyboard.type('subscription { contactChanged { fate contact { name')
    await page.keyboard.press('Escape') // what is offered lies over the button
    const heard: string[] = []
    let isOpen = false
    page.on('websocket', (socket) => {
      isOpen = true
      socket.on('framereceived', ({ payload }) => heard.push(String(payload)))
    })
    // What is typed reaches the console a moment later, and before that there is nothing to run.
    await expect
      .poll(
        async () => {
          if (!isOpen) await page.keyboard.press('Control+Enter')
          return heard.some((payload) => payload.includes('connection_ack'))
        },
        { interval: 2_000, timeout: 20_000 },
      )
      .toBe(true)
    const headers = { 'x-api-key': KEY, 'content-type': 'application/json' }
    const grace = { externalId: 'lead-9', email: 'grace@example.com', fullName: 'Grace Hopper' }

    // No message tells when the server begins to listen; until it does, nothing is told.
    await expect
      .poll(
        async () => {
          const body = JSON.stringify({ contacts: [{ ...grace, title: `Admiral ${Date.now()}` }] })
          await fetch(`${SERVER}/contacts`, { method: 'POST', headers, body })
          return page.locator('.result-window').getByText('"Grace Hopper"').count()
        },
        { interval: 500, timeout: 15_000 },
      )
      .not.toBe(0)
    expect(watched.faults).toEqual([])
  } finally {
    await watched.close()
  }
})

test('a key is gone when the page is loaded again', async () => {
  const watched = await openBrowser()
  const { page } = watched
  try {
    await enter(watched)
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    await page.reload()

    await page.getByLabel('Or paste an API key').waitFor()
    expect(kept).not.toContain(KEY)
    await picture(page, 'console-stranger')
  } finally {
    await watched.close()
  }
})

test('a call is made from its documentation', async () => {
  const watched = await openBrowser()
  const { page } = watched
  try {
    await page.goto(`${SERVER}/docs`)
    await page.getByRole('link', { name: 'Make the calls from here, with a key of yours' }).click()
    await page.getByRole('button', { name: 'Authorize', exact: true }).click()
    await page.locator('.auth-container input').fill(KEY)
    await page.locator('.auth-container').getByRole('button', { name: 'Apply credentials' }).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('button', { name: /Check the connection/ }).click()
    await page.getByRole('button', { name: 'Execute' }).click()

    await page.locator('.live-responses-table').getByText('"status": "ok"').waitFor()
    expect(watched.faults).toEqual([])
    expect(watched.foreign).toEqual([])
  } finally {
    await watched.close()
  }
})
