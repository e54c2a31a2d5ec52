import type { FormattedExecutionResult } from 'graphql'
import type { Client, SubscribePayload } from 'graphql-ws'
import type { ExecutionResult, SubscriptionForwarder } from 'urql'
import { idOf, isUnknown } from './documents'
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
        const listen = (asked: SubscribePayload, failed: (problem: unknown) => void) => {
          stop = client.subscribe(asked, { ...sink, next, error: failed })
        }
        const byText = () => listen({ ...request, query: request.query ?? '' }, (problem) => sink.error(problem))
        const documentId = idOf(request.operationName)
        if (documentId === undefined) return byText()
        // A payload without its text, which the library's type asks for: JSON leaves out what is undefined.
        const byId = { ...request, query: undefined, documentId } as unknown as SubscribePayload
        listen(byId, (problem) => (isUnknown(problem) && !stopped ? byText() : sink.error(problem)))
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
