import { parseExactly } from '../../lib/exactJson'

/** A request as the GraphQL-over-HTTP specification has it. */
export type Request = { query: string; operationName?: string | null; variables?: unknown }

export type Answer = { result: unknown; milliseconds: number }

/** The server wants to know who asks. `key` is the one it did not accept; null if there was none. */
export class NotSignedIn extends Error {
  constructor(readonly key: string | null) {
    super('The server wants to know who asks')
  }
}

/**
 * Ask the server, as the person who is signed in, or with a key. The time is what passed until the whole answer was here.
 *
 * Raises NotSignedIn, and Error with the server's words for an answer that is not GraphQL's.
 */
export async function ask(request: Request, key: string | null, signal?: AbortSignal): Promise<Answer> {
  const began = performance.now()
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(request),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  const milliseconds = performance.now() - began
  if (response.status === 401) throw new NotSignedIn(key)
  const result = parsed(text)
  if (!isAnswer(result)) throw new Error(wordsOf(result) ?? `The server answered with status ${response.status}`)
  return { result, milliseconds }
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text)
  } catch {
    return undefined
  }
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('message' in value)) return undefined
  return String(value.message)
}
