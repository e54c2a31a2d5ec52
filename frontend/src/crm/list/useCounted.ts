import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { useIdle } from '../../lib/useIdle'
import type { PagedList } from '../../lib/usePages'

const LOOK_MS = 3_000

/**
 * A list that is told how long it is by a question of its own, asked when its rows are there: to count all records takes
 * longer than to read the first of them. Of those that a filter finds the list's own answer tells, unless they are many; then
 * they are counted once somebody has looked at them for a while.
 */
export function useCounted<Node, Data, Filter>(
  list: PagedList<Node>,
  query: TypedDocumentNode<Data, { filter?: Filter | null | undefined }>,
  filter: Filter | null,
  countIn: (data: Data) => number,
  context: { additionalTypenames: string[] },
): PagedList<Node> {
  const idle = useIdle()
  const looked = useLooked(list.isMany, filter)
  const wanted = filter === null || looked
  const isRead = !list.stale && (list.nodes.length > 0 || !list.loading)
  const pause = !wanted || !isRead || !idle
  const [{ data, fetching, stale }, ask] = useQuery({ query, variables: { filter }, context, pause })
  const reloadRows = list.reload
  const reload = useCallback(async () => {
    if (wanted) ask({ requestPolicy: 'network-only' })
    await reloadRows()
  }, [wanted, ask, reloadRows])
  if (!wanted) return list
  const isCounted = data !== undefined && isRead && (filter === null || !(fetching || stale || pause))
  const total = isCounted ? countIn(data) : undefined
  return { ...list, total, isMany: list.isMany && total === undefined, reload }
}

/** Whether something has been so for a while, about the same. */
function useLooked(so: boolean, about: unknown): boolean {
  const [looked, setLooked] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the while begins anew with what it is about
  useEffect(() => {
    setLooked(false)
    if (!so) return
    const waiting = setTimeout(() => setLooked(true), LOOK_MS)
    return () => clearTimeout(waiting)
  }, [so, about])
  return looked && so
}
