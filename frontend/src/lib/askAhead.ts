import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Client } from '@urql/core'
import { type Asked, type Asking, type Connection, hold, known, nextStep, UNREAD } from './pagesKept'

/**
 * Ask for the first page of a list before anything is there to show it. `usePages`, asked the same, then finds the answer,
 * or the question on its way, and does not ask again.
 */
export async function askAhead<Data, Variables extends Asking, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Asked<Variables>,
  connectionIn: (data: Data) => Connection<Node>,
  atFirst?: number,
) {
  const asked = JSON.stringify(variables)
  if (known(query, asked)) return
  const step = nextStep<Variables, Node>(UNREAD, { head: 1, tail: 0 }, variables, atFirst)
  if (!step) return
  const { data } = await client.query(query, step.asking).toPromise()
  if (data && !known(query, asked)) hold(query, asked, step.with(connectionIn(data)))
}
