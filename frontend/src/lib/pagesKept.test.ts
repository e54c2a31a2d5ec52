import { expect, test } from 'vitest'
import {
  type Asking,
  arePagesSame,
  type Connection,
  extentOf,
  nextStep,
  nodesOf,
  type Pages,
  replaced,
  UNREAD,
} from './pagesKept'

type Variables = Asking & { filter: null }
type Node = { id: string }
type Rest = Omit<Connection<Node>, 'nodes' | 'pageInfo'>

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) as [Node, Node, Node, Node, Node]
const asked = { first: 100, filter: null }

function step(pages: Pages<Node>, head: number, tail: number, atFirst?: number) {
  return nextStep<Variables, Node>(pages, { head, tail }, asked, atFirst)
}

/** The list with a page more of its start. */
function on(pages: Pages<Node>, nodes: Node[], hasNextPage = true, rest: Rest = {}): Pages<Node> {
  const pageInfo = { hasNextPage, endCursor: `after ${nodes.at(-1)?.id}` }
  return step(pages, pages.nodes.length + 1, 0)?.with({ nodes, pageInfo, ...rest }) ?? pages
}

/** The list with a page more of its end. */
function back(pages: Pages<Node>, nodes: Node[], hasPreviousPage = true): Pages<Node> {
  const pageInfo = { hasNextPage: false, endCursor: null, hasPreviousPage, startCursor: `before ${nodes[0]?.id}` }
  return step(pages, 0, extentOf(pages).tail + 1)?.with({ nodes, pageInfo }) ?? pages
}

test('the first page is as short as the window, and those after it are not', () => {
  const read = on(UNREAD, [a])

  expect(step(UNREAD, 1, 0, 30)?.asking).toEqual({ first: 30, filter: null, after: null })
  expect(step(read, 2, 0, 30)?.asking).toEqual({ first: 100, filter: null, after: 'after a' })
  expect(step(UNREAD, 1, 0)?.asking).toEqual({ first: 100, filter: null, after: null })
})

test('nothing is asked for where as much as wanted is known, or there is no more', () => {
  expect(step(on(UNREAD, [a, b]), 2, 0)).toBe(null)
  expect(step(on(UNREAD, [a, b], false), 9, 9)).toBe(null)
})

test('the end of a list is read from behind, and what lies between is missing', () => {
  const start = on(UNREAD, [a])
  const both = back(start, [d, e])

  expect(step(start, 0, 1)?.asking).toEqual({ last: 100, filter: null, before: null })
  expect(step(both, 0, 3)?.asking).toEqual({ last: 100, filter: null, before: 'before d' })
  expect([nodesOf(both), extentOf(both), both.hasMore]).toEqual([[a, d, e], { head: 1, tail: 2 }, true])
  expect(nodesOf(back(both, [c]))).toEqual([a, c, d, e])
})

test('where what was read from the start and from the end meets, it is one list', () => {
  const both = back(on(UNREAD, [a, b]), [e])
  const whole = { nodes: [a, b, c, d, e], hasMore: false }

  expect(on(both, [c, d, e], false)).toMatchObject(whole)
  expect(on(on(both, [c, d]), [e, { id: 'f' }])).toMatchObject(whole)
  expect(back(both, [b, c, d])).toMatchObject(whole)
  expect(back(on(UNREAD, [a]), [a, b, c, d, e], false)).toMatchObject(whole)
  expect(on(both, [c, d, e], false).tail).toBe(undefined)
})

test('what stands in the place of a node does so from either end', () => {
  const both = replaced(back(on(UNREAD, [a]), [e]), (node) => ({ ...node, name: node.id.toUpperCase() }))

  expect(nodesOf(both)).toEqual([
    { id: 'a', name: 'A' },
    { id: 'e', name: 'E' },
  ])
})

test('a number that could not be told in time is null, and one that was not asked for stays', () => {
  const counted = on(UNREAD, [a], true, { quickCount: 7 })

  expect(on(UNREAD, [a], true, { quickCount: null }).total).toBe(null)
  expect(on(counted, [b]).total).toBe(7)
  expect(back(counted, [e]).total).toBe(7)
})

test('pages are the same while they hold the very same nodes', () => {
  const one = on(UNREAD, [a], true, { totalCount: 2 })

  expect(arePagesSame(one, on(UNREAD, [a], true, { totalCount: 2 }))).toBe(true)
  expect(arePagesSame(one, on(UNREAD, [{ ...a }], true, { totalCount: 2 }))).toBe(false)
  expect(arePagesSame(one, on(UNREAD, [a], true, { totalCount: 3 }))).toBe(false)
  expect(arePagesSame(back(one, [e]), back(one, [e]))).toBe(true)
  expect(arePagesSame(back(one, [e]), back(one, [d, e]))).toBe(false)
})
