import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import { contact } from '../../strings/contact'
import { failed, told } from '../../ui/UndoToast'

const DELETE_CONTACT = graphql(`
  mutation DeleteOneContact($id: ID!) {
    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }
  }
`)

const RESTORE_CONTACT = graphql(`
  mutation RestoreOneContact($id: ID!) {
    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }
  }
`)

/** Deletes a contact, or brings it back. */
export function useContactDeletion(id: string) {
  const act = useAct()
  const revert = useRevert()
  const remove = async () => {
    try {
      const { deleteContacts } = await act(DELETE_CONTACT, { id })
      told(contact.removed, () => revert([deleteContacts.changeSetId]))
    } catch (error) {
      failed(error)
    }
  }
  const restore = async () => {
    try {
      const { restoreContacts } = await act(RESTORE_CONTACT, { id })
      told(contact.restored, () => revert([restoreContacts.changeSetId]))
    } catch (error) {
      failed(error)
    }
  }
  return { remove, restore }
}
