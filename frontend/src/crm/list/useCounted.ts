import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback } from 'react'
import { useQuery } from 'urql'
import { useIdle } from '../../lib/useIdle'
import type { PagedList } from '../../lib/usePages'

/**
 * A list that is told how long it is by a question of its own, asked when its rows are there: to count all records takes
 * longer than to read the first of them. Where it is not `wanted`, the list's own answers tell.
 */
export function useCounted<Node, Data>(
  list: PagedList<Node>,
  query: TypedDocumentNode<Data, Record<string, never>>,
  wanted: boolean,
  countIn: (data: Data) => number,
  context: { additionalTypenames: string[] },
): PagedList<Node> {
  const idle = useIdle()
  const isRead = !list.stale && (list.nodes.length > 0 || !list.loading)
  const [{ data }, ask] = useQuery({ query, variables: {}, context, pause: !wanted || !isRead || !idle })
  const reloadRows = list.reload
  const reload = useCallback(async () => {
    if (wanted) ask({ requestPolicy: 'network-only' })
    await reloadRows()
  }, [wanted, ask, reloadRows])
  if (!wanted) return list
  return {
    ...list,
    total: data && isRead ? countIn(data) : undefined,
    reload,
  }
}
