import { ids } from 'virtual:document-ids'
import { expect, test, vi } from 'vitest'
import { subscribe } from './live'

type Message = { id: string; type: string; payload: unknown }

/** A socket to a server that knows no ids, and tells one event of what it is asked for by text. */
class Socket {
  static sent: Message[] = []
  static readonly OPEN = 1
  readyState = 0
  protocol = 'graphql-transport-ws'
  onopen = () => {}
  onmessage = (_: { data: string }) => {}

  constructor() {
    queueMicrotask(() => {
      this.readyState = Socket.OPEN
      this.onopen()
    })
  }

  send(text: string) {
    const { id, type, payload } = JSON.parse(text)
    if (type === 'connection_init') this.tell({ type: 'connection_ack' })
    if (type !== 'subscribe') return
    Socket.sent.push(payload)
    const unknown = [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]
    this.tell(
      'query' in payload ? { id, type: 'next', payload: { data: {} } } : { id, type: 'error', payload: unknown },
    )
  }

  close() {}

  private tell(message: object) {
    queueMicrotask(() => this.onmessage({ data: JSON.stringify(message) }))
  }
}

test('a subscription is asked for by its id, and by its text where the id is unknown', async () => {
  vi.stubGlobal('window', { location: { protocol: 'http:', host: 'crm.test' } })
  vi.stubGlobal('WebSocket', Socket)
  const request = { query: 'subscription TimelineItemAdded { a }', operationName: 'TimelineItemAdded', variables: {} }

  const told = await new Promise((next, error) => {
    subscribe(request as Parameters<typeof subscribe>[0], {} as never).subscribe({ next, error, complete: () => {} })
  })

  expect(told).toEqual({ data: {} })
  const common = { operationName: 'TimelineItemAdded', variables: {} }
  expect(Socket.sent).toEqual([
    { ...common, documentId: ids.TimelineItemAdded },
    { ...common, query: request.query },
  ])
})
