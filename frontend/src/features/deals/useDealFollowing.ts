import { useMemo } from 'react'
import { useClient } from 'urql'
import type { Listen, Told } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { DealFilter } from '../../gql/graphql'
import type { DealNode } from './dealRow'

const SHOWN = graphql(`
  subscription ShownDealsChanged($ids: [ID!]!) {
    dealChanged(ids: $ids) { missed id fate deal { id ...DealRow_deal } }
  }
`)

const FITTING = graphql(`
  subscription FittingDealsChanged($filter: DealFilter) {
    dealChanged(filter: $filter) { missed id fate deal { id ...DealRow_deal } }
  }
`)

/** How changes of deals are listened to. */
export type DealFollowing = {
  shown: (ids: string[]) => Listen<Told<DealNode>>
  /** Null where nothing is told of them, as of deleted ones. */
  fitting: Listen<Told<DealNode>> | null
}

/** How changes of deals are listened to: of those that are shown, and of those that fit. `onTold` is called at each. */
export function useDealFollowing(filter: DealFilter, onTold: () => void): DealFollowing {
  const client = useClient()
  return useMemo(() => {
    const told = (event: {
      missed: boolean
      id: string | null
      fate: Told<DealNode>['fate']
      deal: DealNode | null
    }) => {
      onTold()
      return { ...event, node: event.deal }
    }
    return {
      shown: (ids) => (hear) =>
        client.subscription(SHOWN, { ids }).subscribe(({ data }) => {
          if (data) hear(told(data.dealChanged))
        }).unsubscribe,
      fitting: filter.deleted
        ? null
        : (hear) =>
            client.subscription(FITTING, { filter }).subscribe(({ data }) => {
              if (data) hear(told(data.dealChanged))
            }).unsubscribe,
    }
  }, [client, filter, onTold])
}
