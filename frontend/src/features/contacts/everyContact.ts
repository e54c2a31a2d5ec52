import type { Client } from 'urql'
import { graphql } from '../../gql'
import type { ContactFilter, ContactOrder } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import { type ContactRow, rowOf } from './contactRow'

const EVERY = graphql(`
  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!, $more: Boolean! = true) {
    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...ContactRow_contact }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every contact that fits, a page at a time. */
export async function* everyContact(
  every: EveryPage,
  client: Client,
  variables: { filter: ContactFilter | null; orderBy: ContactOrder[] | null; custom: boolean },
): AsyncGenerator<ContactRow[]> {
  for await (const nodes of every(client, EVERY, variables, (data) => data.contacts)) yield nodes.map(rowOf)
}
