import type { Client } from 'urql'
import { graphql } from '../../gql'
import type { ContactFilter, ContactOrder } from '../../gql/graphql'
import { type ContactRow, rowOf } from './contactRow'

const EVERY = graphql(`
  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {
    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...ContactRow_contact }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every contact that fits, a page at a time; what the list has read is asked for anew, so that it is as it is now. */
export async function* everyContact(
  client: Client,
  variables: { filter: ContactFilter | null; orderBy: ContactOrder[] | null; custom: boolean },
): AsyncGenerator<ContactRow[]> {
  let after: string | null = null
  do {
    const asked: { after: string | null } & typeof variables = { ...variables, after }
    const { data, error } = await client.query(EVERY, asked, { requestPolicy: 'network-only' }).toPromise()
    if (!data) throw error ?? new Error('The answer holds nothing')
    yield data.contacts.nodes.map(rowOf)
    after = data.contacts.pageInfo.hasNextPage ? data.contacts.pageInfo.endCursor : null
  } while (after !== null)
}
