import { useCallback, useMemo, useRef, useState } from 'react'
import { keep, kept } from '../lib/kept'
import { rememberColumns, rememberedColumns } from './columnsChosen'

/**
 * Which columns a list shows, and how wide: those of the address, else those that this browser remembers, else the usual
 * ones. The first of the usual ones always stays: it is the way to the record. `chosen` are those that were asked for,
 * known yet or not.
 */
export function useColumnsKept<Column extends { id: string }>(
  list: string,
  all: Column[],
  usual: string[],
  asked: string[] | null,
) {
  const [remembered, setRemembered] = useState(() => rememberedColumns(list))
  const [widths, setState] = useState(() => kept<Record<string, number>>(`${list}.widths`) ?? {})
  const setWidths = useCallback(
    (next: Record<string, number>) => {
      setState(next)
      keep(`${list}.widths`, next)
    },
    [list],
  )
  const chosen = asked ?? remembered ?? usual
  const before = useRef<Column[]>([])
  const shown = useMemo(() => {
    const known = new Map(all.map((each) => [each.id, each]))
    const [first = ''] = usual
    const found = [first, ...chosen.filter((id) => id !== first)].flatMap((id) => known.get(id) ?? [])
    // More columns to choose from are no reason to draw all rows again.
    const isSame = found.length === before.current.length && found.every((each, at) => each === before.current[at])
    if (!isSame) before.current = found
    return before.current
  }, [all, usual, chosen])
  const remember = useCallback(
    (ids: string[] | null) => {
      setRemembered(ids)
      rememberColumns(list, ids)
    },
    [list],
  )
  return { all, chosen, shown, ids: shown.map((each) => each.id), remember, widths, setWidths }
}
