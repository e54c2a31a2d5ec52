/** A list as the schema gives it a page at a time. */
export type Connection<Node> = {
  nodes: Node[]
  totalCount?: number
  /** Null where they are too many to be counted at once. */
  quickCount?: number | null
  pageInfo: {
    hasNextPage: boolean
    endCursor: string | null
    /** Told by lists that are read from their end as well. */
    hasPreviousPage?: boolean
    startCursor?: string | null
  }
}

/** Variables that ask for a page: so many after a place, or so many before one, from the end where none is told. */
export type Asking = {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** What variables say but which page. */
export type Asked<Variables extends Asking> = Omit<Variables, 'first' | 'after' | 'last' | 'before'> & { first: number }

/** What was read of a list from behind: its last nodes, and where they begin. */
export type Tail<Node> = { nodes: Node[]; start: string | null }

/**
 * What was read of a list: its nodes, how many there are in all if that is known, or null for many; where they end. Where
 * its end was read as well and something lies between, that is the tail.
 */
export type Pages<Node> = {
  nodes: Node[]
  total: number | null | undefined
  end: string | null
  hasMore: boolean
  tail?: Tail<Node>
}

/** So many nodes of a list: from its start, and from its end. */
export type Extent = { head: number; tail: number }

/** A list of which nothing was read. */
export const UNREAD: Pages<never> = { nodes: [], total: undefined, end: null, hasMore: true }

/** A page that is still to be asked for, and what was read of the list with it. */
export type Step<Variables, Node> = { asking: Variables; with: (page: Connection<Node>) => Pages<Node> }

/**
 * What is to be read next so that as much as wanted is known; null where it is. The first page of all may be shorter than the
 * others, with `atFirst` entries.
 */
export function nextStep<Variables extends Asking, Node>(
  pages: Pages<Node>,
  wanted: Extent,
  asked: Asked<Variables>,
  atFirst: number | undefined,
): Step<Variables, Node> | null {
  if (!pages.hasMore) return null
  if (pages.nodes.length < wanted.head) {
    const first = pages.end === null ? (atFirst ?? asked.first) : asked.first
    const asking = { ...asked, first, after: pages.end } as unknown as Variables
    return { asking, with: (page) => withPage(pages, page) }
  }
  if ((pages.tail?.nodes.length ?? 0) < wanted.tail) {
    const { first, ...rest } = asked
    const asking = { ...rest, last: first, before: pages.tail?.start ?? null } as unknown as Variables
    return { asking, with: (page) => withLastPage(pages, page) }
  }
  return null
}

/** What was read of a list, and the page after it; where that meets what was read from behind, they are one. */
function withPage<Node>(pages: Pages<Node>, page: Connection<Node>): Pages<Node> {
  const { tail } = pages
  const nodes = [...pages.nodes, ...page.nodes]
  const { hasNextPage, endCursor } = page.pageInfo
  const known = { total: totalIn(page, pages), end: endCursor }
  if (!tail || !hasNextPage) return { ...known, nodes, hasMore: hasNextPage }
  const met = nodes.findIndex((node) => isSame(node, tail.nodes[0]))
  if (met < 0) return { ...known, nodes, hasMore: true, tail }
  return { ...known, nodes: [...nodes.slice(0, met), ...tail.nodes], hasMore: false }
}

/** The same with the page before those that were read from behind. */
function withLastPage<Node>(pages: Pages<Node>, page: Connection<Node>): Pages<Node> {
  const { tail, ...head } = pages
  const nodes = [...page.nodes, ...(tail?.nodes ?? [])]
  const total = totalIn(page, pages)
  if (!page.pageInfo.hasPreviousPage) return { ...head, total, nodes, hasMore: false }
  const last = head.nodes.at(-1)
  const met = nodes.findIndex((node) => isSame(node, last))
  if (met >= 0) return { ...head, total, nodes: [...head.nodes, ...nodes.slice(met + 1)], hasMore: false }
  return { ...head, total, tail: { nodes, start: page.pageInfo.startCursor ?? null } }
}

function totalIn<Node>(page: Connection<Node>, pages: Pages<Node>): number | null | undefined {
  return page.totalCount ?? page.quickCount ?? (page.quickCount === null ? null : pages.total)
}

function isSame(one: unknown, other: unknown): boolean {
  const [id, another] = [one, other].map((each) => (each as { id?: string } | undefined)?.id)
  return id !== undefined && id === another
}

/** All nodes that were read: those from the start, and behind them those from the end. */
export function nodesOf<Node>({ nodes, tail }: Pages<Node>): Node[] {
  return tail ? [...nodes, ...tail.nodes] : nodes
}

/** How much of a list was read. */
export function extentOf(pages: Pages<unknown> | undefined): Extent {
  return { head: pages?.nodes.length ?? 0, tail: pages?.tail?.nodes.length ?? 0 }
}

/** A list whose nodes are others. */
export function replaced<Node>(pages: Pages<Node>, change: (node: Node) => Node): Pages<Node> {
  const { nodes, tail } = pages
  const changed = { ...pages, nodes: nodes.map(change) }
  return tail ? { ...changed, tail: { ...tail, nodes: tail.nodes.map(change) } } : changed
}

/** Whether pages hold the very same as others, so that nothing need be drawn anew. */
export function arePagesSame<Node>(one: Pages<Node>, other: Pages<Node>): boolean {
  return (
    one.end === other.end &&
    one.hasMore === other.hasMore &&
    one.total === other.total &&
    one.tail?.start === other.tail?.start &&
    areNodesSame(one.nodes, other.nodes) &&
    areNodesSame(one.tail?.nodes ?? [], other.tail?.nodes ?? [])
  )
}

function areNodesSame<Node>(some: Node[], others: Node[]): boolean {
  return some.length === others.length && some.every((node, at) => node === others[at])
}

const KEPT = 12 // lists: those that somebody may go back to
const lists = new Map<object, Map<string, Pages<unknown>>>()

/** What is known of a list from before. */
export function known<Node>(query: object, asked: string): Pages<Node> | undefined {
  return lists.get(query)?.get(asked) as Pages<Node> | undefined
}

/** Know this of a list from now on. The oldest lists of the same query are forgotten. */
export function hold<Node>(query: object, asked: string, pages: Pages<Node>) {
  const kept = lists.get(query) ?? new Map<string, Pages<unknown>>()
  kept.delete(asked)
  kept.set(asked, pages)
  for (const each of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(each)
  lists.set(query, kept)
}
