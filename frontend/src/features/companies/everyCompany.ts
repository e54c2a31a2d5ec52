import type { Client } from 'urql'
import { graphql } from '../../gql'
import type { CompanyFilter, CompanyOrder } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import { type CompanyRow, rowOf } from './companyRow'

const EVERY = graphql(`
  query EveryCompany($after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!, $more: Boolean! = true) {
    companies(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...CompanyRow_company }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every company that fits, a page at a time. */
export async function* everyCompany(
  every: EveryPage,
  client: Client,
  variables: { filter: CompanyFilter | null; orderBy: CompanyOrder[] | null; custom: boolean },
): AsyncGenerator<CompanyRow[]> {
  for await (const nodes of every(client, EVERY, variables, (data) => data.companies)) yield nodes.map(rowOf)
}
