import { useCallback, useMemo, useRef } from 'react'
import { useTeam } from '../../crm/OwnerSelect'
import { useAct } from '../../crm/useAct'
import type { ContactFields } from '../../gql/graphql'
import type { PagedList } from '../../lib/usePages'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { failed, told } from '../../ui/UndoToast'
import { UPDATE_CONTACTS } from './changing'
import type { ContactNode, ContactRow } from './contactRow'

/** A change of one contact: what the server is told, how the row looks then, and the change that takes it back. */
export type Edit = { changes: ContactFields; after: Partial<ContactRow>; back: ContactFields }

/**
 * Changes contacts in place: the row shows the change at once, and what it was again if the server says no. Whoever wrote
 * the contact meanwhile wins: their version is shown.
 */
export function useContactEdits(list: PagedList<ContactNode>, custom: boolean) {
  const act = useAct()
  const team = useTeam()
  const latest = useRef(list)
  latest.current = list
  const put = useCallback((id: string, change: (node: ContactNode) => ContactNode) => {
    latest.current.replace((node) => (node.id === id ? change(node) : node))
  }, [])

  const send = useCallback(
    async (id: string, changes: ContactFields, expectedVersion: number | null) => {
      const { updateContacts } = await act(UPDATE_CONTACTS, { updates: [{ id, changes, expectedVersion }], custom })
      const [result] = updateContacts.results
      if (result?.contact) put(id, () => result.contact as ContactNode)
    },
    [act, put, custom],
  )

  const edit = useCallback(
    async (row: ContactRow, column: string, { changes, after, back }: Edit) => {
      // Mind that a masked node is the row itself; masking is a matter of types.
      put(row.id, (node) => ({ ...node, ...after }))
      try {
        await send(row.id, changes, row.version)
        told(contacts.changed(column, row.name ?? crm.unnamed), () => send(row.id, back, null))
      } catch (error) {
        put(row.id, (node) => ({ ...node, ...row }))
        failed(error)
        void latest.current.reload()
      }
    },
    [put, send],
  )

  return useMemo(() => ({ edit, team }), [edit, team])
}
