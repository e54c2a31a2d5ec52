import { cacheExchange, createClient, fetchExchange, subscriptionExchange } from '@urql/core'
import { askById, idOf } from '../lib/documents'
import { subscribe } from '../lib/live'
import { signIn } from '../lib/signIn'

/** How the app asks the server: by POST as the person who is signed in, and over a socket for what happens meanwhile. */
export const client = createClient({
  url: '/graphql',
  preferGetMethod: false,
  fetch: fetchById,
  fetchOptions: {
    credentials: 'same-origin',
    // Without event streams, which urql would take as well and our server does not speak.
    headers: { accept: 'application/graphql-response+json, application/json' },
  },
  exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription: subscribe })],
})

/** Sends what urql made, with the id of its document in place of the text. */
async function fetchById(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const asked: { query: string; operationName?: string } = JSON.parse(String(init?.body))
  const id = idOf(asked.operationName)
  if (id === undefined) return fetchSignedIn(input, init)
  return askById(id, asked, (body) => fetchSignedIn(input, { ...init, body }))
}

async function fetchSignedIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  if (response.status === 401) signIn()
  return response
}
