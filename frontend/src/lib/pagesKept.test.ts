import { expect, test } from 'vitest'
import { type Asking, arePagesSame, pageAfter, UNREAD, withPage } from './pagesKept'

type Asked = Asking & { filter: null }

const [ada, bob] = [{ id: 'contact_1' }, { id: 'contact_2' }]
const pageInfo = { hasNextPage: true, endCursor: 'c1' }

test('the first page is as short as the window, and those after it are not', () => {
  const read = withPage(UNREAD, { nodes: [ada], pageInfo })

  expect(pageAfter<Asked>(UNREAD, { first: 100, filter: null }, 30)).toEqual({ first: 30, filter: null, after: null })
  expect(pageAfter<Asked>(read, { first: 100, filter: null }, 30)).toEqual({ first: 100, filter: null, after: 'c1' })
  expect(pageAfter(UNREAD, { first: 50 }, undefined)).toEqual({ first: 50, after: null })
})

test('a number that could not be told in time is null, and one that was not asked for stays', () => {
  const counted = withPage(UNREAD, { nodes: [ada], quickCount: 7, pageInfo })

  expect(withPage(UNREAD, { nodes: [ada], quickCount: null, pageInfo }).total).toBe(null)
  expect(withPage(counted, { nodes: [bob], pageInfo }).total).toBe(7)
})

test('pages are the same while they hold the very same nodes', () => {
  const one = withPage(UNREAD, { nodes: [ada], totalCount: 2, pageInfo })

  expect(arePagesSame(one, withPage(UNREAD, { nodes: [ada], totalCount: 2, pageInfo }))).toBe(true)
  expect(arePagesSame(one, withPage(UNREAD, { nodes: [{ ...ada }], totalCount: 2, pageInfo }))).toBe(false)
  expect(arePagesSame(one, withPage(UNREAD, { nodes: [ada], totalCount: 3, pageInfo }))).toBe(false)
})
