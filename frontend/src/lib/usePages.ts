import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Client, useClient } from 'urql'
import { ui } from '../strings/ui'
import { ask, type Policy } from './asking'
import {
  type Asked,
  type Asking,
  arePagesSame,
  type Connection,
  type Extent,
  extentOf,
  hold,
  known,
  nextStep,
  nodesOf,
  type Pages,
  replaced,
  UNREAD,
} from './pagesKept'

/** A list as far as it was read, and how to read on. */
export type PagedList<Node> = {
  nodes: Node[]
  total: number | undefined
  /** Whether there are more than could be counted while somebody waited. */
  isMany: boolean
  hasMore: boolean
  /** How many nodes stand before what was not read, where the end of the list was; null where that lies behind all nodes. */
  gap: number | null
  loading: boolean
  /** Whether the nodes answer the question before this one, so that nothing jumps while this one is asked. */
  stale: boolean
  error: unknown
  /** Read the next page. Does nothing while one is being read, nor after a failure, which is tried again by `reload`. */
  more: () => void
  /** Read the page before those that were read from the end, in the same way. */
  earlier: () => void
  /** Read the last page, unless it is known. */
  toEnd: () => void
  /** Read again what was read so far. */
  reload: () => Promise<void>
  /** Put something else in the place of a node, such as what it is going to be when the server agrees. */
  replace: (change: (node: Node) => Node) => void
}

/**
 * Read a list page by page, with the cursor of each page leading to the next.
 *
 * `variables` are all but those that tell the page; the first page may be shorter than those that `first` asks for, with
 * `atFirst` entries, as many as can be seen at once. What was read stays known while the app is open, so that somebody who comes back to a
 * list finds it as they left it; the answers are asked for again if anything was changed meanwhile.
 */
export function usePages<Data, Variables extends Asking, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Asked<Variables>,
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

  /** Read pages until as much as wanted is known, of which `from` is known already. */
  const read = useCallback(
    async (from: Pages<Node>, wanted: Extent, policy: Policy) => {
      const mine = ++question.current
      setLoading(true)
      const asked: Asked<Variables> = JSON.parse(key.asked)
      const next = () => nextStep<Variables, Node>(pages, wanted, asked, atFirst)
      let pages = from
      let failure: unknown = null
      for (let step = next(); step; step = next()) {
        const { data, error } = await ask(client, key.query, step.asking, policy)
        if (mine !== question.current) return
        if (error || !data) {
          failure = error ?? new Error(ui.noAnswer)
          break
        }
        pages = step.with(connectionIn(data))
      }
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
    const { head, tail } = extentOf(pages)
    const wanted = { head: Math.max(1, head), tail }
    const fresh = pages && answered<Data, Variables, Node>(client, key, wanted, connectionIn, atFirst)
    if (fresh) {
      setLoading(false)
      show(fresh)
    } else void read(UNREAD, wanted, pages ? 'cache-first' : 'network-only')
    return () => {
      question.current += 1
    }
  }, [client, key, connectionIn, atFirst, read, show])

  const pages = shown?.pages
  const nodes = useMemo(() => (pages ? nodesOf(pages) : (NOTHING as Node[])), [pages])
  /** Read on from what is there, a page at either end. */
  const readOn = useCallback(
    (head: number, tail: number) => {
      const now = current.current
      if (!now || now.key !== key) return
      const known = extentOf(now.pages)
      void read(now.pages, { head: known.head + head, tail: known.tail + tail }, 'cache-first')
    },
    [key, read],
  )
  const rests = !loading && error === null
  const more = useCallback(() => rests && readOn(1, 0), [rests, readOn])
  const earlier = useCallback(() => rests && readOn(0, 1), [rests, readOn])
  const toEnd = useCallback(() => {
    if (current.current?.pages.tail === undefined) readOn(0, 1)
  }, [readOn])
  const reload = useCallback(() => {
    const { head, tail } = extentOf(current.current?.pages)
    return read(UNREAD, { head: Math.max(1, head), tail }, 'network-only')
  }, [read])
  const replace = useCallback(
    (change: (node: Node) => Node) => {
      const now = current.current
      if (now) show(replaced(now.pages, change))
    },
    [show],
  )
  const stale = shown !== null && shown.key !== key
  return {
    nodes,
    total: stale ? undefined : (pages?.total ?? undefined),
    isMany: !stale && pages?.total === null,
    hasMore: !stale && (pages?.hasMore ?? false),
    gap: pages?.tail ? pages.nodes.length : null,
    loading,
    stale,
    error,
    more,
    earlier,
    toEnd,
    reload,
    replace,
  }
}

const NOTHING: unknown[] = []

/** As much of a list as wanted, as far as nothing of it need be asked for again; null where something must. */
function answered<Data, Variables extends Asking, Node>(
  client: Client,
  { query, asked }: { query: TypedDocumentNode<Data, Variables>; asked: string },
  wanted: Extent,
  connectionIn: (data: Data) => Connection<Node>,
  atFirst: number | undefined,
): Pages<Node> | null {
  const variables: Asked<Variables> = JSON.parse(asked)
  const next = () => nextStep<Variables, Node>(pages, wanted, variables, atFirst)
  let pages: Pages<Node> = UNREAD
  for (let step = next(); step; step = next()) {
    const data = client.readQuery(query, step.asking, { requestPolicy: 'cache-only' })?.data
    if (!data) return null
    pages = step.with(connectionIn(data))
  }
  return pages
}
