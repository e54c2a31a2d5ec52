import { useCallback } from 'react'
import type { Save } from '../../crm/list/useEdits'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { DealNode } from './dealRow'

export const UPDATE_DEAL = graphql(`
  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {
    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {
      ... on DealChanged { changeSetId deal { id ...DealRow_deal } }
      ... on Problem { code message }
    }
  }
`)

/** Sets fields of a deal as it was read. */
export function useSaveDeal(): Save<DealNode> {
  const act = useAct()
  return useCallback(
    async ({ id, changes, expectedVersion }) => {
      const { updateDeal } = await act(UPDATE_DEAL, { id, changes, version: expectedVersion })
      return { changeSetId: updateDeal.changeSetId, node: updateDeal.deal }
    },
    [act],
  )
}
