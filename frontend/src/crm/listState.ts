import type { Order } from '../ui/DataTable'
import { type Asked, type Condition, type FilterField, parsed, written } from './filters/condition'
import { columnsIn, columnsText, orderIn, orderText } from './listParams'

/** What a list shows, all of which stands in the address. `columns` is null where the usual ones are shown. */
export type ListState = Asked & {
  text: string
  order: Order | null
  columns: string[] | null
  view: string | null
}

/** The state that an address tells; what it says of things that are not there is left out. */
export function stateIn(params: URLSearchParams, fields: FilterField[]): ListState {
  return {
    text: params.get('text') ?? '',
    ...conditionsIn(params, fields),
    order: orderIn(params),
    columns: columnsIn(params),
    view: params.get('view'),
  }
}

/** Conditions under the number of their group: `1.title.contains.vp`. */
function groupsIn(texts: string[], fields: FilterField[]): Condition[][] {
  const groups = new Map<string, Condition[]>()
  for (const text of texts) {
    const [, number = '', rest = ''] = text.match(/^(\d+)\.(.*)$/s) ?? []
    const condition = parsed(fields, rest)
    if (condition) groups.set(number, [...(groups.get(number) ?? []), condition])
  }
  return [...groups.values()]
}

/** The conditions that an address tells. */
export function conditionsIn(params: URLSearchParams, fields: FilterField[]): Asked {
  return {
    conditions: params.getAll('where').flatMap((each) => parsed(fields, each) ?? []),
    groups: groupsIn(params.getAll('group'), fields),
    match: params.get('match') === 'any' ? 'any' : 'all',
  }
}

/** An address that tells these conditions and no others; the rest of it stays. */
export function withConditions(params: URLSearchParams, { conditions, groups, match }: Asked): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of CONDITIONS) next.delete(name)
  for (const condition of conditions) next.append('where', written(condition))
  groups.forEach((group, place) => {
    for (const condition of group) next.append('group', `${place + 1}.${written(condition)}`)
  })
  if (match === 'any') next.set('match', 'any')
  return next
}

/** The parameters of an address that tell conditions. */
export const CONDITIONS = ['where', 'group', 'match'] as const

/** The address that tells a state. */
export function paramsOf(state: ListState): URLSearchParams {
  const told = new URLSearchParams()
  if (state.view) told.set('view', state.view)
  if (state.text) told.set('text', state.text)
  const params = withConditions(told, state)
  if (state.order) params.set('sort', orderText(state.order))
  if (state.columns) params.set('columns', columnsText(state.columns))
  return params
}
