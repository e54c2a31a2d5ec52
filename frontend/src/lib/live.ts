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
        const byText = { ...request, query: request.query ?? '' }
        const documentId = idOf(request.operationName)
        if (documentId === undefined) listen(byText, (problem) => sink.error(problem))
        else {
          const byId = { ...byText, documentId }
          listen(byId, (problem) => {
            if (isUnknown(problem) && !stopped) listen(byText, (another) => sink.error(another))
            else sink.error(problem)
          })
        }
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
      jsonMessageReplacer: (key, value) =>
        key === 'payload' && isById(value) ? { ...value, query: undefined } : value,
      on: { closed: (event) => isStranger(event) && signIn() },
    }),
  )
  return connected
}

/** Whether a payload names its document. The library insists on a text in it, which need not be sent then. */
function isById(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'documentId' in value
}

/** Whether a socket ended because the server does not know who asks. */
function isStranger(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === WHO_ARE_YOU
}
