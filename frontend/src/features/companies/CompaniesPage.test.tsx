import { MantineProvider } from '@mantine/core'
import { act, cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { createClient, fetchExchange, Provider, subscriptionExchange } from 'urql'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ViewerProvider } from '../../crm/Viewer'
import { ShortcutProvider } from '../../ui/Shortcuts'
import { undoLatest } from '../../ui/UndoToast'
import { CompaniesPage } from './CompaniesPage'

type Event = { missed: boolean; id: string; fate: string; company?: object }

const ACME = company('company_1', 'Acme')
const viewer = { id: 'user_1', label: 'Ann', role: 'REP', permissions: ['READ', 'WRITE'], user: null }
/** What the server says to each operation, now or later. */
let answers: Record<string, unknown>
let asked: { name: string; variables: Record<string, unknown> }[]
let listeners: Map<string, (event: Event) => void>

// Whole pages are drawn, which takes its time where much else is done.
const PATIENCE = { timeout: 8_000 }
configure({ asyncUtilTimeout: PATIENCE.timeout })
vi.setConfig({ testTimeout: 30_000 })

function eventually(check: () => void) {
  return vi.waitFor(check, PATIENCE)
}

beforeAll(() => {
  // What jsdom has not: sizes, by which the list knows which rows are in sight.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600, configurable: true })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 800, configurable: true })
  HTMLElement.prototype.scrollTo = () => {}
})

beforeEach(() => {
  asked = []
  listeners = new Map()
  answers = {
    Viewer: { viewer },
    SavedViews: { savedViews: { nodes: [] } },
    Companies: {
      companies: { quickCount: 1, nodes: [ACME], pageInfo: { hasNextPage: false, endCursor: null } },
    },
    CompanyCount: { companies: { totalCount: 1 } },
    CustomFieldsOf: {
      customFieldDefinitions: { nodes: [field('budget', 'Budget', 'NUMBER'), field('crm', 'CRM', null)] },
    },
    RevertChangeSet: { revertChangeSet: { changeSetId: 'run_2', totals: {} } },
  }
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body)
    asked.push({ name: operationName, variables })
    return Response.json({ data: await answers[operationName] })
  })
})

afterEach(cleanup)

function company(id: string, name: string, version = 1) {
  const texts = { domain: null, website: null, linkedinUrl: null, industry: null, location: null, companyType: null }
  const numbers = { numberOfEmployees: null, revenue: null, foundedYear: null, dealValue: null }
  const moments = { lastActivityAt: null, createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z' }
  return { id, name, version, ...texts, ...numbers, ...moments, tags: [], ownerId: null, owner: null, engagement: null }
}

function field(name: string, label: string, inferredType: string | null) {
  return { name, label, isHidden: false, inferredType, wishedType: null }
}

async function show(address = '/companies') {
  const forward = (request: { operationName?: string | undefined }) => ({
    subscribe(sink: { next: (result: { data: object }) => void }) {
      listeners.set(request.operationName ?? '', (event) => sink.next({ data: { companyChanged: event } }))
      return { unsubscribe() {} }
    },
  })
  const client = createClient({
    url: '/graphql',
    exchanges: [subscriptionExchange({ forwardSubscription: forward }), fetchExchange],
    preferGetMethod: false,
  })
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <ShortcutProvider>
          <ViewerProvider waiting={null}>
            <MemoryRouter initialEntries={[address]}>
              <CompaniesPage />
            </MemoryRouter>
          </ViewerProvider>
        </ShortcutProvider>
      </Provider>
    </MantineProvider>,
  )
  await screen.findByText('Acme')
}

async function rename(name: string) {
  const row = screen.getAllByRole('row')[1] as HTMLElement
  await userEvent.keyboard('j')
  await eventually(() => expect(document.activeElement).toBe(row))
  await userEvent.keyboard('e')
  const field = await within(row).findByRole('textbox', { name: 'Name' })
  await userEvent.clear(field)
  await userEvent.type(field, `${name}{Enter}`)
}

test('a company shows its new name before the server agrees, and its old one when that is taken back', async () => {
  let agree: (answer: unknown) => void = () => {}
  answers.UpdateCompanies = new Promise((resolve) => {
    agree = resolve
  })
  await show()

  await rename('Acme Inc.')
  expect(screen.getByText('Acme Inc.')).toBeTruthy()
  const result = { id: ACME.id, problem: null, company: company(ACME.id, 'Acme Inc.', 2) }
  await act(async () => agree({ updateCompanies: { changeSetId: 'run_1', results: [result] } }))
  await eventually(() => undoLatest())
  await screen.findByText('Acme')

  const acts = asked.filter(({ name }) => ['UpdateCompanies', 'RevertChangeSet'].includes(name))
  expect(acts.map(({ variables }) => variables)).toEqual([
    { updates: [{ id: ACME.id, expectedVersion: 1, changes: { name: 'Acme Inc.' } }], custom: false },
    { id: 'run_1' },
  ])
})

test('a company that the server does not change shows what it was', async () => {
  const problem = { code: 'VERSION_CONFLICT', message: 'Somebody else was faster' }
  answers.UpdateCompanies = {
    updateCompanies: { changeSetId: null, results: [{ id: ACME.id, problem, company: null }] },
  }
  await show()

  await rename('Acme Inc.')

  await screen.findByText('Acme')
  expect(screen.queryByText('Acme Inc.')).toBe(null)
})

test('Tab leads from field to field, and changes of one company wait for one another', async () => {
  const changed = { ...company(ACME.id, 'Acme Inc.', 2) }
  answers.UpdateCompanies = {
    updateCompanies: { changeSetId: 'run_1', results: [{ id: ACME.id, problem: null, company: changed }] },
  }
  await show()
  await userEvent.keyboard('j')
  await eventually(() => expect(document.activeElement?.tagName).toBe('TR'))

  await userEvent.keyboard('e{End} Inc.{Tab}acme.example{Tab}{Escape}')

  await eventually(() => expect(document.activeElement?.tagName).toBe('TR'))
  await eventually(() => expect(asked.filter(({ name }) => name === 'UpdateCompanies').length).toBe(2))
  const updates = asked.flatMap(({ name, variables }) => (name === 'UpdateCompanies' ? variables.updates : []))
  expect(updates).toEqual([
    { id: ACME.id, expectedVersion: 1, changes: { name: 'Acme Inc.' } },
    { id: ACME.id, expectedVersion: 2, changes: { domain: 'acme.example' } },
  ])
})

test('the rows follow what others change, and who is new is told without moving a row', async () => {
  await show()
  await eventually(() =>
    expect([...listeners.keys()].sort()).toEqual(['FittingCompaniesChanged', 'ShownCompaniesChanged']),
  )

  act(() => {
    listeners.get('ShownCompaniesChanged')?.({
      missed: false,
      id: ACME.id,
      fate: 'UPDATED',
      company: company(ACME.id, 'Acme Labs', 2),
    })
    listeners.get('FittingCompaniesChanged')?.({ missed: false, id: 'company_2', fate: 'CREATED' })
  })

  await screen.findByText('Acme Labs')
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy()
})

test('a custom field is a column: asked for while it is shown, filtered as what it holds, edited in place', async () => {
  const withBudget = { ...ACME, customFields: [{ key: 'budget', value: '900' }] }
  answers.Companies = {
    companies: { quickCount: 1, nodes: [withBudget], pageInfo: { hasNextPage: false, endCursor: null } },
  }
  answers.UpdateCompanies = {
    updateCompanies: { changeSetId: 'run_1', results: [{ id: ACME.id, problem: null, company: null }] },
  }
  await show('/companies?columns=name,custom%3Abudget&where=custom:budget.atLeast.500')
  const row = (await screen.findByText('900')).closest('tr') as HTMLElement
  const headers = screen.getAllByRole('columnheader').map((each) => each.textContent)

  await userEvent.dblClick(within(row).getByText('900'))
  await within(row).findByRole('textbox')
  await userEvent.keyboard('950{Enter}')

  expect(headers.slice(1)).toEqual(['Name', 'Budget'])
  expect(asked.findLast(({ name }) => name === 'Companies')?.variables).toMatchObject({
    custom: true,
    filter: { customFields: [{ key: 'budget', number: { gte: 500 } }] },
  })
  await eventually(() =>
    expect(asked.find(({ name }) => name === 'UpdateCompanies')?.variables).toEqual({
      updates: [{ id: ACME.id, expectedVersion: 1, changes: { customFields: [{ key: 'budget', value: '950' }] } }],
      custom: true,
    }),
  )
})

test('a list is sorted by a custom field as what it holds, by the head of its column', async () => {
  await show('/companies?columns=name,custom%3Abudget')

  await userEvent.click(await screen.findByRole('button', { name: 'Budget' }))

  await eventually(() =>
    expect(asked.findLast(({ name }) => name === 'Companies')?.variables.orderBy).toEqual([
      { customField: { key: 'budget', type: 'NUMBER' }, direction: 'ASC' },
    ]),
  )
  expect(screen.getByRole('columnheader', { name: /^Budget/ }).getAttribute('aria-sort')).toBe('ascending')
})

test('the chosen companies are given the same value of a custom field, which is undone as one', async () => {
  answers.EditCompanies = { report: { changeSetId: 'run_1', changed: 1, failed: 0, problem: null } }
  await show()

  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Acme' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Set…' }))
  await screen.findByRole('option', { name: 'CRM' }) // these fields may come late
  await userEvent.selectOptions(screen.getByLabelText('Field'), 'CRM')
  await userEvent.type(screen.getByLabelText('Value'), 'Rolograph')
  await userEvent.click(screen.getByRole('button', { name: 'Set the field' }))
  await eventually(() => expect(asked.some(({ name }) => name === 'EditCompanies')).toBe(true))
  await eventually(() => undoLatest())

  await eventually(() =>
    expect(
      asked.flatMap(({ name, variables }) => (['EditCompanies', 'RevertChangeSet'].includes(name) ? [variables] : [])),
    ).toEqual([{ ids: [ACME.id], changes: { customFields: [{ key: 'crm', value: 'Rolograph' }] } }, { id: 'run_1' }]),
  )
})
