import { graphql } from '../../gql'

export const DELETE_CONTACT = graphql(`
  mutation DeleteOneContact($id: ID!) {
    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }
  }
`)

export const RESTORE_CONTACT = graphql(`
  mutation RestoreOneContact($id: ID!) {
    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }
  }
`)
