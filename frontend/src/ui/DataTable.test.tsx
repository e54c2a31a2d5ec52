import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Column, DataTable } from './DataTable'
import { ShortcutProvider } from './Shortcuts'

type Person = { id: string; name: string; title: string }

const PEOPLE: Person[] = ['Ada', 'Alan', 'Grace'].map((name) => ({ id: name.toLowerCase(), name, title: 'Engineer' }))
const opened = vi.fn()

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

afterEach(() => {
  cleanup()
  opened.mockClear()
})

function People() {
  const [people, setPeople] = useState(PEOPLE)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [order, setOrder] = useState<{ field: string; direction: 'ASC' | 'DESC' } | null>(null)
  const columns: Column<Person>[] = [
    { id: 'name', header: 'Name', width: 200, sort: 'NAME', cell: (row) => row.name },
    {
      id: 'title',
      header: 'Title',
      width: 200,
      cell: (row) => row.title,
      edit: (row, done) => (
        <input
          aria-label="New title"
          ref={(field) => field?.focus()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            const title = event.currentTarget.value
            setPeople((before) => before.map((each) => (each.id === row.id ? { ...each, title } : each)))
            done()
          }}
        />
      ),
    },
  ]
  return (
    <MantineProvider env="test">
      <ShortcutProvider>
        <DataTable
          label="People"
          columns={columns}
          rows={people}
          idOf={(row) => row.id}
          nameOf={(row) => row.name}
          total={3}
          hasMore={false}
          loading={false}
          onMore={() => {}}
          onOpen={opened}
          order={order}
          onOrder={setOrder}
          selected={selected}
          onSelect={setSelected}
          empty="Nobody"
        />
      </ShortcutProvider>
    </MantineProvider>
  )
}

const rows = () =>
  within(screen.getByRole('grid', { name: 'People' }))
    .getAllByRole('row')
    .slice(1)
const row = (place: number) => rows()[place] as HTMLElement

test('keys lead through the rows, choose and open them', async () => {
  render(<People />)

  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))
  await userEvent.keyboard('jx')
  await vi.waitFor(() => expect(row(1).getAttribute('aria-selected')).toBe('true'))
  await userEvent.keyboard('{Enter}')

  expect(opened.mock.calls).toEqual([[PEOPLE[1]]])
  expect(rows().map((each) => each.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false'])
})

test('Shift and a click choose what lies between', async () => {
  render(<People />)

  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ada' }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Grace' }), { shiftKey: true })

  expect(rows().map((each) => each.getAttribute('aria-selected'))).toEqual(['true', 'true', 'true'])
})

test('a cell is edited in place, and the row has the focus again afterwards', async () => {
  render(<People />)
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))

  await userEvent.keyboard('e')
  await userEvent.type(screen.getByRole('textbox', { name: 'New title' }), 'Countess{Enter}')

  expect(within(row(0)).getByText('Countess')).toBeTruthy()
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))
})

test('a column is sorted by, and then the other way round', async () => {
  render(<People />)
  const head = screen.getByRole('columnheader', { name: /Name/ })

  expect(head.getAttribute('aria-sort')).toBe('none')
  await userEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(head.getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(head.getAttribute('aria-sort')).toBe('descending')
})
