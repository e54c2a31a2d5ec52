import { useCallback, useMemo, useState } from 'react'
import { keep, kept } from '../lib/kept'

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
  const [remembered, setRemembered] = useState(() => kept<string[]>(`${list}.columns`))
  const [widths, setState] = useState(() => kept<Record<string, number>>(`${list}.widths`) ?? {})
  const setWidths = useCallback(
    (next: Record<string, number>) => {
      setState(next)
      keep(`${list}.widths`, next)
    },
    [list],
  )
  const chosen = asked ?? remembered ?? usual
  const shown = useMemo(() => {
    const known = new Map(all.map((each) => [each.id, each]))
    const [first = ''] = usual
    return [first, ...chosen.filter((id) => id !== first)].flatMap((id) => known.get(id) ?? [])
  }, [all, usual, chosen])
  const remember = useCallback(
    (ids: string[] | null) => {
      setRemembered(ids)
      keep(`${list}.columns`, ids)
    },
    [list],
  )
  return { all, chosen, shown, ids: shown.map((each) => each.id), remember, widths, setWidths }
}
