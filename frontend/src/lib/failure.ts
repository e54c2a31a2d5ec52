import { CombinedError } from '@urql/core'
import { ui } from '../strings/ui'

/** What went wrong, as a person reads it: a sentence, the code for programs, and the request it happened in. */
export type Failure = { message: string; code: string | null; requestId: string | null }

/** A typed problem, which every mutation may answer instead of what was asked for. */
export type Problem = { code: string; message: string }

/** Make a failure of anything that may be thrown or answered. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CombinedError) return ofAnswer(error)
  if (isProblem(error)) return { message: error.message, code: error.code, requestId: null }
  if (error instanceof Error) return { message: error.message, code: null, requestId: null }
  return { message: ui.error.unknown, code: null, requestId: null }
}

function ofAnswer(error: CombinedError): Failure {
  const response: Response | undefined = error.response
  const requestId = response?.headers?.get('x-request-id') ?? null
  const [first] = error.graphQLErrors
  if (first) return { message: first.message, code: String(first.extensions.code ?? '') || null, requestId }
  if (response?.status === 401) return { message: ui.error.ended, code: 'NOT_SIGNED_IN', requestId }
  if (response === undefined) return { message: ui.error.unreachable, code: null, requestId }
  return { message: ui.error.unknown, code: null, requestId }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'message' in value && 'code' in value
}
