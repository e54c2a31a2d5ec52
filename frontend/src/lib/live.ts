import type { FormattedExecutionResult } from 'graphql'
import type { Client } from 'graphql-ws'
import type { ExecutionResult, SubscriptionForwarder } from 'urql'

/**
 * Hear what happens on the server, over one socket for the whole page. The socket is opened, and the library for it
 * fetched, when something is first listened to; it is opened again when it breaks.
 */
export const subscribe: SubscriptionForwarder = (request) => ({
  subscribe(sink) {
    let stop: (() => void) | null = null
    let stopped = false
    connect().then(
      (client) => {
        if (stopped) return
        const next = (result: FormattedExecutionResult) => sink.next(result as ExecutionResult)
        stop = client.subscribe({ ...request, query: request.query ?? '' }, { ...sink, next })
      },
      (error) => sink.error(error),
    )
    return {
      unsubscribe: () => {
        stopped = true
        stop?.()
      },
    }
  },
})

let connected: Promise<Client> | null = null

function connect(): Promise<Client> {
  connected ??= import('graphql-ws').then(({ createClient }) =>
    createClient({
      url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
    }),
  )
  return connected
}
