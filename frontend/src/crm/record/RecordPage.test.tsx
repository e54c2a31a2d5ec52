import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { createClient, fetchExchange, Provider, subscriptionExchange } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ViewerProvider } from '../Viewer'
import { RecordPage } from './RecordPage'

const WORDS = {
  back: 'All ships',
  gone: 'No such ship',
  goneHint: 'It may have sunk.',
  deleted: 'This ship is deleted.',
}
const SHIP = { id: 'ship_1', version: 1, deletedAt: null, lastActivityAt: null, tasks: { nodes: [] } }
const restored = vi.fn()

beforeEach(() => {
  document.title = ''
  // What jsdom does not have, and Mantine asks for.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  restored.mockClear()
})

async function show(
  record: (Omit<typeof SHIP, 'deletedAt'> & { deletedAt: string | null }) | null,
  permissions: string[],
) {
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    if (JSON.parse(body).operationName !== 'Viewer') return new Promise(() => {})
    return Response.json({ data: { viewer: { id: 'user_1', label: 'Ann', role: 'REP', permissions, user: null } } })
  })
  const silent = subscriptionExchange({ forwardSubscription: () => ({ subscribe: () => ({ unsubscribe() {} }) }) })
  const client = createClient({ url: '/graphql', exchanges: [silent, fetchExchange], preferGetMethod: false })
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <ViewerProvider waiting={null}>
          <MemoryRouter>
            <RecordPage
              record={record}
              name="Nautilus"
              words={WORDS}
              path="/ships"
              error={null}
              onRetry={() => {}}
              onRestore={restored}
              header={() => <h1>Nautilus</h1>}
              main={() => null}
              side={() => null}
            />
          </MemoryRouter>
        </ViewerProvider>
      </Provider>
    </MantineProvider>,
  )
  await vi.waitFor(() => expect(document.title).toMatch(/^Nautilus/))
}

test('a record that is not there says so, and leads to those that are', async () => {
  await show(null, ['READ'])

  expect(screen.getByText('No such ship')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'All ships' }).getAttribute('href')).toBe('/ships')
})

test('a deleted record says so, and is brought back by whoever may', async () => {
  await show({ ...SHIP, deletedAt: '2026-03-01T10:00:00Z' }, ['READ', 'WRITE'])

  await userEvent.click(screen.getByRole('button', { name: 'Restore' }))

  expect(screen.getByRole('alert').textContent).toContain('This ship is deleted.')
  expect(restored.mock.calls.length).toBe(1)
})

test('who may only read is not offered to bring it back', async () => {
  await show({ ...SHIP, deletedAt: '2026-03-01T10:00:00Z' }, ['READ'])

  expect(screen.getByRole('alert').textContent).toContain('This ship is deleted.')
  expect(screen.queryByRole('button', { name: 'Restore' })).toBe(null)
})

test('a record is shown with its story', async () => {
  await show(SHIP, ['READ'])

  expect(screen.getByRole('heading', { name: 'Nautilus' })).toBeTruthy()
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Timeline', 'Enginy'])
  expect(screen.queryByRole('alert')).toBe(null)
})
