import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ShortcutProvider } from './Shortcuts'
import { useRows } from './useRows'

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {} // jsdom has none
})

afterEach(cleanup)

function Names() {
  const [names, setNames] = useState(['Ada', 'Bob', 'Eve'])
  const remove = (index: number) => setNames(names.filter((_, place) => place !== index))
  const { listProps, rowProps } = useRows('Names', names.length, [{ key: 'd', does: 'Remove', act: remove }])
  return (
    <ul {...listProps}>
      {names.map((name, index) => (
        <li key={name} {...rowProps(index)}>
          {name}
          <button type="button" onClick={() => remove(index)}>
            Remove {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

function show() {
  render(
    <ShortcutProvider>
      <Names />
    </ShortcutProvider>,
  )
}

const focused = () => document.activeElement?.firstChild?.textContent

test('where a row goes, the one in its place gets the focus, and at the end the one before', async () => {
  show()

  await userEvent.keyboard('jjd')
  const after = focused()
  await userEvent.keyboard('d')

  expect([after, focused(), screen.getAllByRole('listitem').length]).toEqual(['Eve', 'Ada', 1])
})

test('so it is where the row was left by a button inside of it', async () => {
  show()

  await userEvent.click(screen.getByRole('button', { name: 'Remove Ada' }))

  expect(focused()).toBe('Bob')
})
