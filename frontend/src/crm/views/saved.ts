import type { SavedViewFields } from '../../gql/graphql'
import type { Condition, Match } from '../filters/condition'
import { askedOrder, orderAsked } from '../list/customOrder'
import { type ListState, paramsOf } from '../listState'

// A view keeps, in `columns`, the names of columns and, as its last entry, what the list was filtered by in people's
// terms: "in the last 7 days" is not the date that it meant on the day the view was saved. `filter` and `orderBy` hold
// what the schema takes, for scripts that read the view.

/** A view as the server stores it. A script may have stored anything. */
export type StoredView = { id: string; filter?: unknown; orderBy?: unknown; columns?: unknown }

/** How what a list shows is kept in a view, and told from one. */
export type Keeping<State> = {
  fieldsOf: (state: State, filter: unknown) => SavedViewFields
  stateOf: (view: StoredView) => State
  /** The same for states that show the same, whatever view is open. */
  textOf: (state: State) => string
}

type Told = { text: string; conditions: Condition[]; groups?: Condition[][]; match: Match; usualColumns: boolean }

/** What is stored of a list's state. */
export function fieldsOf(state: ListState, filter: unknown): SavedViewFields {
  const { text, conditions, groups, match, order, columns } = state
  const told: Told = { text, conditions, groups, match, usualColumns: columns === null }
  return { filter: filter ?? {}, orderBy: order ? [askedOrder(order)] : [], columns: [...(columns ?? []), told] }
}

/** The state that a view was saved as; what makes no sense is left out. */
export function stateOf(view: StoredView): ListState {
  const columns = Array.isArray(view.columns) ? view.columns : []
  const names = columns.filter((each) => typeof each === 'string')
  const told = columns.find((each): each is Told => typeof each === 'object' && each !== null && 'conditions' in each)
  const [order] = Array.isArray(view.orderBy) ? view.orderBy : []
  return {
    view: view.id,
    text: told?.text ?? '',
    conditions: told?.conditions ?? [],
    groups: told?.groups ?? [],
    match: told?.match ?? 'all',
    order: orderAsked(order),
    columns: told?.usualColumns || names.length === 0 ? null : names,
  }
}

/** Views of lists with conditions. */
export const LIST_VIEWS: Keeping<ListState> = {
  fieldsOf,
  stateOf,
  textOf: (state) => paramsOf({ ...state, view: null }).toString(),
}
