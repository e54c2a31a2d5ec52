import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Client, useClient } from 'urql'
import {
  type Asking,
  arePagesSame,
  type Connection,
  hold,
  known,
  type Pages,
  pageAfter,
  UNREAD,
  withPage,
} from './pagesKept'

/** A list as far as it was read, and how to read on. */
export type PagedList<Node> = {
  nodes: Node[]
  total: number | undefined
  /** Whether there are more than could be counted while somebody waited. */
  isMany: boolean
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
 * `variables` are all but `after`; the first page may be shorter than those that `first` asks for, with `atFirst` entries, as
 * many as can be seen at once. What was read stays known while the app is open, so that somebody who comes back to a
 * list finds it as they left it; the answers are asked for again if anything was changed meanwhile.
 */
export function usePages<Data, Variables extends Asking, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
  atFirst?: number,
): PagedList<Node> {
  const client = useClient()
  const asked = JSON.stringify(variables)
  const key = useMemo(() => ({ query, asked }), [query, asked])
  const [shown, setShown] = useState<{ key: typeof key; pages: Pages<Node> } | null>(() => {
    const pages = known<Node>(query, asked)
    return pages ? { key, pages } : null
  })
  const [loading, setLoading] = useState(shown === null)
  const [error, setError] = useState<unknown>(null)
  const question = useRef(0)
  const current = useRef(shown)
  current.current = shown

  const show = useCallback(
    (pages: Pages<Node>) => {
      hold(key.query, key.asked, pages)
      const now = current.current
      if (now?.key === key && arePagesSame(now.pages, pages)) return
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
        const asking = pageAfter<Variables>(pages, JSON.parse(key.asked), atFirst)
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
    [client, key, connectionIn, atFirst, show],
  )

  useEffect(() => {
    const pages = known<Node>(key.query, key.asked)
    if (pages) show(pages)
    setError(null)
    const fresh = pages && answered(client, key.query, JSON.parse(key.asked), connectionIn, atFirst, pages.nodes.length)
    if (fresh) {
      setLoading(false)
      show(fresh)
    } else void read(null, pages?.nodes.length ?? 0, pages ? 'cache-first' : 'network-only')
    return () => {
      question.current += 1
    }
  }, [client, key, connectionIn, atFirst, read, show])

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
    total: stale ? undefined : (pages?.total ?? undefined),
    isMany: !stale && pages?.total === null,
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

/** The first so many nodes of a list, as far as nothing of it need be asked for again; null where something must. */
function answered<Data, Variables extends Asking, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionIn: (data: Data) => Connection<Node>,
  atFirst: number | undefined,
  wanted: number,
): Pages<Node> | null {
  let pages: Pages<Node> = UNREAD
  do {
    const asking = pageAfter<Variables>(pages, variables, atFirst)
    const data = client.readQuery(query, asking, { requestPolicy: 'cache-only' })?.data
    if (!data) return null
    pages = withPage(pages, connectionIn(data))
  } while (pages.hasMore && pages.nodes.length < wanted)
  return pages
}
