import { useCallback } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { CompanyFields } from '../../gql/graphql'
import { company } from '../../strings/company'
import { failed, told } from '../../ui/UndoToast'

const CHANGE = graphql(`
  mutation ChangeCompany($update: CompanyUpdate!) {
    updateCompanies(updates: [$update]) {
      results { problem { code message } company { id version } }
    }
  }
`)
const DELETE = graphql(`
  mutation DeleteCompany($id: ID!) {
    deleteCompanies(ids: [$id]) { results { problem { code message } company { id deletedAt } } }
  }
`)
const RESTORE = graphql(`
  mutation RestoreCompany($id: ID!) {
    restoreCompanies(ids: [$id]) { results { problem { code message } company { id deletedAt } } }
  }
`)

/** Sets fields of a company as it was read, and tells how to take that back. */
export function useCompanyChange(id: string, version: number) {
  const act = useAct()
  return useCallback(
    async (label: string, changes: CompanyFields, back: CompanyFields) => {
      try {
        await act(CHANGE, { update: { id, changes, expectedVersion: version } })
        told(company.changed(label), () => act(CHANGE, { update: { id, changes: back } }))
      } catch (error) {
        failed(error)
      }
    },
    [act, id, version],
  )
}

/** Deletes a company, or brings it back. */
export function useCompanyDeletion(id: string) {
  const act = useAct()
  const remove = async () => {
    try {
      await act(DELETE, { id })
      told(company.removed, () => act(RESTORE, { id }))
    } catch (error) {
      failed(error)
    }
  }
  const restore = async () => {
    try {
      await act(RESTORE, { id })
      told(company.restored)
    } catch (error) {
      failed(error)
    }
  }
  return { remove, restore }
}
