import { beforeAll, expect, test } from 'vitest'
import { ask, call, idOf } from './asking'
import { hasFocus, tabTo } from './moving'
import { complaints, signInFirst, visit } from './visiting'

// The server has three contacts: see the fixture in tests/frontend/test_browser.py. What operators do is done by keys alone.

beforeAll(async () => {
  await signInFirst()
  const crmId = await idOf('lead-1')
  await call('PUT', '/contacts', [{ crmId, campaignEngagementStatus: 'Message Replied (1/2) - EMAIL' }])
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
  await call('PUT', '/contacts', [{ crmId, title: 'Logician' }])
  await visit('/sync?act=update_contacts', async (page) => {
    const grid = page.getByRole('grid', { name: 'Runs' })
    await grid.getByRole('link', { name: 'Contacts updated' }).first().waitFor()
    const rows = Number(await grid.getAttribute('aria-rowcount'))
    await page.waitForTimeout(500) // for the socket to be open, over which runs are told
    await call('PUT', '/contacts', [{ crmId, city: 'Wilmslow' }])
    await page.locator(`[aria-rowcount="${rows + 1}"]`).waitFor()
    await page.keyboard.press('j')
    await expect.poll(() => hasFocus(grid.getByRole('row').nth(1))).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: /Alan Turing/ }))
    await page.keyboard.press('Enter')
    await page.waitForURL(/item=0/)
    await page.getByRole('row', { name: 'city nothing Wilmslow' }).waitFor()
    expect(await complaints(page)).toEqual([])

    await tabTo(page, page.getByRole('button', { name: 'Undo this run' }))
    await page.keyboard.press('Enter')
    const sure = page.getByRole('dialog').getByRole('button', { name: 'Undo this run' })
    await sure.waitFor()
    await expect.poll(() => hasFocus(sure)).toBe(true)
    await page.keyboard.press('Enter')

    await page.getByText('The run is undone').waitFor()
    await page.getByText('Undone by').waitFor()
  })
})

test('a preview tells what is wrong with a text, then whom it would find, and writes nothing', async () => {
  await visit('/sync/preview', async (page) => {
    const body = page.getByRole('textbox', { name: 'JSON' })
    await tabTo(page, body)
    await page.keyboard.insertText('{"contacts": [{"externalId": "new-1", "email": "ADA@example.com",}]}')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Line 1, column 66: Expected a name in double quotes, but “}]}” stands there.').waitFor()

    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('{"contacts": [{"externalId": "new-1", "email": "ADA@example.com"}]}')
    await tabTo(page, page.getByRole('button', { name: 'Preview', exact: true }))
    await page.keyboard.press('Enter')

    const result = page.getByRole('region', { name: 'What would come of it' })
    await result.getByRole('paragraph').getByRole('link', { name: 'Ada Lovelace' }).waitFor()
    await tabTo(page, result.getByRole('button', { name: 'Identifiers' }))
    await page.keyboard.press('Enter')
    await result.getByRole('row', { name: 'e-mail ada@example.com 1 record' }).waitFor()
    expect(await complaints(page)).toEqual([])
  })
})

test('what a name means is confirmed', async () => {
  const crmId = await idOf('lead-1')
  await call('PUT', '/contacts', [{ crmId, my_status: 'Message Sent (1/3) - EMAIL' }])
  await visit('/fields', async (page) => {
    await tabTo(page, page.getByRole('button', { name: 'Confirm what my_status means' }))
    await page.keyboard.press('Enter')

    await page.getByText('my_status means engagement status', { exact: true }).waitFor()
    await page.getByText('Nothing waits for you').waitFor()
  })
})

test('a key is made, shown once, used, and revoked', async () => {
  await visit('/settings/connection', async (page) => {
    await tabTo(page, page.getByRole('link', { name: 'Make a key' }))
    await page.keyboard.press('Enter')
    const label = page.getByRole('dialog').getByLabel('What it is for')
    await label.waitFor()
    await expect.poll(() => hasFocus(label)).toBe(true)
    expect(await label.inputValue()).toBe('Enginy')
    await page.keyboard.press('Enter')
    const secret = await page
      .getByRole('dialog')
      .getByText(/^rolo_[\w-]{20,}$/)
      .textContent()
    expect((await call('GET', '/health', undefined, secret ?? '')).status).toBe(200)
    expect(await hasFocus(page.getByRole('button', { name: 'Copy the key', exact: true }))).toBe(true)
    await tabTo(page, page.getByRole('button', { name: 'I have copied it' }))
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /^Enginy/ }).waitFor()
    await expect.poll(() => page.content()).not.toContain(secret) // the dialog takes a moment to go

    await tabTo(page, page.getByRole('button', { name: 'Revoke Enginy' }))
    await page.keyboard.press('Enter')
    const sure = page.getByRole('dialog').getByRole('button', { name: 'Revoke' })
    await sure.waitFor()
    await expect.poll(() => hasFocus(sure)).toBe(true)
    await page.keyboard.press('Enter')

    await page.getByText('The key for Enginy does not work any more').waitFor()
    expect((await call('GET', '/health', undefined, secret ?? '')).status).toBe(401)
  })
})

test('two people are said to be two, and that is taken back', async () => {
  await ask(`mutation($leads: [LeadInput!]!) { createContacts(leads: $leads) { results { id } } }`, {
    leads: ['Grace', 'Rosalind'].map((firstName) => ({ firstName, phone: '+44 20 8366 1177' })),
  })
  await visit('/sync/duplicates', async (page) => {
    const pair = page.getByRole('listitem').filter({ hasText: 'Grace' })
    await pair.waitFor()
    await page.keyboard.press('j')
    expect(await hasFocus(pair)).toBe(true)
    await page.keyboard.press('d')
    await page.getByText('Grace and Rosalind are two').waitFor()
    await pair.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByText('Undone').waitFor()
    await pair.waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    await pair.waitFor({ state: 'detached' })

    await tabTo(page, page.getByRole('radio', { name: 'Open' }))
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/state=DISMISSED/)
    await pair.getByText('Said to be two by Admin').waitFor()
    await tabTo(page, pair)
    await page.keyboard.press('o')
    await page.getByText('Grace and Rosalind may be one').waitFor()
    await page.getByText('No pair was dismissed').waitFor()
  })
})

test('a lead that two people match is said to be one of them, and that is taken back', async () => {
  const twins = ['Ann', 'Beth'].map((firstName) => ({ firstName, email: 'ann@example.com' }))
  await ask(
    `mutation($leads: [LeadInput!]!) { createContacts(leads: $leads, allowDuplicates: true) { results { id } } }`,
    { leads: twins },
  )
  const lead = { externalId: 'twin', email: 'ann@example.com' }
  await call('POST', '/contacts/sync', [lead])
  await visit('/sync/ambiguous', async (page) => {
    const waiting = page.getByRole('listitem').filter({ hasText: 'Lead twin' })
    await waiting.waitFor()
    const [first] = await waiting.getByRole('listitem').getByRole('link').allTextContents()
    await page.keyboard.press('j')
    await page.keyboard.press('1')
    await page.getByText(`From now on it is ${first}`).waitFor()
    await page.getByText('Nothing to resolve').waitFor()
    await page.keyboard.press('Control+z')
    await waiting.waitFor()

    await tabTo(page, waiting.getByRole('button', { name: new RegExp(`^It is this one.*${first}$`) }))
    await page.keyboard.press('Enter')

    await page.getByText('Nothing to resolve').waitFor()
    await expect
      .poll(() => ask('{ contactByExternalId(externalId: "twin") { name } }'))
      .toEqual({ contactByExternalId: { name: first } })
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
