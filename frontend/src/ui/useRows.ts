import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { lists } from '../strings/lists'
import { useShortcuts } from './Shortcuts'

/** What keys do to a row, by the key; `does` is told in the sheet of shortcuts. */
export type RowAct = { key: string; does: string; act: (index: number) => unknown }

/**
 * The keys of a list that is no table: j and k or the arrows move from row to row, other keys act on the row that has the
 * focus. Only one row is reached by Tab. Where the row that has the focus goes, the one in its place gets it.
 */
export function useRows(label: string, count: number, acts: RowAct[]) {
  const [active, setActive] = useState(0)
  const list = useRef<HTMLElement | null>(null)
  const current = Math.min(active, Math.max(0, count - 1))
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1))
    setActive(next)
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const hadFocus = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only rows that come or go may take the focus along
  useEffect(() => {
    if (hadFocus.current && count > 0 && document.activeElement === document.body) moveTo(current)
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
    listProps: {
      ref: (element: HTMLElement | null) => {
        list.current = element
      },
      onKeyDown,
      onFocus: () => {
        hadFocus.current = true
      },
      // What loses the focus because it is taken away is not there any more when that is told.
      onBlur: (event: FocusEvent<HTMLElement>) => {
        hadFocus.current = !event.target.isConnected || event.currentTarget.contains(event.relatedTarget)
      },
    },
    rowProps: (index: number) => ({
      'data-row': index,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setActive(index),
    }),
  }
}
