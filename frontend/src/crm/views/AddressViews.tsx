import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { SavedViewEntity } from '../../gql/graphql'
import { addressOf, addressViews, OPEN_VIEW, withView } from './keptAddress'
import { SavedViews } from './SavedViews'

/** The saved views of a list whose state is the parameters of its address with these names. */
export function AddressViews(props: {
  entity: SavedViewEntity
  names: readonly string[]
  /** The filter of the schema that the state makes. */
  filter: unknown
}) {
  const { names } = props
  const [params, setParams] = useSearchParams()
  const keeping = useMemo(() => addressViews(names), [names])
  return (
    <SavedViews
      entity={props.entity}
      state={{ view: params.get(OPEN_VIEW), address: addressOf(params, names) }}
      keeping={keeping}
      filter={props.filter}
      onOpen={(state) => setParams((before) => withView(before, names, state))}
    />
  )
}
