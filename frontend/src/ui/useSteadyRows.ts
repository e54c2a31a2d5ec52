import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Gap, LINE_HEIGHT, lineOf, MISSING, rowIn } from './gap'

/** Lets who reads towards the start of a list see no row move: what comes in above pushes the list as far as it is scrolled. */
export function useSteadyRows<Row>(list: {
  box: RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  idOf: (row: Row) => string
  gap: Gap
  first: number
  stale: boolean | undefined
}) {
  const { box, rows, idOf, gap, first, stale } = list
  const seen = useRef<{ id: string; line: number } | null>(null)
  useLayoutEffect(() => {
    const before = seen.current
    const row = before ? rows.findIndex((each) => idOf(each) === before.id) : -1
    const moved = before && row >= 0 ? lineOf(row, gap) - before.line : 0
    if (moved !== 0 && box.current) {
      box.current.scrollTop += moved * LINE_HEIGHT
      box.current.dispatchEvent(new Event('scroll')) // before it is drawn, not after
    }
  }, [box, rows, gap, idOf])
  useLayoutEffect(() => {
    const at = gap !== null && !stale && first >= gap + MISSING ? rowIn(first, gap) : null
    const row = at === null ? undefined : rows[at]
    seen.current = row === undefined ? null : { id: idOf(row), line: first }
  })
}
