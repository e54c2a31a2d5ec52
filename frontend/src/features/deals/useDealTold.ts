import { useEffect, useRef } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'

const CHANGED = graphql(`
  subscription OpenDealChanged($id: ID!) {
    dealChanged(ids: [$id]) { missed fate }
  }
`)

/** Calls when a deal is told to have changed, or may have. */
export function useDealTold(id: string, onTold: () => void) {
  const client = useClient()
  const latest = useRef(onTold)
  latest.current = onTold
  useEffect(
    () => client.subscription(CHANGED, { id }).subscribe(({ data }) => data && latest.current()).unsubscribe,
    [client, id],
  )
}
