import { ids } from 'virtual:document-ids'

const UNKNOWN = 'PERSISTED_QUERY_NOT_FOUND'

/** What the server knows an operation of these pages by; undefined for one that somebody wrote. */
export function idOf(operationName: string | undefined): string | undefined {
  return operationName === undefined ? undefined : ids[operationName]
}

/** Whether errors say that the server knows no document by the id it was given, as before it has taken up a build. */
export function isUnknown(errors: unknown): boolean {
  return Array.isArray(errors) && errors.some((each) => each?.extensions?.code === UNKNOWN)
}

/**
 * Ask for a document by its id, and with its text where the server does not know it: who may explore is answered then too.
 * `send` sends a body.
 */
export async function askById(
  id: string,
  asked: { query?: string | undefined },
  send: (body: string) => Promise<Response>,
): Promise<Response> {
  const response = await send(JSON.stringify({ ...asked, query: undefined, documentId: id }))
  if (response.status !== 400) return response
  const told = await response
    .clone()
    .json()
    .catch(() => null)
  return isUnknown(told?.errors) ? send(JSON.stringify(asked)) : response
}
