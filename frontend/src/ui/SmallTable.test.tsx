import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { SmallTable } from './SmallTable'

afterEach(cleanup)

test('a column that can be sorted by says so, and asks for it', async () => {
  const onSort = vi.fn()
  render(
    <SmallTable
      label="Campaigns"
      rows={[{ name: 'Spring', replies: 3 }]}
      idOf={({ name }) => name}
      sort={{ by: 'REPLIES', direction: 'descending' }}
      onSort={onSort}
      columns={[
        { id: 'name', header: 'Name', head: true, cell: ({ name }) => name },
        { id: 'replies', header: 'Replies', sort: 'REPLIES', cell: ({ replies }) => replies },
        { id: 'rate', header: 'Rate', sort: 'RATE', cell: () => '30 %' },
      ]}
    />,
  )
  const sorted = screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))

  await userEvent.click(screen.getByRole('button', { name: 'Rate' }))

  expect(sorted).toEqual([null, 'descending', 'none'])
  expect(onSort.mock.calls).toEqual([['RATE']])
  expect(screen.getByRole('rowheader', { name: 'Spring' })).toBeTruthy()
})
