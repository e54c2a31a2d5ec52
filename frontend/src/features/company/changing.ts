import { useCallback } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import type { CompanyFields } from '../../gql/graphql'
import { company } from '../../strings/company'
import { failed, told } from '../../ui/UndoToast'

const CHANGE = graphql(`
  mutation ChangeCompany($update: CompanyUpdate!) {
    updateCompanies(updates: [$update]) {
      changeSetId
      results { problem { code message } company { id version } }
    }
  }
`)
const DELETE = graphql(`
  mutation DeleteCompany($id: ID!) {
    deleteCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }
  }
`)
const RESTORE = graphql(`
  mutation RestoreCompany($id: ID!) {
    restoreCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }
  }
`)

/** Sets fields of a company as it was read, and tells how to take that back. */
export function useCompanyChange(id: string, version: number) {
  const act = useAct()
  const revert = useRevert()
  return useCallback(
    async (label: string, changes: CompanyFields) => {
      try {
        const { updateCompanies } = await act(CHANGE, { update: { id, changes, expectedVersion: version } })
        told(company.changed(label), () => revert([updateCompanies.changeSetId]))
      } catch (error) {
        failed(error)
      }
    },
    [act, revert, id, version],
  )
}

/** Deletes a company, or brings it back. */
export function useCompanyDeletion(id: string) {
  const act = useAct()
  const revert = useRevert()
  const remove = async () => {
    try {
      const { deleteCompanies } = await act(DELETE, { id })
      told(company.removed, () => revert([deleteCompanies.changeSetId]))
    } catch (error) {
      failed(error)
    }
  }
  const restore = async () => {
    try {
      const { restoreCompanies } = await act(RESTORE, { id })
      told(company.restored, () => revert([restoreCompanies.changeSetId]))
    } catch (error) {
      failed(error)
    }
  }
  return { remove, restore }
}
