import { cacheExchange, createClient, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { everyPage } from './everyPage'

type Data = { numbers: { nodes: number[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
const NUMBERS = gql<Data, { first: number; after: string | null }>(`
  query Numbers($first: Int!, $after: String) {
    numbers(first: $first, after: $after) { nodes pageInfo { hasNextPage endCursor } }
  }
`)

test('all pages come one after the other, as the client would ask for them, and its cache keeps none', async () => {
  const asked: unknown[] = []
  const client = createClient({
    url: 'http://crm.test/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { 'x-who': 'Ada' } },
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (input, init) => {
      const { variables } = JSON.parse(String(init?.body))
      asked.push([input, init?.method, new Headers(init?.headers).get('x-who'), variables.after])
      const at = Number(variables.after ?? 0)
      const pageInfo = { hasNextPage: at < 2, endCursor: String(at + 1) }
      return Response.json({ data: { numbers: { __typename: 'Numbers', nodes: [at], pageInfo } } })
    },
  })

  const pages: number[][] = []
  for await (const page of everyPage(client, NUMBERS, { first: 1 }, (data) => data.numbers)) pages.push(page)

  expect(pages).toEqual([[0], [1], [2]])
  expect(asked).toEqual([null, '1', '2'].map((after) => ['http://crm.test/graphql', 'POST', 'Ada', after]))
  for (const after of [null, '1', '2']) expect(client.readQuery(NUMBERS, { first: 1, after })).toBe(null)
})
