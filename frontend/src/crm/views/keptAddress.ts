import { columnsIn, orderIn } from '../listParams'
import type { Keeping } from './saved'

/** What a list shows: the parameters of its address that say so, in one order. */
export type AddressState = { view: string | null; address: string }

/** Under which name the open view stands in the address; `view` is how deals are looked at. */
export const OPEN_VIEW = 'saved'

/** Those parameters of an address that have these names, in the order of the names. */
export function addressOf(params: URLSearchParams, names: readonly string[]): string {
  const some = names.flatMap((name) => {
    const values = params.getAll(name).filter((value) => value !== '')
    return values.map((value): [string, string] => [name, value])
  })
  return new URLSearchParams(some).toString()
}

/** An address that shows a view: what the names say is as it was saved, all else stays. */
export function withView(
  params: URLSearchParams,
  names: readonly string[],
  { view, address }: Pick<AddressState, 'view'> & Partial<AddressState>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  if (address !== undefined) {
    for (const name of names) next.delete(name)
    for (const [name, value] of new URLSearchParams(address)) next.append(name, value)
  }
  if (view === null) next.delete(OPEN_VIEW)
  else next.set(OPEN_VIEW, view)
  return next
}

/** Views of lists whose state is the parameters with these names. They keep, as the last of `columns`, the address. */
export function addressViews(names: readonly string[]): Keeping<AddressState> {
  return {
    fieldsOf: ({ address }, filter) => {
      const params = new URLSearchParams(address)
      const order = orderIn(params)
      const columns = columnsIn(params) ?? []
      return { filter: filter ?? {}, orderBy: order ? [order] : [], columns: [...columns, { address }] }
    },
    stateOf: (view) => ({ view: view.id, address: addressOf(new URLSearchParams(addressIn(view.columns)), names) }),
    textOf: ({ address }) => address,
  }
}

/** The address that a view keeps; an empty one where a script stored something else. */
function addressIn(columns: unknown): string {
  if (!Array.isArray(columns)) return ''
  const kept = columns.find((each): each is { address: string } => typeof each?.address === 'string')
  return kept?.address ?? ''
}
