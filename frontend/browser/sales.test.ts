import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './asking'
import { LINK, openBrowser, SERVER, type Watched } from './browser'

// Tasks, companies, deals and activities. The server has three contacts: see the fixture in tests/frontend/test_browser.py.

const DAY = 86_400_000
let watched: Watched
let page: Page

beforeAll(async () => {
  const { contacts } = await ask('{ contacts { nodes { id name } } }')
  const ada = contacts.nodes.find((each: { name: string }) => each.name === 'Ada Lovelace').id
  const engines = (
    await ask(
      'mutation { createCompanies(leads: [{ name: "Engines, Ltd.", domain: "engines.example" }]) { results { id } } }',
    )
  ).createCompanies.results[0].id
  await ask('mutation($pairs: [AssociationInput!]!) { associateContacts(pairs: $pairs) { created } }', {
    pairs: [{ contactId: ada, companyId: engines }],
  })
  const task = 'mutation($task: TaskFields!) { createTask(task: $task) { ... on TaskChanged { id } } }'
  await ask(task, { task: { subject: 'Call Ada', dueAt: new Date(Date.now() - 2 * DAY), contactId: ada } })
  await ask(task, { task: { subject: 'Send the offer', dueAt: new Date(Date.now() + 3 * DAY) } })
  await ask('mutation($deals: [DealFields!]!) { createDeals(deals: $deals) { results { id } } }', {
    deals: [
      { name: 'Pilot', amount: 1000, currency: 'EUR', contactId: ada, companyId: engines },
      { name: 'Yearly plan', amount: 500, currency: 'USD', companyId: engines },
    ],
  })
  const activity =
    'mutation($activity: ActivityInput!) { createActivity(activity: $activity) { ... on ActivityAdded { created } } }'
  await ask(activity, {
    activity: {
      type: 'EMAIL',
      direction: 'INBOUND',
      contactId: ada,
      subject: 'Re: Engines',
      body: 'Yes.\nOn Tuesday?',
    },
  })
  await ask(activity, { activity: { type: 'LINKEDIN', direction: 'OUTBOUND', contactId: ada, body: 'Hello, Ada' } })

  watched = await openBrowser({ width: 1280, height: 800 })
  page = watched.page
  await page.goto(LINK)
  await page.getByLabel('Your e-mail address').fill('admin@example.com')
  await page.getByLabel('New password').fill('a long sentence to sign in by')
  await page.getByLabel('The same again').fill('a long sentence to sign in by')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
})

afterAll(async () => {
  await watched.close()
  expect(watched.faults).toEqual([])
  expect(watched.foreign).toEqual([])
})

test('an overdue task is done with one key and undone with another, and a new one is written down', async () => {
  await page.goto(`${SERVER}/tasks?owner=all`)
  const overdue = page.getByRole('region', { name: 'Overdue' })
  const done = overdue.getByRole('checkbox', { name: 'Done: Call Ada' })
  await done.waitFor()

  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('Done: Call Ada', { exact: true }).waitFor()
  expect(await done.isChecked()).toBe(true)
  await page.keyboard.press('Control+z')
  await page.getByText('Undone').waitFor()
  await expect.poll(() => done.isChecked()).toBe(false)

  await page.keyboard.press('n')
  await page.getByLabel('What to do').fill('Write to Alan')
  await page.getByRole('combobox', { name: 'Contact' }).fill('alan')
  await page.getByRole('option', { name: /Alan Turing/ }).click()
  await page.getByRole('button', { name: 'Create task' }).click()
  await page.getByRole('region', { name: 'Without a date' }).getByRole('link', { name: 'Alan Turing' }).waitFor()
  expect(new URL(page.url()).search).toBe('?owner=all')
})

test('a company is found, opened by keyboard, and changed in place', async () => {
  await page.goto(`${SERVER}/companies`)
  await page.getByRole('searchbox').fill('engines')
  await page.waitForURL(/text=engines/)
  await page.getByRole('row').filter({ hasText: 'engines.example' }).waitFor()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TR')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Engines & Co.')
  await page.keyboard.press('Enter')
  await page.getByText('Name of Engines, Ltd. changed').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('row').filter({ hasText: 'Engines, Ltd.' }).waitFor()
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: 'Engines, Ltd.' }).waitFor()
  await page.getByRole('region', { name: 'People here' }).getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.getByRole('button', { name: 'Edit Industry' }).click()
  await page.getByRole('textbox', { name: 'Industry' }).fill('Machines')
  await page.keyboard.press('Enter')
  await page.getByText('Industry changed').waitFor()
  await page.getByText('Admin changed').waitFor()
})

test('a deal moves by keys, by hand and by its menu, and whoever wrote it first wins', async () => {
  await page.goto(`${SERVER}/deals`)
  const column = (name: string) => page.getByRole('list', { name, exact: true })
  const card = (where: string, name: string) => column(where).getByRole('listitem').filter({ hasText: name })
  await card('Qualified', 'Pilot').waitFor()

  await card('Qualified', 'Pilot').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByText('Pilot: Proposal').waitFor()
  await card('Proposal', 'Pilot').waitFor()
  expect(await card('Proposal', 'Pilot').evaluate((each) => each === document.activeElement)).toBe(true)
  expect(await column('Proposal').evaluate((list) => list.previousElementSibling?.textContent)).toBe('Proposal1€1,000')

  await card('Qualified', 'Yearly plan').dragTo(column('Won'))
  await page.getByText('Yearly plan: Won').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card('Qualified', 'Yearly plan').waitFor()

  const { deals } = await ask('{ deals { nodes { id name } } }')
  const { id } = deals.nodes.find((each: { name: string }) => each.name === 'Pilot')
  const worth =
    'mutation($id: ID!, $amount: Amount!) { updateDeal(id: $id, changes: { amount: $amount }) { __typename } }'
  await ask(worth, { id, amount: 1200 })
  await card('Proposal', '€1,200').waitFor() // by itself, as its column's totals
  await expect
    .poll(() => column('Proposal').evaluate((list) => list.previousElementSibling?.textContent))
    .toBe('Proposal1€1,200')

  await page.route('**/graphql', async (route) => {
    // Somebody else is faster, by as much as the way to the server takes.
    if (route.request().postDataJSON().operationName === 'UpdateDeal') await ask(worth, { id, amount: 1300 })
    await route.continue()
  })
  await card('Proposal', 'Pilot').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByText(/^Somebody else changed Pilot meanwhile/).waitFor()
  await card('Proposal', '€1,300').waitFor()
  await page.unroute('**/graphql')

  await page.getByRole('button', { name: 'What to do with Pilot' }).click()
  await page.getByRole('menuitem', { name: 'Lost…' }).click()
  await page.getByRole('button', { name: 'Price' }).click()
  await page.getByRole('button', { name: 'Mark as lost' }).click()
  await card('Lost', 'Price').waitFor()

  await page.goto(`${SERVER}/deals/${id}?view=table&status=all`)
  await page.getByText('Created').waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Pilot')
  const drawer = page.getByRole('dialog')
  let amount = 1300
  const changedBesides = async () => {
    amount += 1 // until the socket is open, nothing is told
    await ask(worth, { id, amount })
    return (await drawer.getByLabel('Amount').inputValue()) !== '1,300'
  }
  await expect.poll(changedBesides, { interval: 500, timeout: 15_000 }).toBe(true)
  await drawer.getByLabel('Name').fill('Pilot of ours')
  await ask(worth, { id, amount: 1500 })
  await drawer.getByText('Somebody else changed this deal meanwhile').waitFor()
  await expect.poll(() => drawer.getByLabel('Amount').inputValue()).toBe('1,500')
  expect(await drawer.getByLabel('Name').inputValue()).toBe('Pilot of ours')
  await page.keyboard.press('Escape')
  await page.waitForURL(`${SERVER}/deals?view=table&status=all`)
  await page.getByRole('row').filter({ hasText: 'Yearly plan' }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Every deal')
  await page.keyboard.press('Enter')
  await page.getByText('“Every deal” is saved').waitFor()
  await page.goto(`${SERVER}/deals`)
  await card('Qualified', 'Yearly plan').waitFor()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Every deal' }).click()
  await page.getByRole('row').filter({ hasText: 'Pilot' }).waitFor()
  expect(new URL(page.url()).searchParams.get('status')).toBe('all')
})

test('deals are filtered in plain words, in the table as on the board', async () => {
  await page.goto(`${SERVER}/deals?view=table&status=all`)
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await row('Yearly plan').waitFor()

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByPlaceholder('Filter by…').fill('amount')
  await page.keyboard.press('Enter')
  await page.getByLabel('Value').fill('900')
  await page.keyboard.press('Enter')

  await row('Yearly plan').waitFor({ state: 'detached' })
  await row('Pilot').waitFor()
  await page.getByText('Board', { exact: true }).click()
  await page.getByRole('list', { name: 'Lost' }).getByRole('listitem').filter({ hasText: 'Pilot' }).waitFor()
  expect(new URL(page.url()).searchParams.getAll('where')).toEqual(['amount.atLeast.900'])
  expect(await page.getByRole('listitem').filter({ hasText: 'Yearly plan' }).count()).toBe(0)
})

test('by keys deals are edited in the table, and two of them at once, which is undone as one', async () => {
  await page.goto(`${SERVER}/deals?view=table&status=all&sort=NAME.asc&columns=name,amount,expectedClose,stage`)
  const row = (...texts: string[]) => texts.reduce((found, hasText) => found.filter({ hasText }), page.getByRole('row'))
  const stages = async () =>
    (await ask('{ deals(orderBy: { field: NAME }) { nodes { name stage } } }')).deals.nodes.map(
      (each: { name: string; stage: string }) => `${each.name}: ${each.stage}`,
    )
  await row('Pilot').waitFor()

  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TR')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Deal', exact: true }).fill('Pilot of two')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('2500.50')
  await page.keyboard.press('Tab')
  await page.locator('td input[type=date]').fill('2027-02-01')
  await page.keyboard.press('Enter')
  await row('Pilot of two', '€2,500.50', 'Feb 1, 2027').waitFor()
  await page.getByText('Expected of Pilot of two changed').waitFor()

  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Set…' }).click()
  await page.getByRole('combobox', { name: 'Value' }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Negotiation' }).click()
  await page.getByRole('button', { name: 'Set the field' }).click()
  await page.getByText('2 deals changed').waitFor()
  expect(await stages()).toEqual(['Pilot of two: Negotiation', 'Yearly plan: Negotiation'])
  await page.keyboard.press('Control+z')
  await row('Yearly plan', 'Qualified').waitFor()
  expect(await stages()).toEqual(['Pilot of two: Proposal', 'Yearly plan: Qualified'])

  const { deals } = await ask('{ deals(filter: { name: { eq: "Yearly plan" } }) { nodes { id } } }')
  await ask('mutation($id: ID!) { updateDeal(id: $id, changes: { stage: "Proposal" }) { __typename } }', deals.nodes[0])
  await row('Yearly plan', 'Proposal').waitFor()
  await ask('mutation { createDeals(deals: [{ name: "Late comer" }]) { changed } }')
  await page.getByRole('button', { name: '1 new' }).click()
  await row('Late comer').waitFor()
})

test('what somebody wrote is filtered for, and read in place', async () => {
  await page.goto(`${SERVER}/activities`)
  await page.getByText('Hello, Ada').waitFor()
  await page.getByLabel('Direction').selectOption({ label: 'Received' })
  await page.waitForURL(/direction=INBOUND/)
  await page.getByText('Hello, Ada').waitFor({ state: 'detached' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
  expect(lines.slice(1).map((line) => line.split(',').slice(2).join(','))).toEqual([
    'E-mail,Received,Ada Lovelace,"Engines, Ltd.",,,,Re: Engines,"Yes.\nOn Tuesday?"',
    '',
  ])
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('j')
  await page.keyboard.press('x')

  await page.getByRole('button', { expanded: true, name: /Yes\.\s+On Tuesday\?/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
})

test('a long list is exported by way of the disk, which is given back: at once when it is stopped', async () => {
  const bodies = Array.from({ length: 201 }, (_, at) => `${at} ${'é'.repeat(6_000)}`)
  const now = Date.now()
  const activities = bodies.map((body, at) => {
    return { type: 'CALL', direction: 'OUTBOUND', body, occurredAt: new Date(now - (at + 1) * 1_000) }
  })
  for (const at of [0, 67, 134]) {
    const some = activities.slice(at, at + 67)
    await ask('mutation($some: [ActivityInput!]!) { createActivities(activities: $some) { results { created } } }', {
      some,
    })
  }
  const other = await page.context().newPage()
  await other.goto(`${SERVER}/profile`)
  await other.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    for (const name of ['file-left', 'file-others']) await root.getDirectoryHandle(name, { create: true })
    await new Promise((held) => navigator.locks.request('file-others', () => new Promise(() => held(null))))
  })
  const folders = () =>
    other.evaluate(async () => {
      const names: string[] = []
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name)
      return names.sort().map((each) => each.replace(/file-[-0-9a-f]{36}/, 'file of an export'))
    })
  await page.goto(`${SERVER}/activities?type=CALL`)
  await page.getByText('201', { exact: true }).waitFor()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8')
    .split('\r\n')
    .slice(1)
  expect(file.suggestedFilename()).toBe('activities.csv')
  expect(lines.map((line) => line.split(',').at(-1))).toEqual([...bodies, ''])
  expect(await folders()).toEqual(['file of an export', 'file-others'])

  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  await page.route('**/graphql', async (route) => {
    const { variables } = route.request().postDataJSON()
    if (variables?.after) await stopped
    await route.continue()
  })
  await page.getByRole('button', { name: 'Export' }).click()
  const button = page.getByRole('button', { name: 'Stop' }).filter({ hasText: 'Exporting… 200' })
  await button.waitFor()
  expect(await folders()).toEqual(['file of an export', 'file of an export', 'file-others'])
  await button.click()
  stop()
  await page.getByRole('button', { name: 'Export' }).waitFor()

  expect(await folders()).toEqual(['file of an export', 'file-others'])
  await other.close()
})
