import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback } from 'react'
import { useClient } from 'urql'
import { type Done, done } from '../lib/done'
import { ui } from '../strings/ui'

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
 * Runs mutations. Whatever goes wrong is thrown: an error of the answer as it is, a typed problem as Refused; so a caller
 * is given what was done and nothing else, has one way to fail, and `failed` tells people about it.
 */
export function useAct() {
  const client = useClient()
  return useCallback(
    async <Data extends object, Variables extends object>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Done<Data>> => {
      const { data, error } = await client.mutation(mutation, variables, TOUCHED).toPromise()
      if (error) throw error
      if (!data) throw new Error(ui.noAnswer)
      return done(data)
    },
    [client],
  )
}
