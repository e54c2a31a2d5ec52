import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
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
  ends.mockClear()
  drawn.mockClear()
})

const ends = vi.fn()
const drawn = vi.fn()

const nameIn = (row: Person) => {
  drawn(row.name)
  return row.name
}

function People({ gap = null, more = false }: { gap?: number | null; more?: boolean }) {
  const [people, setPeople] = useState(PEOPLE)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [order, setOrder] = useState<{ field: string; direction: 'ASC' | 'DESC' } | null>(null)
  const columns = useMemo(
    (): Column<Person>[] => [
      { id: 'name', header: 'Name', width: 200, sort: 'NAME', cell: nameIn },
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
    ],
    [],
  )
  return (
    <MantineProvider env="test">
      <ShortcutProvider>
        <DataTable
          label="People"
          columns={columns}
          rows={people}
          idOf={(row) => row.id}
          nameOf={(row) => row.name}
          total={gap === null ? 3 : 1_000}
          hasMore={more || gap !== null}
          loading={false}
          gap={gap}
          onMore={() => {}}
          onEnd={ends}
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

test('only the rows that something changed about are drawn anew', async () => {
  render(<People />)
  drawn.mockClear()

  await userEvent.click(within(row(2)).getByRole('checkbox'))

  expect(row(2).getAttribute('aria-selected')).toBe('true')
  expect(drawn).toHaveBeenCalledWith('Grace')
  expect(drawn).not.toHaveBeenCalledWith('Alan')
})

test('Home and End lead to the ends of the list', async () => {
  render(<People />)
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))

  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(2)))
  await userEvent.keyboard('{Home}')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))
  expect(ends).not.toHaveBeenCalled()
})

test('the end of a list is asked for where it was not read', async () => {
  render(<People more />)
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(0)))

  await userEvent.keyboard('{End}')

  expect(ends).toHaveBeenCalledOnce()
})

test('rows from the end are counted from there, and no step leads over what is missing', async () => {
  render(<People gap={1} />)
  const named = (name: string) => screen.getByText(name).closest('tr') as HTMLElement

  expect(['Ada', 'Alan', 'Grace'].map((name) => named(name).getAttribute('aria-rowindex'))).toEqual([
    '2',
    '1000',
    '1001',
  ])
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(named('Ada')))
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toBe(named('Ada')))
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(document.activeElement).toBe(named('Grace')))
  await userEvent.keyboard('kk')
  await vi.waitFor(() => expect(document.activeElement).toBe(named('Alan')))
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
