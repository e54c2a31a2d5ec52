import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { GroupedRows } from './GroupedRows'
import { ShortcutProvider } from './Shortcuts'

const ROW = 40
const HALF = 50_000
const chosen = vi.fn()

beforeAll(() => {
  // What jsdom has not: sizes, by which the list knows which rows are in sight, and a page that scrolls.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600, configurable: true })
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(2 * HALF * ROW + 2 * ROW)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function at(this: Element) {
    const page = this.parentElement?.closest('main')
    return { top: page ? -page.scrollTop : 0 } as DOMRect
  })
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0
    setTimeout(() => fireEvent.scroll(this))
  } as typeof HTMLElement.prototype.scrollTo
})

afterEach(() => {
  cleanup()
  chosen.mockClear()
})

afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function show(hasMore = false) {
  const rows = Array.from({ length: 2 * HALF }, (_, number) => `row ${number}`)
  const groups = [
    { group: 'first', start: 0, rows: rows.slice(0, HALF) },
    { group: 'second', start: HALF, rows: rows.slice(HALF) },
  ]
  render(
    <ShortcutProvider>
      <main tabIndex={-1}>
        <GroupedRows
          label="Rows"
          groups={groups}
          idOf={(row) => row}
          nameOf={(group) => `The ${group}`}
          rowHeight={ROW}
          hasMore={hasMore}
          placeKey={`rows ${hasMore}`}
          acts={[{ key: 'x', does: 'Choose', act: chosen }]}
          row={(row, rowProps) => <li {...rowProps}>{row}</li>}
        />
      </main>
    </ShortcutProvider>,
  )
}

const drawn = () => screen.getAllByRole('listitem').map((each) => each.textContent)

test('of a hundred thousand rows those in sight are in the document, and tell their places', () => {
  show()

  expect(drawn().length).toBeLessThan(40)
  expect(drawn()[0]).toBe('row 0')
  const [first] = within(screen.getByRole('region', { name: 'The first' })).getAllByRole('listitem')
  expect([first?.getAttribute('aria-posinset'), first?.getAttribute('aria-setsize')]).toEqual(['1', '50000'])
  expect(screen.getByRole('heading').textContent).toBe('The first50,000')
})

test('keys lead to rows that were not in the document, and act on them', async () => {
  show()

  await userEvent.keyboard('jjx{End}')
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('row 99999'))
  await userEvent.keyboard('kx')

  expect(chosen.mock.calls).toEqual([[1], [99_998]])
  expect(drawn().length).toBeLessThan(40)
})

test('how many a group has is not told while more of it may come', () => {
  show(true)

  expect(screen.getByRole('heading').textContent).toBe('The first50,000')
  fireEvent.keyDown(screen.getByText('row 0'), { key: 'End' })

  return vi.waitFor(() => {
    const last = screen.getByText('row 99999')
    expect(last.getAttribute('aria-setsize')).toBe('-1')
  })
})
