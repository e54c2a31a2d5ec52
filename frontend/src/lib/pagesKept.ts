/** A list as the schema gives it a page at a time. */
export type Connection<Node> = {
  nodes: Node[]
  totalCount?: number
  /** Null where they are too many to be counted at once. */
  quickCount?: number | null
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Variables that ask for a page. */
export type Asking = { first: number; after?: string | null | undefined }

/** What was read of a list: its nodes, how many there are in all if that is known, or null for many; where they end. */
export type Pages<Node> = { nodes: Node[]; total: number | null | undefined; end: string | null; hasMore: boolean }

/** A list of which nothing was read. */
export const UNREAD: Pages<never> = { nodes: [], total: undefined, end: null, hasMore: true }

/** What asks for the page after those that were read: `first` entries of it, or `atFirst` at the start of the list. */
export function pageAfter<Variables extends Asking>(
  pages: Pages<unknown>,
  variables: Omit<Variables, 'after'>,
  atFirst: number | undefined,
): Variables {
  const isStart = pages.end === null && atFirst !== undefined
  return { ...variables, ...(isStart ? { first: atFirst } : {}), after: pages.end } as Variables
}

/** What was read of a list, and the page after it. */
export function withPage<Node>(pages: Pages<Node>, page: Connection<Node>): Pages<Node> {
  return {
    nodes: [...pages.nodes, ...page.nodes],
    total: page.totalCount ?? page.quickCount ?? (page.quickCount === null ? null : pages.total),
    end: page.pageInfo.endCursor,
    hasMore: page.pageInfo.hasNextPage,
  }
}

/** Whether pages hold the very same as others, so that nothing need be drawn anew. */
export function arePagesSame<Node>(one: Pages<Node>, other: Pages<Node>): boolean {
  return (
    one.end === other.end &&
    one.hasMore === other.hasMore &&
    one.total === other.total &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, at) => node === other.nodes[at])
  )
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
