import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Client } from '@urql/core'
import { type Asking, type Connection, hold, known, pageAfter, UNREAD, withPage } from './pagesKept'

/**
 * Ask for the first page of a list before anything is there to show it. `usePages`, asked the same, then finds the answer,
 * or the question on its way, and does not ask again.
 */
export async function askAhead<Data, Variables extends Asking, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
  atFirst?: number,
) {
  const asked = JSON.stringify(variables)
  if (known(query, asked)) return
  const { data } = await client.query(query, pageAfter<Variables>(UNREAD, variables, atFirst)).toPromise()
  if (data && !known(query, asked)) hold(query, asked, withPage<Node>(UNREAD, connectionIn(data)))
}
