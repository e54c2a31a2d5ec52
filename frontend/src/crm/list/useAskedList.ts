import { useMemo } from 'react'
import { type FilterField, filterOf } from '../filters/condition'
import { type ListState, useListState } from '../useListState'

/** What a list shows and asks for, by its address. */
export type AskedList<Filter> = {
  state: ListState
  change: (changes: Partial<ListState>) => void
  filter: Filter | null
}

/** What a list of records is asked for; the same question is the same object, whatever else of the address changes. */
export function useAskedList<Filter extends object, Order>(
  fields: FilterField[],
): AskedList<Filter> & { orderBy: Order[] | null } {
  const [state, change] = useListState(fields)
  const { conditions, groups, match } = state
  const text = state.text.trim()
  const asked = useMemo(() => {
    const filter = filterOf(fields, { conditions, groups, match }, new Date())
    return JSON.stringify(text === '' ? filter : { ...filter, text })
  }, [fields, conditions, groups, match, text])
  const order = JSON.stringify(state.order && [state.order])
  const filter = useMemo((): Filter | null => JSON.parse(asked), [asked])
  const orderBy = useMemo((): Order[] | null => JSON.parse(order), [order])
  return { state, change, filter, orderBy }
}
