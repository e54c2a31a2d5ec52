import { useCallback } from 'react'
import type { Save } from '../../crm/list/useEdits'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { CompanyFields } from '../../gql/graphql'
import type { CompanyNode } from './companyRow'

const UPDATE_COMPANIES = graphql(`
  mutation UpdateCompanies($updates: [CompanyUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {
    updateCompanies(updates: $updates) {
      changeSetId
      results { id problem { code message } company { id ...CompanyRow_company } }
    }
  }
`)

/** Sets fields of a company as it was read. */
export function useSaveCompany(custom: boolean): Save<CompanyNode> {
  const act = useAct()
  return useCallback(
    async ({ changes, ...which }) => {
      const updates = [{ ...which, changes: changes as CompanyFields }]
      const { updateCompanies } = await act(UPDATE_COMPANIES, { updates, custom })
      return { changeSetId: updateCompanies.changeSetId, node: updateCompanies.results[0]?.company ?? null }
    },
    [act, custom],
  )
}
