import { cacheExchange, createClient, fetchExchange } from '@urql/core'
import { expect, test } from 'vitest'
import { known } from '../../lib/pagesKept'
import { askForContacts, CONTACTS, variablesOf } from './contactsQuery'
import { USUAL } from './usual'

test('what an address shows is asked for once, and known to the page that asks the same', async () => {
  const asked: unknown[] = []
  const pageInfo = { hasNextPage: true, endCursor: 'c1' }
  const client = createClient({
    url: 'http://crm.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_, init) => {
      asked.push(JSON.parse(String(init?.body)).variables)
      const contacts = { quickCount: 7, nodes: [{ id: 'contact_1' }], pageInfo }
      return new Response(JSON.stringify({ data: { contacts } }), { headers: { 'content-type': 'application/json' } })
    },
  })
  const params = new URLSearchParams('text=ada&where=title.contains.vp&sort=LAST_NAME.desc')

  await Promise.all([askForContacts(client, params, 30), askForContacts(client, params, 30)])
  await askForContacts(client, params, 30)

  const filter = { title: { contains: 'vp' }, text: 'ada' }
  const variables = variablesOf(filter, [{ field: 'LAST_NAME', direction: 'DESC' }], USUAL)
  expect(asked).toEqual([{ ...variables, first: 30, after: null }])
  expect(known(CONTACTS, JSON.stringify(variables))).toEqual({
    nodes: [{ id: 'contact_1' }],
    total: 7,
    end: 'c1',
    hasMore: true,
  })
})
