import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type AnyVariables, type Client, createRequest, type OperationResult } from '@urql/core'

export type Policy = 'cache-first' | 'network-only'

const underWay = new Map<number, Promise<unknown>>()

/**
 * The answer to a question; with `network-only` one from now on. Of two equal questions at once the client asks but one, whose
 * answer may be from before what the second is asked for: that one waits until the first is answered.
 */
export async function ask<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  policy: Policy,
): Promise<OperationResult<Data, Variables>> {
  const { key } = createRequest(query, variables)
  const before = policy === 'network-only' ? underWay.get(key) : undefined
  if (before) await before
  const answer = client.query(query, variables, { requestPolicy: policy }).toPromise()
  underWay.set(key, answer)
  const result = await answer
  if (underWay.get(key) === answer) underWay.delete(key)
  return result
}
