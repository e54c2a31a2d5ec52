import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { theme } from '../../app/theme'
import { BulkPopover } from './BulkPopover'

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('ResizeObserver', NoObserver)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what is opened is there with the click, and not a moment later', () => {
  render(
    <MantineProvider theme={theme}>
      <BulkPopover label="Tag" busy={false}>
        {() => <input aria-label="Tags" />}
      </BulkPopover>
    </MantineProvider>,
  )
  const before = screen.queryByLabelText('Tags')

  fireEvent.click(screen.getByRole('button', { name: 'Tag' }))

  expect(before).toBe(null)
  expect(screen.getByLabelText('Tags')).toBeTruthy()
})
