import { useCallback } from 'react'
import { graphql } from '../gql'
import { useAct } from './useAct'

const REVERT = graphql(`
  mutation RevertChangeSet($id: ID!) {
    revertChangeSet(id: $id) {
      ... on ChangeSetReverted { changeSetId totals { reverted partly kept failed } }
      ... on Problem { code message }
    }
  }
`)

/** Takes acts back by their change sets, the last one first. What somebody edited since stays as they left it. */
export function useRevert() {
  const act = useAct()
  return useCallback(
    async (changeSetIds: (string | null)[]) => {
      for (const id of changeSetIds.toReversed()) if (id !== null) await act(REVERT, { id })
    },
    [act],
  )
}
