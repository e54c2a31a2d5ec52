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
    conditions: params.getAll('where').flatMap((each) => parsed(fields, each) ?? []),
    groups: groupsIn(params.getAll('group'), fields),
    match: params.get('match') === 'any' ? 'any' : 'all',
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

/** The address that tells a state. */
export function paramsOf(state: ListState): URLSearchParams {
  const params = new URLSearchParams()
  if (state.view) params.set('view', state.view)
  if (state.text) params.set('text', state.text)
  for (const condition of state.conditions) params.append('where', written(condition))
  state.groups.forEach((group, place) => {
    for (const condition of group) params.append('group', `${place + 1}.${written(condition)}`)
  })
  if (state.match === 'any') params.set('match', 'any')
  if (state.order) params.set('sort', orderText(state.order))
  if (state.columns) params.set('columns', columnsText(state.columns))
  return params
}
