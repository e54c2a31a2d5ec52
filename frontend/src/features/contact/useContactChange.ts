import { useCallback } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { ContactFields } from '../../gql/graphql'
import { contact } from '../../strings/contact'
import { failed, told } from '../../ui/UndoToast'

const CHANGE = graphql(`
  mutation ChangeContact($update: ContactUpdate!) {
    updateContacts(updates: [$update]) {
      results { problem { code message } contact { id version } }
    }
  }
`)

/** Sets fields of one contact as it was read, and tells how to take that back. */
export function useContactChange(id: string, version: number) {
  const act = useAct()
  return useCallback(
    async (label: string, changes: ContactFields, back: ContactFields) => {
      try {
        await act(CHANGE, { update: { id, changes, expectedVersion: version } })
        told(contact.changed(label), () => act(CHANGE, { update: { id, changes: back } }))
      } catch (error) {
        failed(error)
      }
    },
    [act, id, version],
  )
}
