import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback } from 'react'
import { useClient } from 'urql'
import type { Problem } from '../lib/failure'

/** A typed problem, thrown: what was asked for was not done, and nothing of it was stored. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

// An act answers with less than it changes: a tag more on a thousand contacts is told as a number. So after any of them
// what was read of these is asked for again where it is shown.
const TOUCHED = {
  additionalTypenames: [
    ...['Activity', 'Company', 'Contact', 'Deal', 'Note', 'SavedView', 'Tag', 'Task', 'User'],
    ...[
      'ApiKey',
      'Configuration',
      'FailedItem',
      'PossibleDuplicate',
      'CustomFieldDefinition',
      'FieldAlert',
      'FieldMapping',
      'UserSession',
    ],
  ],
}

/**
 * Runs mutations. Whatever goes wrong is thrown: an error of the answer as it is, a typed `problem` of the result or of
 * any of its `results` as Refused; so a caller has one way to fail, and `failed` tells people about it.
 */
export function useAct() {
  const client = useClient()
  return useCallback(
    async <Data, Variables extends object>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Data> => {
      const { data, error } = await client.mutation(mutation, variables, TOUCHED).toPromise()
      if (error) throw error
      if (!data) throw new Error('The answer holds nothing')
      const [problem] = problemsIn(data)
      if (problem) throw new Refused(problem)
      return data
    },
    [client],
  )
}

/** The typed problems of an answer, wherever the results of its acts hold some. */
export function problemsIn(data: object): Problem[] {
  return Object.values(data).flatMap((report) => {
    if (!isObject(report)) return []
    const results = Array.isArray(report.results) ? report.results : []
    return [report, ...results].flatMap((each) => (isObject(each) && isObject(each.problem) ? [each.problem] : []))
  }) as unknown as Problem[]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
