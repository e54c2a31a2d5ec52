import type { FormattedExecutionResult } from 'graphql'
import type { Client } from 'graphql-ws'
import type { ExecutionResult, SubscriptionForwarder } from 'urql'
import { signIn } from './signIn'

const WHO_ARE_YOU = 4401 // the code of a socket that is closed to strangers

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
      shouldRetry: (problem) => !isStranger(problem),
      on: { closed: (event) => isStranger(event) && signIn() },
    }),
  )
  return connected
}

/** Whether a socket ended because the server does not know who asks. */
function isStranger(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === WHO_ARE_YOU
}
