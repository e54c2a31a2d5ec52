import { useCallback, useRef } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import type { ContactFields } from '../../gql/graphql'
import type { PagedList } from '../../lib/usePages'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { failed, told } from '../../ui/UndoToast'
import { UPDATE_CONTACTS } from './changing'
import type { ContactNode, ContactRow } from './contactRow'

/** A change of one contact: what the server is told, and how the row looks then. */
export type Edit = { changes: ContactFields; after: Partial<ContactRow> }

/**
 * Changes contacts in place: the row shows the change at once, and what it was again if the server says no. Whoever wrote
 * the contact meanwhile wins: their version is shown.
 */
export function useContactEdits(list: PagedList<ContactNode>, custom: boolean) {
  const act = useAct()
  const revert = useRevert()
  const latest = useRef(list)
  latest.current = list
  const put = useCallback((id: string, change: (node: ContactNode) => ContactNode) => {
    latest.current.replace((node) => (node.id === id ? change(node) : node))
  }, [])

  const edit = useCallback(
    async (row: ContactRow, column: string, { changes, after }: Edit) => {
      // A masked node is the row itself; masking is a matter of types.
      put(row.id, (node) => ({ ...node, ...after }))
      try {
        const update = { id: row.id, changes, expectedVersion: row.version }
        const { updateContacts } = await act(UPDATE_CONTACTS, { updates: [update], custom })
        const [result] = updateContacts.results
        if (result?.contact) put(row.id, () => result.contact as ContactNode)
        told(contacts.changed(column, row.name ?? crm.unnamed), async () => {
          await revert([updateContacts.changeSetId])
          await latest.current.reload()
        })
      } catch (error) {
        put(row.id, (node) => ({ ...node, ...row }))
        failed(error)
        void latest.current.reload()
      }
    },
    [act, put, revert, custom],
  )

  return edit
}
