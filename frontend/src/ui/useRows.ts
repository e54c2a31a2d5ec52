import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { lists } from '../strings/lists'
import { useShortcuts } from './Shortcuts'

/** What keys do to a row, by the key; `does` is told in the sheet of shortcuts. */
export type RowAct = { key: string; does: string; act: (index: number) => unknown }

/** Where only some rows are in the document: which, and what brings another into sight. */
export type RowWindow = {
  list: RefObject<HTMLElement | null>
  /** The first and the last row that are in the document. */
  drawn: [number, number]
  reach: (index: number) => void
}

const FRAMES = 10 // within which a row that was scrolled to is drawn

/**
 * The keys of a list that is no table: j and k or the arrows move from row to row, other keys act on the row that has the
 * focus. Only one row is reached by Tab. Where the row that has the focus goes, the one in its place gets it.
 *
 * `label` tells what the list holds, for the sheet of shortcuts. In a list of which a `window` is drawn, each row has its place
 * as `data-row`, the one that is `tabbed` is reached by Tab, and each calls `setActive` with its place when it gets the focus.
 */
export function useRows(label: string, count: number, acts: RowAct[], window?: RowWindow) {
  const [active, setActive] = useState(0)
  const whole = useRef<HTMLElement | null>(null)
  const list = window?.list ?? whole
  const current = Math.min(active, Math.max(0, count - 1))
  const tabbed = window ? Math.max(window.drawn[0], Math.min(current, window.drawn[1])) : current
  const focus = (index: number, frames: number) => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)
    if (!row && frames > 0) requestAnimationFrame(() => focus(index, frames - 1))
    row?.focus({ preventScroll: true })
    if (!window) row?.scrollIntoView({ block: 'nearest' })
  }
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1))
    setActive(next)
    window?.reach(next)
    focus(next, window ? FRAMES : 0)
  }
  const hadFocus = useRef(false)
  const before = useRef(count)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only rows that go may take the focus along
  useEffect(() => {
    const areFewer = count < before.current
    before.current = count
    if (areFewer && hadFocus.current && count > 0 && document.activeElement === document.body) moveTo(current)
  }, [count])
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
  return {
    tabbed,
    setActive,
    listProps: {
      onKeyDown,
      onFocus: () => {
        hadFocus.current = true
      },
      // What loses the focus because it is taken away is not there any more when that is told.
      onBlur: (event: FocusEvent<HTMLElement>) => {
        hadFocus.current = !event.target.isConnected || event.currentTarget.contains(event.relatedTarget)
      },
      ref: (element: HTMLElement | null) => {
        whole.current = element
      },
    },
    rowProps: (index: number) => ({
      'data-row': index,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setActive(index),
    }),
  }
}
