import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { type Gap, lineOf, stepped } from './gap'

/** The row that keys start from, which has the focus as soon as one of them was pressed; and where they lead. */
export function useActiveRow(list: {
  box: RefObject<HTMLElement | null>
  rows: readonly unknown[]
  gap: Gap
  /** How many lines there are, with what is missing. */
  lines: number
  hasMore: boolean
  loading: boolean
  onEnd: (() => void) | undefined
  scrollToLine: (line: number) => void
}) {
  const { box, rows, gap, loading } = list
  const [active, setActive] = useState(0)
  // Counts the times a row is to be focused, because that is wanted anew of the row that is active already.
  const [moves, focus] = useReducer((before: number) => before + 1, 0)
  const wantsEnd = useRef(false)
  const rowAt = (index: number) => box.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each move focuses the row that is active then
  useLayoutEffect(() => {
    if (moves === 0) return
    // At once: a key that comes a moment later finds the row, and takes the focus where it will without losing it again.
    const row = rowAt(active)
    row?.focus({ preventScroll: true })
    // Unless the row is drawn only after the list has scrolled to it.
    const later = row ? 0 : requestAnimationFrame(() => rowAt(active)?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(later)
  }, [moves])

  const moveTo = (index: number) => {
    if (rows.length === 0) return
    const next = Math.max(0, Math.min(index, rows.length - 1))
    wantsEnd.current = false
    setActive(next)
    list.scrollToLine(lineOf(next, gap))
    focus()
  }
  const toEnd = () => {
    if (!list.hasMore || gap !== null || !list.onEnd) return moveTo(rows.length - 1)
    wantsEnd.current = true
    list.onEnd()
    list.scrollToLine(list.lines - 1) // what is waited for stands there
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what was asked for is there
  useEffect(() => {
    if (wantsEnd.current && !loading) moveTo(rows.length - 1)
  }, [loading, rows])

  return {
    index: active,
    activate: setActive,
    /** Gives the row the focus again. */
    focus,
    moveTo,
    step: (steps: number) => moveTo(stepped(active, steps, rows.length, gap)),
    toEnd,
  }
}
