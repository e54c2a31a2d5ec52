import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Client } from 'urql'
import { ui } from '../strings/ui'
import type { Connection } from './pagesKept'

/** All nodes of a list, a page at a time; what was read before is asked for anew, so that it is as it is now. */
export async function* everyPage<Data, Variables extends { after?: string | null | undefined }, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
): AsyncGenerator<Node[]> {
  let after: string | null = null
  do {
    const asked = { ...variables, after } as Variables
    const { data, error } = await client.query(query, asked, { requestPolicy: 'network-only' }).toPromise()
    if (!data) throw error ?? new Error(ui.noAnswer)
    const { nodes, pageInfo }: Connection<Node> = connectionIn(data)
    yield nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}
