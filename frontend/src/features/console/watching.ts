import { createClient } from 'graphql-ws'
import { keepLong } from '../../lib/exactJson'
import { graphiql } from '../../strings/console'
import { NotSignedIn, type Request } from './asking'

const WHO_ARE_YOU = 4401 // the code of a socket that ends because the server does not know who asks

/** A document's text and variables, as the protocol takes them. */
type Asked = { query: string; operationName?: string | null; variables?: Record<string, unknown> | null }

/**
 * What a subscription tells, as the person who is signed in, or with a key. It ends with the loop that reads it.
 *
 * Raises NotSignedIn, and Error with the server's words where it ends the socket.
 */
export async function* watch(request: Request, key: string | null): AsyncGenerator<unknown> {
  const client = createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    ...(key === null ? {} : { connectionParams: { apiKey: key } }),
    jsonMessageReviver: keepLong,
    retryAttempts: 0, // whoever looks at the answer should know that something may be missing in it
  })
  try {
    yield* client.iterate(request as Asked)
  } catch (error) {
    if (!(error instanceof CloseEvent)) throw error
    if (error.code === WHO_ARE_YOU) throw new NotSignedIn(key)
    throw new Error(error.reason || graphiql.failed.lost)
  } finally {
    await client.dispose()
  }
}
