import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { FilterField } from './filters/condition'
import { type ListState, paramsOf, stateIn } from './listState'

/** The state of the list that is open, and the way to change it. Typing leaves one step in the history, not one a key. */
export function useListState(fields: FilterField[]): [ListState, (changes: Partial<ListState>) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => stateIn(params, fields), [params, fields])
  const change = useCallback(
    (changes: Partial<ListState>) => {
      setParams((before) => paramsOf({ ...stateIn(before, fields), ...changes }), { replace: 'text' in changes })
    },
    [setParams, fields],
  )
  return [state, change]
}
