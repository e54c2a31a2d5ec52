import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ask, call, idOf } from './asking'
import { openBrowser, picture, SERVER } from './browser'
import { goTo } from './moving'
import { complaints, type Known, signInFirst, visit } from './visiting'

// Every page, light and dark, wide and narrow: axe has nothing against any of them, and each fits into its window.

const DAY = 86_400_000
const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 360, height: 740 }
const CONTENT = ['main', '[role="dialog"]', '[role="menu"]']
const ids = { ada: '', company: '', deal: '', run: '' }

beforeAll(async () => {
  await signInFirst()
  ids.ada = await idOf('lead-1')
  const status = 'Message Replied (1/2) - EMAIL'
  await call('PUT', '/contacts', [
    { crmId: ids.ada, campaignEngagementStatus: status, my_status: 'Message Sent (1/3) - EMAIL' },
  ])
  const made = await ask(
    `mutation($twins: [LeadInput!]!, $companies: [CompanyLeadInput!]!) {
      createContacts(leads: $twins, allowDuplicates: true) { results { id } }
      createCompanies(leads: $companies) { results { id } } }`,
    {
      twins: [{ email: 'twin@example.com', phone: '+44 20 8366 1177' }, { email: 'twin@example.com' }],
      companies: [{ name: 'Engines, Ltd.', domain: 'engines.example' }],
    },
  )
  ids.company = made.createCompanies.results[0].id
  // One lead that two people match, and another whose telephone is somebody else's.
  await call('POST', '/contacts/sync', [
    { externalId: 'twin', email: 'twin@example.com' },
    { externalId: 'lead-1', email: 'ada@example.com' },
    { externalId: 'pair', email: 'alan@example.com', phone: '+44 20 8366 1177' },
  ])
  const told = await ask(
    `mutation($ada: ID!, $company: ID!, $note: NoteFields!, $task: TaskFields!, $deals: [DealFields!]!,
        $activity: ActivityInput!) {
      associateContacts(pairs: [{ contactId: $ada, companyId: $company }]) { created }
      createNote(recordId: $ada, note: $note) { __typename }
      createTask(task: $task) { __typename }
      createDeals(deals: $deals) { results { id } }
      createActivity(activity: $activity) { __typename } }`,
    {
      ...ids,
      note: { body: '# Called\n\n- **likes** [engines](https://engines.example)\n- `ask` again\n\n> Soon' },
      task: { subject: 'Call Ada', dueAt: new Date(Date.now() - 2 * DAY), contactId: ids.ada },
      deals: [{ name: 'Pilot', amount: 1000, currency: 'EUR', contactId: ids.ada, companyId: ids.company }],
      activity: {
        type: 'EMAIL',
        direction: 'INBOUND',
        contactId: ids.ada,
        subject: 'Re: Engines',
        body: 'Yes.\nOn Tuesday?',
      },
    },
  )
  ids.deal = told.createDeals.results[0].id
  ids.run = (
    await ask('{ syncRuns(first: 1, filter: { act: { eq: "sync_contacts" } }) { nodes { id } } }')
  ).syncRuns.nodes[0].id
})

/** A page: its name, its address, and a text that it shows when it is all there. */
type Shown = [name: string, address: () => string, text: string | RegExp]

const PAGES: Shown[] = [
  ['contacts', () => '/contacts', 'ada@example.com'],
  ['contact', () => `/contacts/${ids.ada}`, 'Linked to Enginy’s record'],
  ['companies', () => '/companies', 'engines.example'],
  ['company', () => `/companies/${ids.company}`, 'Pilot'],
  ['deals', () => '/deals', 'Pilot'],
  ['deals-table', () => '/deals?view=table', 'Pilot'],
  ['tasks', () => '/tasks?owner=all', 'Call Ada'],
  ['activities', () => '/activities', /^Yes\.\s+On Tuesday/],
  ['engagement', () => '/engagement?period=all&compare=before', 'Replied'],
  ['sync', () => '/sync?act=all', 'Contacts synced'],
  ['sync-run', () => `/sync/${ids.run}?item=0`, 'As it was received'],
  ['sync-ambiguous', () => '/sync/ambiguous', 'Lead twin'],
  ['sync-duplicates', () => '/sync/duplicates', 'Not the same'],
  ['sync-dismissed', () => '/sync/duplicates?state=DISMISSED', 'No pair was dismissed'],
  ['sync-preview', () => '/sync/preview', 'The result stands here.'],
  ['fields', () => '/fields', 'my_status'],
  ['settings-connection', () => '/settings/connection', 'Make a key'],
  ['settings-answers', () => '/settings/answers', 'Leave them out'],
  ['settings-matching', () => '/settings/matching', 'Match order'],
  ['settings-sales', () => '/settings/sales', 'Deals'],
  ['settings-tags', () => '/settings/tags', /^Rename a tag/],
  ['settings-keys', () => '/settings/keys', /^What lets Enginy/],
  ['settings-users', () => '/settings/users', 'admin@example.com'],
  ['profile', () => '/profile', 'this one'],
  ['not-found', () => '/nothing/here', 'There is no such page'],
]

/** What opens over a page: the page's address, how it is opened, and a text that it shows. */
const OPENED: [name: string, address: () => string, open: (page: Page) => Promise<unknown>, text: string][] = [
  ['palette', () => '/contacts', (page) => find(page, 'alan'), 'alan@example.com'],
  [
    'account',
    () => '/contacts',
    (page) =>
      page
        .getByRole('button', { name: /Admin$/ })
        .first()
        .click(),
    'Appearance',
  ],
  ['views', () => '/contacts', (page) => page.getByRole('button', { name: 'Views' }).click(), 'Save as a new view'],
  ['shortcuts', () => '/sync/duplicates', (page) => page.keyboard.press('?'), 'Not the same'],
  ['enginy', () => `/contacts/${ids.ada}`, (page) => page.getByRole('tab', { name: 'Enginy' }).click(), 'lead-1'],
  ['task', () => '/tasks?owner=all&task=new', async () => {}, 'What to do'],
  ['deal', () => `/deals/${ids.deal}`, async () => {}, 'Created'],
  ['key', () => '/settings/keys?make=', async () => {}, 'What it is for'],
]

test('axe has nothing against any page, light or dark, wide or narrow', { timeout: 240_000 }, async () => {
  const found: Record<string, unknown[]> = {}
  await visit('/profile', async (page) => {
    await page.getByRole('heading', { name: 'Profile' }).waitFor()
    await stand(page)
    for (const [name, address, text] of PAGES) {
      await goTo(page, address())
      await page.getByRole('main').getByText(text).filter({ visible: true }).first().waitFor()
      await judge(page, name, found)
    }
    for (const [name, address, open, text] of OPENED) {
      await goTo(page, address())
      await settle(page)
      await open(page)
      await page.getByText(text).filter({ visible: true }).first().waitFor()
      await judge(page, name, found)
      await page.keyboard.press('Escape')
    }
  })
  expect(found).toEqual({})
})

// What GraphiQL draws by itself: its tabs hold the button that closes them, and its themes color what is written.
const OF_GRAPHIQL: Known = [
  { rule: 'nested-interactive', at: '.graphiql-tab' },
  { rule: 'color-contrast', at: '.monaco-editor .view-line span' },
]

test('axe has nothing against the console, but for what GraphiQL draws by itself', async () => {
  const found: Record<string, unknown[]> = {}
  await visit('/graphiql', async (page) => {
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.getByRole('button', { name: 'The best leads' }).click()
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await page.getByRole('button', { name: /^CSV of contacts.nodes/ }).waitFor()
    await stand(page)
    for (const [name, size] of [
      ['wide', WIDE],
      ['narrow', NARROW],
    ] as const) {
      await page.setViewportSize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await picture(page, `graphiql-${name}-${colorScheme}`)
        const said = await complaints(page, OF_GRAPHIQL)
        if (said.length > 0) found[`${name}-${colorScheme}`] = said
      }
    }
  })
  const { page, close } = await openBrowser()
  try {
    await page.goto(`${SERVER}/graphiql`)
    await page.getByLabel('Or paste an API key').waitFor()
    found.stranger = await complaints(page)
  } finally {
    await close()
  }
  expect(found).toEqual({ stranger: [] })
})

test('axe has nothing against the page to sign in', async () => {
  const { page, close } = await openBrowser()
  const found: Record<string, unknown[]> = {}
  try {
    await page.goto(`${SERVER}/contacts`)
    await page.getByLabel('Password', { exact: true }).waitFor()
    await stand(page)
    await judge(page, 'sign-in', found)
  } finally {
    await close()
  }
  expect(found).toEqual({})
})

/**
 * All is judged in both sizes; what hangs on colors alone, in both themes. What stands around every page is judged whole
 * once in every look, with the first of them.
 */
async function judge(page: Page, name: string, found: Record<string, unknown[]>) {
  for (const [size, theme, other] of [
    [WIDE, 'light', 'dark'],
    [NARROW, 'dark', 'light'],
  ] as const) {
    await page.setViewportSize(size)
    for (const colorScheme of [theme, other]) {
      const look = `${name}-${size === WIDE ? 'wide' : 'narrow'}-${colorScheme}`
      await page.emulateMedia({ colorScheme })
      await settle(page)
      await picture(page, look)
      const whole = name === PAGES[0]?.[0] || look.endsWith('wide-light')
      const said = await (whole ? complaints(page) : ofContent(page, colorScheme === other))
      if (said.length > 0) found[look] = said
    }
  }
}

/** What axe has to say against the content of a page, or its colors alone; and whether it is wider than its window. */
async function ofContent(page: Page, colorsAlone: boolean): Promise<unknown[]> {
  return page.evaluate(
    async ([parts, only]) => {
      type Found = { violations: { id: string; nodes: { html: string }[] }[] }
      const { axe } = window as unknown as { axe: { run: (context: object, options: object) => Promise<Found> } }
      const include = parts.filter((part) => document.querySelector(part) !== null).map((part) => [part])
      const { violations } = await axe.run({ include }, { resultTypes: ['violations'], ...only })
      const wide = document.documentElement.scrollWidth > window.innerWidth
      return [
        ...violations.map(({ id, nodes }) => ({ id, at: nodes.map((each) => each.html) })),
        ...(wide ? ['wide'] : []),
      ]
    },
    [CONTENT, colorsAlone ? { runOnly: ['color-contrast'] } : {}] as const,
  )
}

/** Let nothing fade in or turn dark slowly, as colors are judged that are there at once. */
async function stand(page: Page) {
  await page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('* { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
  })
}

/** Wait until the page is there. */
async function settle(page: Page) {
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]'))
}

async function find(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Find people, companies, deals, tasks, pages').fill(text)
}
