import { useCallback } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import type { ContactFields } from '../../gql/graphql'
import { contact } from '../../strings/contact'
import { failed, told } from '../../ui/UndoToast'

const CHANGE = graphql(`
  mutation ChangeContact($update: ContactUpdate!) {
    updateContacts(updates: [$update]) {
      changeSetId
      results { problem { code message } contact { id version } }
    }
  }
`)

/** Sets fields of one contact as it was read, and tells how to take that back. */
export function useContactChange(id: string, version: number) {
  const act = useAct()
  const revert = useRevert()
  return useCallback(
    async (label: string, changes: ContactFields) => {
      try {
        const { updateContacts } = await act(CHANGE, { update: { id, changes, expectedVersion: version } })
        told(contact.changed(label), () => revert([updateContacts.changeSetId]))
      } catch (error) {
        failed(error)
      }
    },
    [act, revert, id, version],
  )
}
