import { type KeyboardEvent, type RefObject, useState } from 'react'
import { lists } from '../strings/lists'
import { useShortcuts } from './Shortcuts'

/** What keys do to a row, by the key; `does` is told in the sheet of shortcuts. */
export type RowAct = { key: string; does: string; act: (index: number) => unknown }

const FRAMES = 10 // within which a row that was scrolled to is drawn

/**
 * The keys of a list that is no table: j and k or the arrows move from row to row, other keys act on the row that has the
 * focus. Only one row is reached by Tab, the one that is `tabbed`; each row has its place as `data-row`, and calls `setActive`
 * with it when it gets the focus.
 */
export function useRows(options: {
  list: RefObject<HTMLElement | null>
  /** What the list holds, for the sheet of shortcuts. */
  label: string
  count: number
  acts: RowAct[]
  /** The first and the last row that are in the document. */
  drawn: [number, number]
  /** Brings a row into sight. */
  reach: (index: number) => void
}) {
  const { list, label, count, acts, drawn, reach } = options
  const [active, setActive] = useState(0)
  const current = Math.min(active, Math.max(0, count - 1))
  const tabbed = Math.max(drawn[0], Math.min(current, drawn[1]))
  const focus = (index: number, frames: number) => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)
    if (row) row.focus({ preventScroll: true })
    else if (frames > 0) requestAnimationFrame(() => focus(index, frames - 1))
  }
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1))
    setActive(next)
    reach(next)
    focus(next, FRAMES)
  }
  // With the focus nowhere in particular, j means this list; inside of it, its rows have the keys.
  const enter = () => {
    const focused = document.activeElement
    if (count === 0 || (focused !== document.body && focused?.tagName !== 'MAIN')) return false
    moveTo(current)
    return true
  }
  useShortcuts([
    { keys: 'j', does: lists.next, group: label, act: enter },
    { keys: 'k', does: lists.previous, group: label, act: enter },
    ...acts.map(({ key, does }) => ({ keys: key, does, group: label, act: () => false })),
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    if (row === null || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return
    const index = Number(row.dataset.row)
    const moves: Record<string, number> = {
      j: index + 1,
      ArrowDown: index + 1,
      k: index - 1,
      ArrowUp: index - 1,
      PageDown: index + 15,
      PageUp: index - 15,
      Home: 0,
      End: count - 1,
    }
    const next = moves[event.key]
    const found = acts.find(({ key }) => key === event.key)
    if (next === undefined && !found) return
    event.preventDefault()
    if (next !== undefined) moveTo(next)
    else found?.act(index)
  }
  return { listProps: { onKeyDown }, tabbed, setActive }
}
