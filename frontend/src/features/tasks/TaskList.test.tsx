import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { createClient, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ViewerProvider } from '../../crm/Viewer'
import { ShortcutProvider } from '../../ui/Shortcuts'
import { TaskList } from './TaskList'
import type { TaskRow } from './taskRow'
import type { TaskActs } from './useTaskActs'

const acts = { complete: vi.fn(), change: vi.fn(), create: vi.fn(), remove: vi.fn() } satisfies TaskActs
const opened = vi.fn()

beforeEach(() => {
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
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600, configurable: true })
  HTMLElement.prototype.scrollTo = () => {}
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

function task(id: string, subject: string, dueAt: string | null): TaskRow {
  const about = { contactId: null, companyId: null, contact: null, company: null }
  const whose = { ownerId: null, owner: null }
  return {
    id,
    subject,
    dueAt,
    version: 1,
    description: null,
    type: null,
    completed: false,
    completedAt: null,
    ...about,
    ...whose,
  } as TaskRow
}

async function show(permissions: string[]) {
  vi.stubGlobal('fetch', async () => {
    const viewer = { __typename: 'Viewer', id: 'user_1', label: 'Ann', role: 'REP', permissions, user: null }
    return Response.json({ data: { viewer } })
  })
  const client = createClient({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false })
  const tasks = [task('task_1', 'Call Ada', '2020-01-01T10:00:00Z'), task('task_2', 'Write to Alan', null)]
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <ShortcutProvider>
          <ViewerProvider waiting={null}>
            <MemoryRouter>
              <main>
                <TaskList tasks={tasks} acts={acts} onOpen={opened} asked="" />
              </main>
            </MemoryRouter>
          </ViewerProvider>
        </ShortcutProvider>
      </Provider>
    </MantineProvider>,
  )
  await screen.findByText('Call Ada')
}

test('tasks stand under what their dates mean, and one that is late says so in a word', async () => {
  await show(['READ', 'WRITE'])

  expect(screen.getAllByRole('heading').map((each) => each.textContent)).toEqual(['Overdue1', 'Without a date1'])
  expect(screen.getByRole('img', { name: 'Overdue' })).toBeTruthy()
})

test('keys lead from task to task, complete, open and delete them', async () => {
  await show(['READ', 'WRITE'])

  await userEvent.keyboard('jjxe{Delete}')

  expect(acts.complete.mock.calls.map(([{ id }]) => id)).toEqual(['task_2'])
  expect(opened.mock.calls).toEqual([['task_2']])
  expect(acts.remove.mock.calls.map(([{ id }]) => id)).toEqual(['task_2'])
})

test('who may only read looks at tasks and changes none', async () => {
  await show(['READ'])

  await userEvent.keyboard('jx{Delete}')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Done: Call Ada' }))

  expect(acts.complete.mock.calls).toEqual([])
  expect(acts.remove.mock.calls).toEqual([])
})
