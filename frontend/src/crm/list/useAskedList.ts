import { useMemo } from 'react'
import type { FilterField } from '../filters/condition'
import type { ListState } from '../listState'
import { useListState } from '../useListState'
import { askedIn } from './askedIn'

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
  const { text, conditions, groups, match, order } = state
  const asked = useMemo(
    () => askedIn<Filter, Order>(fields, { text, conditions, groups, match, order }),
    [fields, text, conditions, groups, match, order],
  )
  const filterText = JSON.stringify(asked.filter)
  const orderText = JSON.stringify(asked.orderBy)
  const filter = useMemo((): Filter | null => JSON.parse(filterText), [filterText])
  const orderBy = useMemo((): Order[] | null => JSON.parse(orderText), [orderText])
  return { state, change, filter, orderBy }
}
