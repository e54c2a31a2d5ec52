import { type FilterField, filterOf } from '../filters/condition'
import type { ListState } from '../listState'
import { askedOrder } from './customOrder'

/** What a list of records asks the schema for, by what it shows. */
export function askedIn<Filter extends object, Order>(
  fields: FilterField[],
  state: Pick<ListState, 'text' | 'conditions' | 'groups' | 'match' | 'order'>,
): { filter: Filter | null; orderBy: Order[] | null } {
  const text = state.text.trim()
  const filter = filterOf(fields, state, new Date())
  return {
    filter: (text === '' ? filter : { ...filter, text }) as Filter | null,
    orderBy: state.order && [askedOrder(state.order) as Order],
  }
}
