import { ids } from 'virtual:document-ids'
import { expect, test } from 'vitest'
import { askById, idOf, isUnknown } from './documents'

const UNKNOWN = { errors: [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }

/** A server that answers this, one after the other, and keeps what it was asked. */
function server(...answers: [number, string][]) {
  const asked: unknown[] = []
  const send = async (body: string) => {
    asked.push(JSON.parse(body))
    const [status, text] = answers[asked.length - 1] ?? [500, '']
    return new Response(text, { status })
  }
  return { asked, send }
}

test('operations of the pages have ids, and those that somebody wrote have none', () => {
  expect(idOf('Viewer')).toBe(ids.Viewer)
  expect(idOf('Mine')).toBeUndefined()
  expect(idOf(undefined)).toBeUndefined()
})

test('a document is asked for by its id, without its text', async () => {
  const { asked, send } = server([200, '{"data":{}}'])

  const response = await askById('sha256:1', { query: '{ a }' }, send)

  expect(await response.text()).toBe('{"data":{}}')
  expect(asked).toEqual([{ documentId: 'sha256:1' }])
})

test('where the id is unknown the text is sent', async () => {
  const { asked, send } = server([400, JSON.stringify(UNKNOWN)], [200, '{"data":{}}'])
  const request = { query: '{ a }', variables: { id: '1' } }

  const response = await askById('sha256:1', request, send)

  expect(await response.text()).toBe('{"data":{}}')
  expect(asked).toEqual([{ variables: { id: '1' }, documentId: 'sha256:1' }, request])
})

test.each([
  [400, '{"errors":[{"message":"No","extensions":{"code":"INVALID_INPUT"}}]}'],
  [400, 'no JSON'],
  [503, ''],
] as [number, string][])('other refusals are answers: %i %s', async (status, text) => {
  const { asked, send } = server([status, text])

  const response = await askById('sha256:1', { query: '{ a }' }, send)

  expect([response.status, await response.text()]).toEqual([status, text])
  expect(asked).toHaveLength(1)
})

test('what ends a subscription is told apart from an unknown id', () => {
  expect(isUnknown(UNKNOWN.errors)).toBe(true)
  expect(isUnknown([{ message: 'No' }])).toBe(false)
  expect(isUnknown(new Event('close'))).toBe(false)
})
