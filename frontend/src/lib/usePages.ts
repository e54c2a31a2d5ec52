import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient } from 'urql'
import { type Connection, hold, known, type Pages, UNREAD, withPage } from './pagesKept'

/** A list as far as it was read, and how to read on. */
export type PagedList<Node> = {
  nodes: Node[]
  total: number | undefined
  hasMore: boolean
  loading: boolean
  /** Whether the nodes answer the question before this one, so that nothing jumps while this one is asked. */
  stale: boolean
  error: unknown
  /** Read the next page. Does nothing while one is being read, nor after a failure, which is tried again by `reload`. */
  more: () => void
  /** Read again what was read so far. */
  reload: () => Promise<void>
  /** Put something else in the place of a node, such as what it is going to be when the server agrees. */
  replace: (change: (node: Node) => Node) => void
}

/**
 * Read a list page by page, with the cursor of each page leading to the next.
 *
 * `variables` are all but `after`. What was read stays known while the app is open, so that somebody who comes back to a
 * list finds it as they left it; the answers are asked for again if anything was changed meanwhile.
 */
export function usePages<Data, Variables extends { after?: string | null | undefined }, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
): PagedList<Node> {
  const client = useClient()
  const asked = JSON.stringify(variables)
  const key = useMemo(() => ({ query, asked }), [query, asked])
  const [shown, setShown] = useState<{ key: typeof key; pages: Pages<Node> } | null>(() => {
    const pages = known<Node>(query, asked)
    return pages ? { key, pages } : null
  })
  const [loading, setLoading] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const question = useRef(0)
  const current = useRef(shown)
  current.current = shown

  const show = useCallback(
    (pages: Pages<Node>) => {
      hold(key.query, key.asked, pages)
      current.current = { key, pages }
      setShown({ key, pages })
    },
    [key],
  )

  /** Read pages from the start until there are as many nodes as wanted, or one page more than `from`. */
  const read = useCallback(
    async (from: Pages<Node> | null, wanted: number, policy: 'cache-first' | 'network-only') => {
      const mine = ++question.current
      setLoading(true)
      let pages: Pages<Node> = from ?? UNREAD
      let failure: unknown = null
      do {
        const asking = { ...JSON.parse(key.asked), after: pages.end } as Variables
        const { data, error } = await client.query(key.query, asking, { requestPolicy: policy }).toPromise()
        if (mine !== question.current) return
        if (error || !data) {
          failure = error ?? new Error('The answer holds nothing')
          break
        }
        pages = withPage(pages, connectionIn(data))
      } while (pages.hasMore && pages.nodes.length < wanted)
      setLoading(false)
      setError(failure)
      if (failure === null) show(pages)
    },
    [client, key, connectionIn, show],
  )

  useEffect(() => {
    const pages = known<Node>(key.query, key.asked)
    if (pages) show(pages)
    setError(null)
    void read(null, pages?.nodes.length ?? 0, pages ? 'cache-first' : 'network-only')
    return () => {
      question.current += 1
    }
  }, [key, read, show])

  const pages = shown?.pages
  const more = useCallback(() => {
    const now = current.current
    const canRead = !loading && error === null
    if (now && now.key === key && now.pages.hasMore && canRead) void read(now.pages, 0, 'cache-first')
  }, [key, loading, error, read])
  const reload = useCallback(() => read(null, current.current?.pages.nodes.length ?? 0, 'network-only'), [read])
  const replace = useCallback(
    (change: (node: Node) => Node) => {
      const now = current.current
      if (now) show({ ...now.pages, nodes: now.pages.nodes.map(change) })
    },
    [show],
  )
  const stale = shown !== null && shown.key !== key
  return {
    nodes: pages?.nodes ?? (NOTHING as Node[]),
    total: stale ? undefined : pages?.total,
    hasMore: !stale && (pages?.hasMore ?? false),
    loading,
    stale,
    error,
    more,
    reload,
    replace,
  }
}

const NOTHING: unknown[] = []
