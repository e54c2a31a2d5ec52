import type { Client } from 'urql'
import { graphql } from '../../gql'
import type { DealFilter, DealOrder } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import { type DealRow, dealOf } from './dealRow'

const EVERY = graphql(`
  query EveryDeal($after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {
    deals(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...DealRow_deal }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every deal that fits, a page at a time. */
export async function* everyDeal(
  every: EveryPage,
  client: Client,
  variables: { filter: DealFilter; orderBy: DealOrder[] | null },
): AsyncGenerator<DealRow[]> {
  for await (const nodes of every(client, EVERY, variables, (data) => data.deals)) yield nodes.map(dealOf)
}
