import { expect } from 'vitest'
import { KEY, SERVER } from './browser'

/** What the server answers to a GraphQL document that has no errors. */
// biome-ignore lint/suspicious/noExplicitAny: what is answered is what was asked for, in the test itself
export async function ask(query: string, variables: object = {}): Promise<any> {
  const answer = await fetch(`${SERVER}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': KEY },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await answer.json()
  expect(errors).toBe(undefined)
  return data
}

/** Call as Enginy does. */
export async function call(method: string, path: string, contacts?: object[], key = KEY) {
  const answer = await fetch(SERVER + path, {
    method,
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    ...(contacts ? { body: JSON.stringify({ contacts }) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as { results: { crmId: string }[] } }
}

/** The id of the contact that Enginy's lead with this id is. */
export async function idOf(externalId: string): Promise<string> {
  const { body } = await call('POST', '/contacts/sync', [{ externalId }])
  return body.results[0]?.crmId ?? ''
}
