import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type Client, createClient, createRequest, fetchExchange } from '@urql/core'
import { ui } from '../strings/ui'
import type { Connection } from './pagesKept'

/** What reads all of a list: it comes with the first export, to which a list says what to read. */
export type EveryPage = typeof everyPage

/** All nodes of a list, a page at a time; each page is asked for anew, so that it is as it is now, and kept by nobody. */
export async function* everyPage<Data, Variables extends { after?: string | null | undefined }, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
): AsyncGenerator<Node[]> {
  const asking = withoutCache(client)
  let after: string | null = null
  do {
    const asked = { ...variables, after } as Variables
    const { data, error } = await asking.query(query, asked, {}).toPromise()
    if (!data) throw error ?? new Error(ui.noAnswer)
    const { nodes, pageInfo }: Connection<Node> = connectionIn(data)
    yield nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}

/** Asks as another client does. The cache of that one keeps every answer until something of its kind is changed. */
function withoutCache(client: Client): Client {
  const { context } = client.createRequestOperation('query', createRequest('{ __typename }', {}))
  return createClient({ ...context, exchanges: [fetchExchange] })
}
