import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { askById, idOf } from '../../lib/documents'
import { textOf } from '../../lib/documentText'
import { parseExactly } from '../../lib/exactJson'
import { graphiql } from '../../strings/console'

/** A request as the GraphQL-over-HTTP specification has it. */
export type Request = { query: string; operationName?: string | null; variables?: unknown }

export type Answer = { result: unknown; milliseconds: number }

/** The server wants to know who asks. `key` is the one it did not accept; null if there was none. */
export class NotSignedIn extends Error {
  constructor(readonly key: string | null) {
    super(graphiql.failed.stranger)
  }
}

/**
 * Ask the server, as the person who is signed in, or with a key. The time is what passed until the whole answer was here.
 *
 * Raises NotSignedIn, and Error with the server's words for an answer that is not GraphQL's.
 */
export async function ask(request: Request, key: string | null, signal?: AbortSignal): Promise<Answer> {
  const began = performance.now()
  return answered(await send(JSON.stringify(request), key, signal), began, key)
}

/** The data of a document of the console's own. Raises as `ask` does, and Error with the words of the first error in it. */
export async function askFor<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  key: string | null,
): Promise<Data> {
  const began = performance.now()
  const request = { query: textOf(document), variables }
  const id = idOf(document.definitions.find((each) => each.kind === 'OperationDefinition')?.name?.value)
  const response = await (id === undefined
    ? send(JSON.stringify(request), key)
    : askById(id, request, (body) => send(body, key)))
  const { result } = await answered(response, began, key)
  const { data, errors } = result as { data?: Data | null; errors?: { message: string }[] }
  if (errors?.[0] !== undefined) throw new Error(errors[0].message)
  if (data === undefined || data === null) throw new Error(graphiql.failed.noData)
  return data
}

function send(body: string, key: string | null, signal?: AbortSignal): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body,
    ...(signal ? { signal } : {}),
  })
}

async function answered(response: Response, began: number, key: string | null): Promise<Answer> {
  const text = await response.text()
  const milliseconds = performance.now() - began
  if (response.status === 401) throw new NotSignedIn(key)
  const result = parsed(text)
  if (!isAnswer(result)) throw new Error(wordsOf(result) ?? graphiql.failed.status(response.status))
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
