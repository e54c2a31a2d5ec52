import { expect, test } from 'vitest'
import { addressOf, askedIn, isDisposable, type SavedQuery, titleFor, variablesOf } from './savedQueries'

const QUERY: SavedQuery = {
  id: 'query_1',
  title: 'Find people',
  description: null,
  document: 'query Find($words: String! = "engineer", $first: Int) { contacts(first: $first) { totalCount } }',
  variables: { first: 50 },
  isShared: false,
  isMine: true,
  owner: 'Ann',
}

test('a query starts with its variables, and with the defaults of the document for others', () => {
  expect(variablesOf(QUERY)).toEqual({ words: 'engineer', first: 50 })
  expect(variablesOf({ ...QUERY, variables: { words: 'ada' } })).toEqual({ words: 'ada' })
  expect(variablesOf({ ...QUERY, document: '{ broken' })).toEqual({ first: 50 })
})

test('an address leads back to its query', () => {
  expect(addressOf(QUERY)).toBe('/graphiql?query=query_1')
  expect(askedIn('?query=query_1')).toEqual({ id: 'query_1', document: null, variables: null })
})

test('an address carries variables that are not the own ones', () => {
  const address = addressOf(QUERY, '{"words":"ada","first":1}')

  expect(askedIn(new URL(address, 'http://crm.test').search)).toEqual({
    id: 'query_1',
    document: null,
    variables: { words: 'ada', first: 1 },
  })
  expect(addressOf(QUERY, '{"words":"engineer","first":50}')).toBe('/graphiql?query=query_1')
})

test('an address hands over a document that is kept nowhere', () => {
  const address = `?${new URLSearchParams({ document: '{ viewer { id } }', variables: '{"a":1}' })}`

  expect(askedIn(address)).toEqual({ id: null, document: '{ viewer { id } }', variables: { a: 1 } })
})

test.each(['', '?query=', '?document=', '?variables={}'])('the address %j asks for nothing', (search) => {
  expect(askedIn(search)).toBeNull()
})

test.each(['{', '[1]', 'null', '"text"', '1'])('variables %j in an address are left aside', (variables) => {
  expect(askedIn(`?${new URLSearchParams({ query: 'query_1', variables })}`)?.variables).toBeNull()
})

test('only a text that is kept elsewhere is disposable', () => {
  expect(isDisposable('', [])).toBe(true)
  expect(isDisposable('# Write a query here.\n', [])).toBe(true)
  expect(isDisposable(QUERY.document, [QUERY])).toBe(true)
  expect(isDisposable(`${QUERY.document} `, [QUERY])).toBe(false)
})

test.each([
  ['query RepliesByMonth { a }', 'Replies by month'],
  ['query replies_by_month { a }', 'Replies by month'],
  ['{ contacts }', ''],
  ['query {', ''],
])('a title for %j is %j', (document, title) => {
  expect(titleFor(document)).toBe(title)
})
