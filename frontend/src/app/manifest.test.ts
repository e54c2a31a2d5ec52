import { createHash } from 'node:crypto'
import { ids } from 'virtual:document-ids'
import { afterEach, expect, test, vi } from 'vitest'
import { textsOf } from '../../manifest'
import * as generated from '../gql/graphql'
import { client } from './client'

const texts = textsOf(generated)

afterEach(() => vi.unstubAllGlobals())

test('every operation of the pages is in the manifest, under the hash of its text', () => {
  const operations = Object.keys(generated).filter((name) => name.endsWith('Document'))

  expect([...texts.keys()].sort()).toEqual(operations.map((name) => name.slice(0, -'Document'.length)).sort())
  expect(ids).toEqual(
    Object.fromEntries(
      [...texts].map(([name, text]) => [name, `sha256:${createHash('sha256').update(text).digest('hex')}`]),
    ),
  )
})

test('the client asks by the id, and falls back to the very text of the manifest', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body))
    const unknown = { errors: [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }
    return asked.length === 1
      ? new Response(JSON.stringify(unknown), { status: 400 })
      : new Response('{"data":{"node":null}}', { headers: { 'content-type': 'application/json' } })
  })

  const { data, error } = await client.query(generated.LastRunsDocument, { id: 'contact_1' }).toPromise()

  expect([data, error]).toEqual([{ node: null }, undefined])
  const common = { operationName: 'LastRuns', variables: { id: 'contact_1' } }
  expect(asked).toEqual([
    { ...common, documentId: ids.LastRuns },
    { ...common, query: texts.get('LastRuns') },
  ])
})
