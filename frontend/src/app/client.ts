import { makeFetchBody } from '@urql/core/internal'
import { cacheExchange, createClient, fetchExchange, makeOperation, mapExchange, subscriptionExchange } from 'urql'
import { askById, idOf } from '../lib/documents'
import { subscribe } from '../lib/live'
import { signIn } from '../lib/signIn'

/** Has operations of the pages fetched by the ids of their documents. */
const byId = mapExchange({
  onOperation(operation) {
    const id = idOf(operation.query)
    if (id === undefined) return operation
    return makeOperation(operation.kind, operation, {
      ...operation.context,
      fetch: (input, init) => askById(id, makeFetchBody(operation), (body) => fetchSignedIn(input, { ...init, body })),
    })
  },
})

/** How the app asks the server: by POST as the person who is signed in, and over a socket for what happens meanwhile. */
export const client = createClient({
  url: '/graphql',
  preferGetMethod: false,
  fetch: fetchSignedIn,
  fetchOptions: {
    credentials: 'same-origin',
    // Without event streams, which urql would take as well and our server does not speak.
    headers: { accept: 'application/graphql-response+json, application/json' },
  },
  exchanges: [cacheExchange, byId, fetchExchange, subscriptionExchange({ forwardSubscription: subscribe })],
})

async function fetchSignedIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  if (response.status === 401) signIn()
  return response
}
