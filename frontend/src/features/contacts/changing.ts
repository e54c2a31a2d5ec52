import { useCallback } from 'react'
import type { Save } from '../../crm/list/useEdits'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { ContactFields } from '../../gql/graphql'
import type { ContactNode } from './contactRow'

const UPDATE_CONTACTS = graphql(`
  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {
    updateContacts(updates: $updates) {
      changeSetId
      results { id problem { code message } contact { id ...ContactRow_contact } }
    }
  }
`)

/** Sets fields of a contact as it was read. */
export function useSaveContact(custom: boolean): Save<ContactNode> {
  const act = useAct()
  return useCallback(
    async ({ changes, ...which }) => {
      const updates = [{ ...which, changes: changes as ContactFields }]
      const { updateContacts } = await act(UPDATE_CONTACTS, { updates, custom })
      return { changeSetId: updateContacts.changeSetId, node: updateContacts.results[0]?.contact ?? null }
    },
    [act, custom],
  )
}
